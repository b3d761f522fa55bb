/** How long we work before the page gets a turn, in milliseconds. */
const turn = 20

/** Long work on the page itself, in steps, with room for a tap in between. Rejects with the signal's reason. */
export async function inTurns<T>(work: Generator<void, T>, signal?: AbortSignal): Promise<T> {
  let since = performance.now()
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    if (performance.now() - since < turn) continue
    await new Promise(done => setTimeout(done))
    signal?.throwIfAborted()
    since = performance.now()
  }
}
