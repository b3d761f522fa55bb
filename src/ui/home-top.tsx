import { Plus } from 'lucide'
import { diary as words } from '../text/diary.ts'
import { Icon } from './icon.tsx'

interface Props {
  /** Space presses a button; on a link it would scroll. */
  onSpace?: () => void
}

/**
 * The top of home: its name and the one large button. It draws only, and the button is made of a link: index.html
 * holds both as well, and a tap counts before any script has run.
 */
export function HomeTop({ onSpace }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== ' ') return
    event.preventDefault()
    onSpace?.()
  }
  return (
    <>
      <h1 class="unseen">{words.title}</h1>
      <div class="dock first">
        {/* biome-ignore lint/a11y/useSemanticElements: a button does nothing until a script has run */}
        <a class="button main big" role="button" href="#/log" onKeyDown={onKeyDown}>
          <Icon of={Plus} />
          {words.log}
        </a>
      </div>
    </>
  )
}
