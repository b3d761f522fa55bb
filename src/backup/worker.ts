/** Makes and opens backups away from the page, which stays responsive. Ended from outside where the person cancels. */
import type { Dump } from '../core/backup/dump.ts'
import { readDump } from '../core/backup/read.ts'
import { utf8 } from '../core/bytes.ts'
import { makeFile, openFile } from './files.ts'
import { type FromWorker, type Piece, refusal, type ToWorker } from './messages.ts'

const scope = globalThis as unknown as DedicatedWorkerGlobalScope
const say = (message: FromWorker, transfer: Transferable[] = []) => scope.postMessage(message, transfer)

/** Versions handed over at once: the page takes each part without a stutter. */
const part = 500

scope.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  answer(data).catch(refuse)
})

async function answer(asked: ToWorker): Promise<void> {
  if (asked.do === 'make') {
    const bytes = await makeFile(comingFrom(asked.from), asked.passphrase)
    say({ is: 'made', bytes }, [bytes.buffer])
    return
  }
  const opened = asked.do === 'read' ? readDump(asked.text) : await openFile(asked.bytes, asked.passphrase)
  if (opened === 'locked') say({ is: 'locked' })
  else handOver(opened)
}

const comingFrom = (port: MessagePort) =>
  new ReadableStream<Uint8Array>({
    start(out) {
      port.onmessage = ({ data }: MessageEvent<Piece>) =>
        data === undefined ? out.close() : out.enqueue(utf8(data))
    },
  })

function handOver({ revisions, ...rest }: Dump): void {
  for (let i = 0; i < revisions.length; i += part)
    say({ is: 'revisions', revisions: revisions.slice(i, i + part) })
  say({ is: 'opened', rest })
}

const refuse = (thrown: unknown) => say(refusal(thrown))
