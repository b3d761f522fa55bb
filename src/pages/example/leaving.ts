/** In a window of the real diary: what is left of the example, and what this window brings from there. */
import { go } from '../../browser/route.ts'
import { emptyExample, type Left, takeAsOwn, wordsLeft } from '../../store/example/left.ts'
import { DraftNotKept } from '../../store/outside/drafts.ts'
import { along } from './going.ts'

/** Empties the example; where the phone does not, the next start does. */
export const tidy = (): Promise<void> => emptyExample().catch(reportError)

/** In a window that has just gone out: makes the words that it took along the draft of its own form. */
export function takeAlong(): void {
  const form = sessionStorage.getItem(along)
  if (!form) return
  sessionStorage.removeItem(along)
  const found = wordsLeft().find(one => one.form === form)
  if (!found) return
  // Where there is other writing already, they wait on home, which says why.
  if (taken(found)) void tidy()
  else go('', 'replace')
}

/** Whether they are in the person's own form now. */
export function taken(words: Left): boolean {
  try {
    return takeAsOwn(words)
  } catch (error) {
    if (error instanceof DraftNotKept) return false
    throw error
  }
}
