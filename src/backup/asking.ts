/** A conversation with a worker of the backup: one question, one answer, ended by either side. */
import { BadBackup } from '../core/backup/bad-backup.ts'
import type { BackupRevision } from '../core/backup/dump.ts'
import type { FromWorker, ToWorker } from './messages.ts'
import workerAddress from './worker.ts?worker&url'

/** Starts one of our own scripts as a module worker, in the way the policy asks for. */
export type StartWorker = (address: string) => Worker

export type Answer = Extract<FromWorker, { is: 'made' | 'written' | 'opened' | 'locked' }>

export interface Asked<Message> {
  post(message: Message, transfer?: Transferable[]): void
  /** Rejects with BadBackup, with the signal's reason, or with what went wrong. */
  answer: Promise<Answer>
  /** Versions handed over so far. */
  revisions: BackupRevision[]
  end(): void
}

/** @param onWrote told after each part how many of how many rows are written */
export function ask<Message = ToWorker>(
  startWorker: StartWorker,
  signal: AbortSignal | undefined,
  address = workerAddress,
  onWrote?: (done: number, of: number) => void,
): Asked<Message> {
  signal?.throwIfAborted()
  const worker = startWorker(address)
  const revisions: BackupRevision[] = []
  const answer = new Promise<Answer>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.is === 'revisions') revisions.push(...data.revisions)
      else if (data.is === 'wrote') onWrote?.(data.done, data.of)
      else if (data.is === 'refused') reject(new BadBackup(data.why))
      else if (data.is === 'failed') reject(new Error(data.message))
      else resolve(data)
    })
    // No room for it, or the script did not come: either way it ends here.
    worker.addEventListener('error', event => {
      event.preventDefault()
      reject(new BadBackup('heavy', { cause: event.message }))
    })
    worker.addEventListener('messageerror', () => reject(new BadBackup('heavy')))
  })
  answer.catch(told)
  return {
    post: (message, transfer = []) => worker.postMessage(message, transfer),
    answer,
    revisions,
    end: () => worker.terminate(),
  }
}

/** Whoever waits for the answer is told; whoever does not yet wait must not make it an unhandled one. */
function told(): void {}
