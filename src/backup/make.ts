/** Making a backup, as the page asks for it. Reached by `import()`, so that age comes when a backup is wanted. */
import { limits } from '../core/backup/json.ts'
import type { Instant } from '../core/time.ts'
import type { Diary } from '../store/diary.ts'
import { ask, type StartWorker } from './asking.ts'
import type { ToWorker, ToWriter } from './messages.ts'
import writerAddress from './writing-worker.ts?worker&url'

export interface MakeOptions {
  /** Without one the file can be read by anyone. */
  passphrase: string | undefined
  /** When, and the day as the phone's calendar has it: `2026-11-22`. */
  made: Instant
  date: string
  startWorker: StartWorker
  /** From 0 to 1 while the diary is read; `undefined` while the last of the file is locked and opened again. */
  onProgress?: (done: number | undefined) => void
  signal?: AbortSignal
  /** The most that a restore takes. */
  most?: { bytes: number; characters: number }
}

export interface MadeBackup {
  bytes: Uint8Array<ArrayBuffer>
  /** It holds everything, but is larger than what a restore takes. */
  tooBig: boolean
  /** `diary-backup-2026-11-22.age.txt` */
  name: string
  made: Instant
}

/** Endings that phones agree to share, which `.age` and `.json` are not. */
export const nameOf = (date: string, locked: boolean): string =>
  `diary-backup-${date}.${locked ? 'age' : 'json'}.txt`

/**
 * Reads the diary and writes its text in one thread; locks it, opens it again and compares in another. Rejects with the
 * signal's reason where it was cancelled, with the errors of a reading, or with what went wrong: then there is no file.
 */
export async function makeBackup(diary: Diary, options: MakeOptions): Promise<MadeBackup> {
  const { passphrase, made, date, startWorker, onProgress, signal, most = limits } = options
  const writer = ask<ToWriter>(startWorker, signal, writerAddress, (done, of) =>
    onProgress?.(Math.min(done / Math.max(of, 1), 1)),
  )
  const locker = ask<ToWorker>(startWorker, signal)
  try {
    const { port1: to, port2: from } = new MessageChannel()
    // Asked before anything is read: the work for the passphrase is done meanwhile.
    locker.post({ do: 'make', from, passphrase }, [from])
    const write = diary.handOver((opener, database) => {
      writer.post({ made, locked: passphrase !== undefined, opener, database, to }, [to])
      return writer.answer
    }, signal)
    const writing = write.then(answer => {
      onProgress?.(undefined)
      return answer
    })
    const [file, text] = await Promise.all([locker.answer, writing])
    if (file.is !== 'made' || text.is !== 'written')
      throw new Error(`no backup was made: ${file.is}, ${text.is}`)
    const { bytes } = file
    const tooBig = bytes.length > most.bytes || text.characters > most.characters
    return { bytes, tooBig, name: nameOf(date, passphrase !== undefined), made }
  } finally {
    writer.end()
    locker.end()
  }
}
