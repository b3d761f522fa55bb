/**
 * What loading this window anew would break off: a backup, a restore, a document being made. A new version waits for
 * it (update.ts). A lock does not: whoever watches is safer locked out, and nothing is ever half brought in.
 */
import { shared } from '../core/shared.ts'

/** How many such things there are. */
export const held = shared(0)

/** Holds the window until what is returned is called. */
export function hold(): () => void {
  held.set(held.value + 1)
  let released = false
  return () => {
    if (!released) held.set(held.value - 1)
    released = true
  }
}
