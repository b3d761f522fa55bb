/** Reads the data attached to a full record. Its pdf.js is not in the precache: it comes when first wanted, and is kept. */

import { attachedText } from './attached.ts'
import type { FromPdfWorker } from './messages.ts'

const scope = globalThis as unknown as DedicatedWorkerGlobalScope
const say = (message: FromPdfWorker) => scope.postMessage(message)

scope.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  attachedText(data).then(say, () => say({ is: 'refused', why: 'pdf' }))
})
