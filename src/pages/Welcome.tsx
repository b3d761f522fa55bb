import { FileText, House, type IconNode, Smartphone } from 'lucide'
import { useContext } from 'preact/hooks'
import { to } from '../browser/route.ts'
import { backup } from '../text/backup.ts'
import { welcome as words } from '../text/welcome.ts'
import { Door } from '../ui/door.tsx'
import { Icon } from '../ui/icon.tsx'
import { DiaryContext } from './live.ts'

/** Home while the list is empty. The three parts about the app stand there only for somebody who has never written. */
export default function Welcome() {
  const diary = useContext(DiaryContext)
  const installed = matchMedia('(display-mode: standalone)').matches
  return (
    <div class="empty">
      <Door />
      <h2>{words.title}</h2>
      <p class="lead">{words.intro}</p>
      <div>
        <a class="button" href={to('backup/restore')}>
          {backup.have}
        </a>
      </div>
      {diary?.found.state === 'new' && (
        <section class="about" aria-label={words.about}>
          <Part icon={Smartphone} title={words.stays} says={[words.staysWords]} />
          <Part icon={FileText} title={words.sheet} says={[words.sheetWords]} />
          {!installed && <Part icon={House} title={words.home} says={[words.homeWords, words.homeOther]} />}
        </section>
      )}
    </div>
  )
}

function Part({ icon, title, says }: { icon: IconNode; title: string; says: string[] }) {
  return (
    <div>
      <Icon of={icon} />
      <h3>{title}</h3>
      {says.map(one => (
        <p key={one} class="quiet">
          {one}
        </p>
      ))}
    </div>
  )
}
