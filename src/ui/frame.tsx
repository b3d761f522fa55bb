/** What stands around every screen. It draws only: index.html holds it as well, from the build, before any script runs. */
import { BookOpen, ChartColumn, CircleHelp, FileText, Settings as Gear, Megaphone } from 'lucide'
import type { ComponentChildren, Ref } from 'preact'
import { frame } from '../text/frame.ts'
import { Icon } from './icon.tsx'

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

interface Props {
  /** Where the person is: `incident/<id>`. */
  here: string
  main?: Ref<HTMLElement>
  onSkip?: (event: Event) => void
  onSettings?: () => void
  /** What stands at the top beside the way to the settings. */
  tools?: ComponentChildren
  /** Below it, where there is something new. */
  news?: ComponentChildren
  children?: ComponentChildren
}

export function Frame({ here, main, onSkip, onSettings, tools, news, children }: Props) {
  const [name = ''] = here.split('/')
  return (
    <div class="frame">
      <header>
        <a class="unseen button" href={`#/${here}`} onClick={onSkip}>
          {frame.skip}
        </a>
        <span class="name">{frame.diary}</span>
        {tools}
        <button
          type="button"
          class="icon-button"
          aria-label={frame.settings}
          aria-current={name === 'settings' || name === 'backup' ? 'page' : undefined}
          onClick={onSettings}
        >
          <Icon of={Gear} />
        </button>
        {news}
      </header>
      <main ref={main} tabIndex={-1}>
        {children}
      </main>
      <nav class="bar" aria-label={frame.nav}>
        {tabs.map(({ place, name: label, icon, holds }) => (
          <a key={place} href={`#/${place}`} aria-current={holds.includes(name) ? 'page' : undefined}>
            <Icon of={icon} />
            {label}
          </a>
        ))}
      </nav>
    </div>
  )
}
