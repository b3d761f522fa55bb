/** Reads the data attached to a full record. Its pdf.js is not in the precache: it comes when first wanted, and is kept. */

import { attachedText } from './attached.ts'
import type { FromPdfWorker } from './messages.ts'

const scope = globalThis as unknown as DedicatedWorkerGlobalScope
const say = (message: FromPdfWorker) => scope.postMessage(message)

/** More bytes at once than reading the largest full record takes: pdf.js doubles its room until a stream fits in. */
const most = 2 ** 27
let tooMuch = false

// A PDF of a megabyte may hold a gigabyte, and pdf.js knows no limit. What it asks of this worker's memory the page,
// which shares a process with it, would have to wait for (a second and more, seen): so it does not get it.
const bounded = new Proxy(Uint8Array, {
  construct(array, given: [number], by) {
    if (given[0] > most) {
      tooMuch = true
      throw new RangeError('too much to read')
    }
    return Reflect.construct(array, given, by)
  },
})
Object.assign(globalThis, { Uint8Array: bounded })

scope.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  attachedText(data)
    .catch((): FromPdfWorker => ({ is: 'refused', why: 'pdf' }))
    .then(found => say(tooMuch ? { is: 'refused', why: 'tooBig' } : found))
})
