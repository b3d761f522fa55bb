/** The frame and the routes: the only file that knows every page. */
import { BookOpen, ChartColumn, CircleHelp, FileText, Settings as Gear, Megaphone } from 'lucide'
import type { ComponentType } from 'preact'
import { useRef } from 'preact/hooks'
import { newVersion } from './browser/new-version.ts'
import { go, route, to } from './browser/route.ts'
import { Diary } from './pages/Diary.tsx'
import { Log } from './pages/Log.tsx'
import { NotFound } from './pages/NotFound.tsx'
import { Opened } from './pages/Opened.tsx'
import { frame } from './text/frame.ts'
import { Icon } from './ui/icon.tsx'
import { lazy } from './ui/lazy.tsx'
import { Said } from './ui/say.tsx'
import { useShared } from './ui/use-shared.ts'

/** A page gets the rest of its address: `incident/<id>` opens the page `incident` with `<id>`. */
type Page = ComponentType<{ rest: string }>

const pages: Record<string, Page> = {
  '': Diary,
  log: Log,
  change: lazy(() => import('./pages/Change.tsx')),
  incident: lazy(() => import('./pages/Incident.tsx')),
  reports: lazy(() => import('./pages/Reports.tsx')),
  report: lazy(() => import('./pages/Report.tsx')),
  tell: lazy(() => import('./pages/Tell.tsx')),
  sheet: lazy(() => import('./pages/Sheet.tsx')),
  patterns: lazy(() => import('./pages/Patterns.tsx')),
  find: lazy(() => import('./pages/FindIncidents.tsx')),
  'find-reports': lazy(() => import('./pages/FindReports.tsx')),
  help: lazy(() => import('./pages/Help.tsx')),
  settings: lazy(() => import('./pages/Settings.tsx')),
  backup: lazy(() => import('./pages/Backup.tsx')),
}

/** Pages that stand also before the diary is open, or where it does not open: help must never wait behind a passcode. */
const diaryless = new Set(['help'])

/** Locking and leaving: nothing of it is there before the diary is open. */
const HeaderTools = lazy(() => import('./pages/HeaderTools.tsx'))
/** Where it does not come (after the kill switch nothing is kept), the next start brings the new version anyway. */
const NewVersion = lazy(() => import('./pages/NewVersion.tsx').catch(() => ({ default: () => null })))

const tabs = [
  { place: '', name: frame.diary, icon: BookOpen, holds: ['', 'log', 'incident', 'change', 'find'] },
  {
    place: 'reports',
    name: frame.reports,
    icon: Megaphone,
    holds: ['reports', 'report', 'tell', 'find-reports'],
  },
  { place: 'sheet', name: frame.sheet, icon: FileText, holds: ['sheet'] },
  { place: 'patterns', name: frame.patterns, icon: ChartColumn, holds: ['patterns'] },
  { place: 'help', name: frame.help, icon: CircleHelp, holds: ['help'] },
]

export function App() {
  const here = useShared(route)
  const update = useShared(newVersion)
  const [name = '', ...rest] = here.split('/')
  const Page = pages[name] ?? NotFound
  const main = useRef<HTMLElement>(null)
  return (
    <div class="frame">
      <header>
        <a
          class="unseen button"
          href={to(here)}
          onClick={event => {
            event.preventDefault()
            main.current?.focus()
          }}
        >
          {frame.skip}
        </a>
        <span class="name">{frame.diary}</span>
        <HeaderTools />
        <button
          type="button"
          class="icon-button"
          aria-label={frame.settings}
          aria-current={name === 'settings' || name === 'backup' ? 'page' : undefined}
          onClick={() => go('settings')}
        >
          <Icon of={Gear} />
        </button>
        {update && <NewVersion />}
      </header>
      <main ref={main} tabIndex={-1}>
        <Opened needed={!diaryless.has(name)}>
          <Page key={here} rest={rest.join('/')} />
        </Opened>
      </main>
      <nav class="bar" aria-label={frame.nav}>
        {tabs.map(({ place, name: label, icon, holds }) => (
          <a key={place} href={to(place)} aria-current={holds.includes(name) ? 'page' : undefined}>
            <Icon of={icon} />
            {label}
          </a>
        ))}
      </nav>
      <Said />
    </div>
  )
}
