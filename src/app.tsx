/** The frame and the routes: the only file that knows every page. */
import type { ComponentType } from 'preact'
import { useRef } from 'preact/hooks'
import { newVersion } from './browser/new-version.ts'
import { go, route } from './browser/route.ts'
import { Diary } from './pages/Diary.tsx'
import { ToolsWhereSet } from './pages/lock/ToolsWhereSet.tsx'
import { Opened } from './pages/Opened.tsx'
import { inExample } from './store/example/here.ts'
import { Frame } from './ui/frame.tsx'
import { lazy } from './ui/lazy.tsx'
import { Said } from './ui/say.tsx'
import { useShared } from './ui/use-shared.ts'

/** A page gets the rest of its address: `incident/<id>` opens the page `incident` with `<id>`. */
type Page = ComponentType<{ rest: string }>

const logging = () => import('./pages/entries/Log.tsx')
// The form is there before it is asked for; where it does not come now, asking for it says so.
addEventListener('load', () => setTimeout(() => logging().catch(() => {}), 400))

const pages: Record<string, Page> = {
  '': Diary,
  log: lazy(async () => ({ default: (await logging()).Log })),
  change: lazy(() => import('./pages/entries/Change.tsx')),
  incident: lazy(() => import('./pages/entries/Incident.tsx')),
  reports: lazy(() => import('./pages/entries/Reports.tsx')),
  report: lazy(() => import('./pages/entries/Report.tsx')),
  tell: lazy(() => import('./pages/entries/Tell.tsx')),
  sheet: lazy(() => import('./pages/sheet/Sheet.tsx')),
  patterns: lazy(() => import('./pages/Patterns.tsx')),
  find: lazy(() => import('./pages/find/FindIncidents.tsx')),
  'find-reports': lazy(() => import('./pages/find/FindReports.tsx')),
  help: lazy(() => import('./pages/Help.tsx')),
  settings: lazy(() => import('./pages/settings/Settings.tsx')),
  backup: lazy(() => import('./pages/backup/Backup.tsx')),
}

/** Pages that stand also before the diary is open, or where it does not open: help must never wait behind a passcode. */
const diaryless = new Set(['help'])

/** What belongs to the real diary alone, and what stands there in the example. */
const real = new Set(['settings', 'backup'])
const NotHere = lazy(() => import('./pages/example/NotHere.tsx'))
const Strip = lazy(() => import('./pages/example/Strip.tsx'))

const NotFound = lazy(() => import('./pages/NotFound.tsx'))

/** Where it does not come (after the kill switch nothing is kept), the next start brings the new version anyway. */
const NewVersion = lazy(() => import('./pages/NewVersion.tsx').catch(() => ({ default: () => null })))

export function App() {
  const here = useShared(route)
  const update = useShared(newVersion)
  const [name = '', ...rest] = here.split('/')
  const Page = inExample && real.has(name) ? NotHere : (pages[name] ?? NotFound)
  const main = useRef<HTMLElement>(null)
  return (
    <>
      {inExample && <Strip />}
      <Frame
        here={here}
        main={main}
        onSkip={event => {
          event.preventDefault()
          main.current?.focus()
        }}
        onSettings={() => go('settings')}
        tools={<ToolsWhereSet />}
        news={update && <NewVersion />}
      >
        <Opened needed={!diaryless.has(name)} writes={name === 'log'} early={name === ''}>
          <Page key={here} rest={rest.join('/')} />
        </Opened>
      </Frame>
      <Said />
    </>
  )
}
