/** Restoring, step by step: a file is opened, looked at, and only then brought in. */
import { hold } from '../../browser/held.ts'
import { startWorker } from '../../browser/trusted.ts'
import { BadBackup } from '../../core/backup/bad-backup.ts'
import type { Dump } from '../../core/backup/dump.ts'
import { type Inside, insideOf } from '../../core/backup/inside.ts'
import type { Brought } from '../../core/backup/merge-entries.ts'
import { shared } from '../../core/shared.ts'
import type { Diary } from '../../store/diary.ts'

export type Restoring =
  | { is: 'idle' }
  | { is: 'opening'; cancel: () => void }
  | { is: 'locked'; file: File; wrong: boolean }
  | { is: 'opened'; dump: Dump; inside: Inside; brings: Brought }
  | { is: 'taking'; done: number; cancel: () => void }
  | { is: 'cancelled' }
  /** `why` is missing where nobody foresaw it. */
  | { is: 'refused'; why?: BadBackup['why'] | undefined }
  | { is: 'done'; brought: Brought }

export const isUnderWay = ({ is }: Restoring): boolean => is === 'opening' || is === 'taking'

export const restoring = shared<Restoring>({ is: 'idle' })

/** Opens the file and looks what it would bring. Nothing is written. */
export async function open(diary: Diary, file: File, typed: string | undefined, kept: string | undefined) {
  const stop = new AbortController()
  restoring.set({ is: 'opening', cancel: () => stop.abort() })
  await ends(stop, async () => {
    const { openBackup } = await import('../../backup/open.ts')
    const options = { startWorker, signal: stop.signal }
    const dump = await openBackup(file, { ...options, passphrase: typed ?? kept }).catch(error => {
      const wrong = error instanceof BadBackup && error.why === 'passphrase'
      if (!wrong) throw error
      return 'locked' as const
    })
    // A passphrase that was kept may be a later one: only one that was typed is called wrong.
    if (dump === 'locked') return { is: 'locked', file, wrong: typed !== undefined }
    const brings = await diary.wouldBring(dump)
    return { is: 'opened', dump, inside: insideOf(dump), brings }
  })
}

/** Brings it in, whole or not at all. */
export async function take(diary: Diary, dump: Dump) {
  const stop = new AbortController()
  const progress = (done: number) => restoring.set({ is: 'taking', done, cancel: () => stop.abort() })
  progress(0)
  await ends(stop, async () => {
    const brought = await diary.takeIn(dump, { onProgress: progress, signal: stop.signal })
    diary.settleLoss()
    return { is: 'done', brought }
  })
}

async function ends(stop: AbortController, work: () => Promise<Restoring>): Promise<void> {
  const release = hold()
  try {
    restoring.set(await work())
  } catch (error) {
    if (stop.signal.aborted) restoring.set({ is: 'cancelled' })
    else if (error instanceof BadBackup) restoring.set({ is: 'refused', why: error.why })
    else {
      restoring.set({ is: 'refused' })
      reportError(error)
    }
  } finally {
    release()
  }
}
