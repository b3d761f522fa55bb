/** Long work in turns, so that the page can draw and answer in between. */

/** How long one turn may take, in milliseconds: then a slow phone still draws each frame. */
const turn = 6

const scheduler = (globalThis as { scheduler?: { yield?: () => Promise<void> } }).scheduler

/** Lets everything else that waits go first. */
const others = (): Promise<void> => scheduler?.yield?.() ?? new Promise(resolve => setTimeout(resolve))

/** Does `work` with each, in order. Not for within a transaction, which would end. */
export async function inTurns<T, R>(list: readonly T[], work: (one: T) => R): Promise<R[]> {
  const done: R[] = []
  let end = performance.now() + turn
  for (const one of list) {
    done.push(work(one))
    if (performance.now() < end) continue
    await others()
    end = performance.now() + turn
  }
  return done
}
