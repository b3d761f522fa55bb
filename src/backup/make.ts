/** Making a backup, as the page asks for it. Reached by `import()`, so that age comes when a backup is wanted. */
import * as v from 'valibot'
import { BackupRevision, type Holding } from '../core/backup/dump.ts'
import { restOf, textHead, textLines, textTail } from '../core/backup/read.ts'
import { commitmentHolds, lookForFaults, type ReadableRevision } from '../core/backup/verify.ts'
import type { Instant } from '../core/time.ts'
import type { Diary } from '../store/diary.ts'
import { ask, type StartWorker } from './asking.ts'
import { inTurns } from './turns.ts'

export interface MakeOptions {
  /** Without one the file can be read by anyone. */
  passphrase: string | undefined
  /** When, and the day as the phone's calendar has it: `2026-11-22`. */
  made: Instant
  date: string
  startWorker: StartWorker
  /** From 0 to 1 while the diary is read; `undefined` while the file is locked and opened again. */
  onProgress?: (done: number | undefined) => void
  signal?: AbortSignal
}

export interface MadeBackup {
  bytes: Uint8Array<ArrayBuffer>
  /** `diary-backup-2026-11-22.age.txt` */
  name: string
  made: Instant
}

/** Endings that phones agree to share, which `.age` and `.json` are not. */
export const nameOf = (date: string, locked: boolean): string =>
  `diary-backup-${date}.${locked ? 'age' : 'json'}.txt`

/**
 * Reads the diary, writes the file, opens it again and compares. Rejects with the signal's reason where it was
 * cancelled, with the errors of a reading, or with what went wrong: then there is no file.
 */
export async function makeBackup(diary: Diary, options: MakeOptions): Promise<MadeBackup> {
  const { passphrase, made, date, startWorker, onProgress, signal } = options
  const asked = ask(startWorker, signal)
  try {
    // Sent before anything is read: the work for the passphrase is done meanwhile.
    asked.post({ do: 'begin', passphrase })
    asked.post({ do: 'piece', text: textHead(made) })
    let first = true
    const held = await diary.dump({
      signal,
      onProgress: (done, of) => onProgress?.(done / Math.max(of, 1)),
      onRevisions(revisions) {
        asked.post({ do: 'piece', text: textLines(revisions, first) })
        first &&= revisions.length === 0
      },
    })
    onProgress?.(undefined)
    asked.post({ do: 'piece', text: textTail({ ...restOf(held), faults: await faultsIn(held, signal) }) })
    asked.post({ do: 'end' })
    const [answer] = await Promise.all([asked.answer, checkShape(held, signal)])
    if (answer.is !== 'made') throw new Error(`no backup was made: ${answer.is}`)
    return { bytes: answer.bytes, name: nameOf(date, passphrase !== undefined), made }
  } finally {
    asked.end()
  }
}

/** How many versions are looked at closely; what is sealed cannot change unseen, so this watches only over us. */
const spotChecks = 200

/** What is to be said in the file about what is not in order. */
async function faultsIn(held: Holding, signal: AbortSignal | undefined) {
  const every = Math.ceil(held.revisions.length / spotChecks)
  let at = 0
  const some = (row: ReadableRevision) => at++ % every !== 0 || commitmentHolds(row)
  const faults = await inTurns(lookForFaults(held, some), signal)
  return faults.some(({ is }) => is === 'altered') ? await inTurns(lookForFaults(held), signal) : faults
}

/** What no restore would take must not be handed over as a backup. */
async function checkShape({ revisions }: Holding, signal: AbortSignal | undefined): Promise<void> {
  function* look(): Generator<void, void> {
    for (const one of revisions) {
      v.assert(BackupRevision, one)
      yield
    }
  }
  await inTurns(look(), signal)
}
