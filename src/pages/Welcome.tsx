import { FileText, House, type IconNode, Smartphone } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useContext, useEffect } from 'preact/hooks'
import { fromIosIcon, inIosTab, isInstalled } from '../browser/installing.ts'
import { to } from '../browser/route.ts'
import { install } from '../text/install.ts'
import { welcome as words } from '../text/welcome.ts'
import { Door } from '../ui/door.tsx'
import { Icon } from '../ui/icon.tsx'
import { LookAtExample } from './example/LookAtExample.tsx'
import { DiaryContext } from './live.ts'
import { sayIfErased } from './settings/erased.ts'

/** Home while the list is empty. The three parts about the app stand there only for somebody who has never written. */
export default function Welcome() {
  const diary = useContext(DiaryContext)
  useEffect(sayIfErased, [])
  // Drawn before the diary is open only where it is new (first-look.ts).
  const isNew = !diary || diary.found.state === 'new'
  const home = !isInstalled() && (
    <Part icon={House} title={install.title} says={[inIosTab ? install.iosWhy : install.why]}>
      <p>
        <a class="more" href={to('settings/install')}>
          {words.how}
        </a>
      </p>
    </Part>
  )
  return (
    <div class="empty">
      <Door />
      <h2>{words.title}</h2>
      <p class="lead">{words.intro}</p>
      {fromIosIcon && isNew && <p class="note">{install.fromTab}</p>}
      <div class="row">
        {fromIosIcon && (
          <a class="button" href={to('backup/moving')}>
            {install.bring}
          </a>
        )}
        <a class="button" href={to('backup/restore')}>
          {words.have}
        </a>
      </div>
      {isNew && (
        <section class="about" aria-label={words.about}>
          {inIosTab && home}
          <Part icon={Smartphone} title={words.stays} says={[words.staysWords]} />
          <Part icon={FileText} title={words.sheet} says={[words.sheetWords]} />
          {!inIosTab && home}
        </section>
      )}
      {isNew && <LookAtExample />}
    </div>
  )
}

function Part(props: { icon: IconNode; title: string; says: string[]; children?: ComponentChildren }) {
  const { icon, title, says, children } = props
  return (
    <div>
      <Icon of={icon} />
      <h3>{title}</h3>
      {says.map(one => (
        <p key={one} class="quiet">
          {one}
        </p>
      ))}
      {children}
    </div>
  )
}
