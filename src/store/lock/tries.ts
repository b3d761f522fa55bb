/**
 * Wrong tries slow down. What is kept is how long is still to wait, and it only runs down while the app is open, by
 * a clock that nobody can set: so neither a restart nor another date on the phone shortens it.
 */
import * as v from 'valibot'
import { delayAfter, type TryBy } from '../../core/tries.ts'
import { prefix, readLocal, removeLocal, writeLocal } from '../outside/local.ts'

const count = v.pipe(v.number(), v.minValue(0))
const Tries = v.strictObject({ wrong: count, left: count })
type Tries = v.InferOutput<typeof Tries>

const nameOf = (by: TryBy) => `tries.${by}`
const ways: readonly TryBy[] = ['passcode', 'recovery']

function tries(by: TryBy): Tries {
  const stored = v.safeParse(Tries, readLocal(nameOf(by)))
  return stored.success ? stored.output : { wrong: 0, left: 0 }
}

/** Milliseconds before the next try by this way. */
export const waitLeft = (by: TryBy): number => tries(by).left

/** A try begins: it counts as wrong until {@link forgetTries}, so that nothing is won by killing the app in between. */
export function countTry(by: TryBy): void {
  const wrong = tries(by).wrong + 1
  writeLocal(nameOf(by), { wrong, left: delayAfter(by, wrong) })
}

/** Somebody got in. */
export const forgetTries = (): void => ways.forEach(by => void removeLocal(nameOf(by)))

/** So many milliseconds have passed with the app open. */
export function passTime(ms: number): void {
  for (const by of ways) {
    const { wrong, left } = tries(by)
    if (left > 0) writeLocal(nameOf(by), { wrong, left: Math.max(0, left - ms) })
  }
}

/** How often what is left is written down. */
const beat = 500

/**
 * Lets the time pass, in one window however many are open; every window may call it.
 * @param onBeat called regularly in each: look at {@link waitLeft} again
 * @returns how to stop
 */
export function letTimePass(onBeat: () => void): () => void {
  const stop = new AbortController()
  let counting = false
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    // A page that slept did not watch: what is longer than a few beats counts as one.
    if (counting) passTime(Math.min(now - last, 4 * beat))
    last = now
    onBeat()
  }, beat)
  const count = () => {
    counting = true
    last = performance.now()
  }
  const locks = globalThis.navigator?.locks
  if (locks) {
    locks
      .request(`${prefix}tries`, { signal: stop.signal }, () => {
        count()
        return new Promise<void>(done => stop.signal.addEventListener('abort', () => done()))
      })
      .catch(notOurTurn)
  } else count()
  return () => {
    clearInterval(timer)
    stop.abort()
  }
}

/** Stopped while another window was still counting. */
function notOurTurn(): void {}
