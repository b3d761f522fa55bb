/**
 * Opens a diary's rows, looks whether they are in order, and writes them as the text of a backup, away from the page.
 * The text goes straight to the worker that locks it. What is opened is in this worker's memory alone, and ends with it.
 */
import * as v from 'valibot'
import { BackupRevision, type Holding } from '../core/backup/dump.ts'
import { restOf, textHead, textLines, textTail } from '../core/backup/read.ts'
import { commitmentHolds, faultsOf, type ReadableRevision } from '../core/backup/verify.ts'
import { opening } from '../store/backup/opening.ts'
import { type FromWorker, type Piece, refusal, type ToWriter } from './messages.ts'

const scope = globalThis as unknown as DedicatedWorkerGlobalScope
const say = (message: FromWorker) => scope.postMessage(message)

type Begin = Extract<ToWriter, { do: 'begin' }>
let writer: ReturnType<typeof writing> | undefined

scope.addEventListener('message', ({ data }: MessageEvent<ToWriter>) => {
  try {
    if (data.do === 'begin') writer = writing(data)
    else if (data.do === 'rows') writer?.take(data.part)
    else writer?.end()
  } catch (thrown) {
    say(refusal(thrown))
  }
})

function writing({ made, opener, to }: Begin) {
  const encoder = new TextEncoder()
  const { take, held } = opening(opener)
  let first = true
  const send = (text: string) => {
    const piece: Piece = encoder.encode(text)
    to.postMessage(piece, [piece.buffer])
  }
  send(textHead(made))
  return {
    take(part: Parameters<typeof take>[0]) {
      const fresh = take(part)
      // What no restore would take must not be handed over as a backup.
      for (const one of fresh) v.assert(BackupRevision, one)
      if (fresh.length > 0) send(textLines(fresh, first))
      first &&= fresh.length === 0
      if (part.are !== 'chains') say({ is: 'wrote', rows: part.rows.length })
    },
    end() {
      const all = held()
      send(textTail({ ...restOf(all), faults: faultsIn(all) }))
      to.postMessage('end' satisfies Piece)
      say({ is: 'written' })
    },
  }
}

/** How many versions are looked at closely; what is sealed cannot change unseen, so this watches only over us. */
const spotChecks = 200

/** What is to be said in the file about what is not in order. */
function faultsIn(held: Holding) {
  const every = Math.ceil(held.revisions.length / spotChecks)
  let at = 0
  const some = (row: ReadableRevision) => at++ % every !== 0 || commitmentHolds(row)
  const faults = faultsOf(held, some)
  return faults.some(({ is }) => is === 'altered') ? faultsOf(held) : faults
}
