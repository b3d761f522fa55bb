import { now, zone } from '../browser/clock.ts'
import { zonedAt } from '../core/time.ts'
import { whenSaid } from '../text/days.ts'
import { form as words } from '../text/form.ts'
import { say } from '../ui/say.tsx'
import type { Draft } from './draft.ts'

/** Says that words from before are back, and offers to begin afresh; that can be taken back too. */
export default function DraftNote({
  draft,
}: {
  draft: Pick<Draft<unknown>, 'unkept' | 'backFrom' | 'clear'>
}) {
  if (draft.unkept)
    return (
      <p class="note warn" data-unkept>
        {words.draftUnkept}
      </p>
    )
  if (draft.backFrom === undefined) return null
  const when = whenSaid(zonedAt(draft.backFrom, zone()), now(), zone())
  const drop = () => {
    const { undo } = draft.clear()
    say(words.draftGone, { label: words.draftUndo, run: undo })
  }
  return (
    <div class="note stack">
      <p>{words.draftBack(when)}</p>
      <div>
        <button type="button" class="button" onClick={drop}>
          {words.draftDrop}
        </button>
      </div>
    </div>
  )
}
