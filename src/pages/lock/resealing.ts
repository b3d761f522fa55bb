/** Sealing anew what was written before the lock: goes on beside everything else, and again after each unlock. */
import { shared } from '../../core/shared.ts'
import { NotSaved } from '../../store/errors.ts'
import type { Lock } from '../../store/lock/lock.ts'

/** How far it is, in rows; `undefined` while there is nothing to do. */
export const resealing = shared<{ done: number; of: number } | undefined>(undefined)

export async function resealWhatIsLeft(lock: Lock): Promise<void> {
  if (resealing.value || !(await lock.state())?.resealing) return
  resealing.set({ done: 0, of: 0 })
  try {
    await lock.reseal((done, of) => resealing.set({ done, of }))
  } catch (error) {
    // The phone does not take it now: it goes on at the next unlock.
    if (!(error instanceof NotSaved)) reportError(error)
  } finally {
    resealing.set(undefined)
  }
}
