/** Opening a backup, as the page asks for it. Reached by `import()`. */
import { BadBackup } from '../core/backup/bad-backup.ts'
import type { Dump } from '../core/backup/dump.ts'
import { limits } from '../core/backup/json.ts'
import { ask, type StartWorker } from './asking.ts'

export interface OpenOptions {
  passphrase: string | undefined
  startWorker: StartWorker
  signal?: AbortSignal
}

/**
 * What a file holds; `locked` where it takes a passphrase and none was given. Nothing is written.
 * @throws BadBackup; the signal's reason where it was cancelled
 */
export async function openBackup(file: Blob, options: OpenOptions): Promise<Dump | 'locked'> {
  const { passphrase, startWorker, signal } = options
  if (file.size > limits.bytes) throw new BadBackup('tooBig')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const asked = ask(startWorker, signal)
  try {
    if (isPdf(bytes)) {
      const { textInPdf } = await import('./pdf/read.ts')
      asked.post({ do: 'read', text: await textInPdf(bytes, startWorker, signal) })
    } else asked.post({ do: 'open', bytes, passphrase }, [bytes.buffer])
    const answer = await asked.answer
    if (answer.is === 'opened') return { ...answer.rest, revisions: asked.revisions }
    return 'locked'
  } finally {
    asked.end()
  }
}

/** A PDF says so in its first kilobyte (ISO 32000-1, annex H.3). */
const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')
