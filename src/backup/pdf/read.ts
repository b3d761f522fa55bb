/** The data in a full record, read by pdf.js in a worker of its own: a hostile PDF may at worst end that. */
import { BadBackup } from '../../core/backup/bad-backup.ts'
import type { StartWorker } from '../asking.ts'
import type { FromPdfWorker } from './messages.ts'
import workerAddress from './worker-rarely.ts?worker&url'

/** How long a PDF may take, in milliseconds: a full record of 10,000 incidents takes a tenth of it. */
const patience = 60_000

/** @throws BadBackup; the signal's reason */
export function textInPdf(
  bytes: Uint8Array<ArrayBuffer>,
  startWorker: StartWorker,
  signal: AbortSignal | undefined,
): Promise<string> {
  const worker = startWorker(workerAddress)
  let late: ReturnType<typeof setTimeout> | undefined
  return new Promise<string>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
    late = setTimeout(() => reject(new BadBackup('heavy')), patience)
    worker.addEventListener('message', ({ data }: MessageEvent<FromPdfWorker>) => {
      // pdf.js says "ready" on the same line, in words of its own.
      if (data.is === 'found') resolve(data.text)
      else if (data.is === 'refused') reject(new BadBackup(data.why))
    })
    worker.addEventListener('error', event => {
      event.preventDefault()
      reject(new BadBackup('heavy', { cause: event.message }))
    })
    worker.postMessage(bytes, [bytes.buffer])
  }).finally(() => {
    clearTimeout(late)
    worker.terminate()
  })
}
