/**
 * Reads a diary's rows, opens them, looks whether they are in order, and writes them as the text of a backup, away from
 * the page. The text goes straight to the worker that locks it. What is opened is in this worker's memory alone, and
 * ends with it.
 */
import * as v from 'valibot'
import { BackupRevision } from '../core/backup/dump.ts'
import { restOf, textHead, textLines, textTail } from '../core/backup/read.ts'
import { chainsIn, faultsOf } from '../core/backup/verify.ts'
import { opening } from '../store/backup/opening.ts'
import { readRows } from '../store/backup/rows.ts'
import { openAsItIs } from '../store/raw.ts'
import { type FromWorker, type Piece, refusal, type ToWriter } from './messages.ts'

const scope = globalThis as unknown as DedicatedWorkerGlobalScope
const say = (message: FromWorker) => scope.postMessage(message)

scope.addEventListener('message', ({ data }: MessageEvent<ToWriter>) => {
  write(data).then(
    characters => say({ is: 'written', characters }),
    thrown => say(refusal(thrown)),
  )
})

async function write({ made, locked, opener, database, to }: ToWriter): Promise<number> {
  const { take, strange, held } = opening(opener)
  let characters = 0
  const send = (piece: Piece) => {
    characters += piece?.length ?? 0
    to.postMessage(piece)
  }
  send(textHead(made))
  let first = true
  const db = await openAsItIs(database)
  if (!db) throw new Error('there is no diary to read')
  try {
    await readRows(
      db,
      part => {
        const fresh = take(part)
        // What no restore would take must not be handed over as a backup.
        for (const one of strange) v.assert(BackupRevision, one)
        if (fresh.length > 0) send(textLines(fresh, first))
        first &&= fresh.length === 0
      },
      (done, of) => say({ is: 'wrote', done, of }),
    )
  } finally {
    db.close()
  }
  const all = held()
  // Nor a diary of which no restore would take anything: for such a one it throws.
  if (locked) chainsIn(all)
  send(textTail({ ...restOf(all), faults: locked ? [] : faultsOf(all) }))
  send(undefined)
  return characters
}
