/** The door of this folder: to be reached by `import()`, so that jsPDF and the fonts come when a sheet is wanted. */
import type { MadeSheet, OnProgress } from './document.ts'
import type { Asked, FromWorker, ToWorker } from './messages.ts'
import workerAddress from './worker.ts?worker&url'

/** Which build of the drawing code this is: the worker's file is named by its content. */
export const drawingBuild = /([^/]+)\.\w+(?:\?|$)/.exec(workerAddress)?.[1] ?? workerAddress

export interface MakeOptions {
  /** Starts one of our own scripts as a module worker, in the way the policy asks for. */
  startWorker(address: string): Worker
  onProgress?: OnProgress
  /** Ends the worker at once; the promise then rejects with the signal's reason. */
  signal?: AbortSignal
}

/** Makes the file. Rejects with the signal's reason where it was cancelled, else with what went wrong. */
export function makeSheet(
  asked: Asked,
  { startWorker, onProgress, signal }: MakeOptions,
): Promise<MadeSheet> {
  if (signal?.aborted) return Promise.reject(signal.reason)
  const worker = startWorker(workerAddress)
  return new Promise<MadeSheet>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.is === 'progress') onProgress?.(data.done, data.about)
      else if (data.is === 'made') resolve(data.made)
      else reject(new Error(data.message))
    })
    worker.addEventListener('error', event => reject(new Error(event.message || 'the worker did not start')))
    handOver(asked, message => signal?.aborted || worker.postMessage(message)).catch(reject)
  }).finally(() => worker.terminate())
}

/** Entries copied to the worker at once. */
const atOnce = 100

async function handOver(asked: Asked, say: (message: ToWorker) => void): Promise<void> {
  if ('emptyPages' in asked) return say({ is: 'make', asked })
  const { incidents, reports, revisions, ...rest } = asked
  await inSlices(incidents, some => say({ is: 'some', incidents: some }))
  await inSlices(reports, some => say({ is: 'some', reports: some }))
  await inSlices(revisions ?? [], some => say({ is: 'some', revisions: some }))
  say({ is: 'make', asked: { ...rest, incidents: [], reports: [], ...(revisions ? { revisions: [] } : {}) } })
}

/** With room in between for whatever else the page has to do. */
async function inSlices<T>(list: readonly T[], use: (some: readonly T[]) => void): Promise<void> {
  for (let from = 0; from < list.length; from += atOnce) {
    use(list.slice(from, from + atOnce))
    await new Promise(resolve => setTimeout(resolve))
  }
}
