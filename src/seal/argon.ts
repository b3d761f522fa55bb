/** Argon2id away from the page, which stays responsive. In plain JavaScript: the policy lets no WebAssembly in. */
import workerAddress from './argon-worker.ts?worker&url'
import type { Kdf } from './lock-box.ts'

export interface Derived {
  key: Uint8Array
  /** How long it took, in milliseconds. */
  took: number
}

/** From a passcode as it counts ({@link normalPasscode}) and what the box says, the key that wraps. */
export type Derive = (passcode: string, kdf: Kdf) => Promise<Derived>

/** Starts one of our own scripts, as the policy asks. */
export type StartWorker = (address: string) => Worker

/** Each derivation has a worker of its own, whose memory ends with it. Rejects where the worker does not start. */
export const deriveIn =
  (startWorker: StartWorker): Derive =>
  (passcode, kdf) =>
    askedOf(startWorker(workerAddress), passcode, kdf)

/** Has a worker waiting for the first passcode: starting one takes a third of the time that a person waits (measured). */
export function deriveAhead(startWorker: StartWorker): { derive: Derive; end: () => void } {
  let waiting: Worker | undefined = startWorker(workerAddress)
  // It did not start: the one that is asked tries again, and says so.
  waiting.addEventListener('error', event => {
    event.preventDefault()
    waiting = undefined
  })
  const derive: Derive = (passcode, kdf) => {
    const worker = waiting ?? startWorker(workerAddress)
    waiting = undefined
    return askedOf(worker, passcode, kdf)
  }
  const end = () => {
    waiting?.terminate()
    waiting = undefined
  }
  return { derive, end }
}

function askedOf(worker: Worker, passcode: string, kdf: Kdf): Promise<Derived> {
  return new Promise<Derived>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Derived>) => resolve(data))
    worker.addEventListener('error', event => reject(new Error(event.message || 'the worker did not start')))
    worker.postMessage({ passcode, kdf })
  }).finally(() => worker.terminate())
}

type Cost = Pick<Kdf, 'memory' | 'passes'>

/** The least: OWASP's Password Storage Cheat Sheet for Argon2id, 19 MiB and two passes. */
export const least: Cost = { memory: 19 * 1024, passes: 2 }
const most: Cost = { memory: 64 * 1024, passes: 4 }
/** Milliseconds. With starting the worker and opening the diary a person waits about half a second. */
const wanted = 400

/** What a phone can bear that took `took` milliseconds for the least: first more memory, then more passes. */
export function costFor(took: number): Cost {
  const times = Math.max(1, wanted / took)
  const memory = Math.min(most.memory, Math.floor((least.memory * times) / 1024) * 1024)
  const passes = Math.floor((least.passes * times * least.memory) / memory)
  return { memory, passes: Math.min(most.passes, Math.max(least.passes, passes)) }
}
