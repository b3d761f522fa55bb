/** Saving in the example. Somebody may have forgotten where they are, so nothing is kept there before they were asked. */
import { shared } from '../../core/shared.ts'
import { listDrafts } from '../../store/outside/drafts.ts'
import { inExample as words } from '../../text/in-example.ts'
import { say } from '../../ui/say.tsx'
import type { Draft } from '../draft.ts'
import { along, goOut } from './going.ts'

/** `real`: it happened; `trying`: it is made up; `goOn`: back to the form. */
export type Answer = 'real' | 'trying' | 'goOn'

/** The question that is being asked, and whom to tell the answer. */
export const asking = shared<((answer: Answer) => void) | undefined>(undefined)

/**
 * Asks about the form whose draft is kept under `slot`; resolves to whether to save it in the example. What really
 * happened goes to the person's own form instead.
 */
export async function askInExample<Form>(slot: string, draft: Draft<Form>): Promise<boolean> {
  const answer = await new Promise<Answer>(answered => asking.set(answered))
  asking.set(undefined)
  if (answer !== 'real') return answer === 'trying'
  draft.keepForResume()
  if (listDrafts().some(one => one.here && one.slot === slot)) {
    const [form] = slot.split('/')
    sessionStorage.setItem(along, form ?? '')
    goOut(form)
  } else say(words.notKept)
  return false
}
