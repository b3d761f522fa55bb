/** Makes and opens backups away from the page, which stays responsive. Ended from outside where the person cancels. */
import { BadBackup } from '../core/backup/bad-backup.ts'
import type { Dump } from '../core/backup/dump.ts'
import { readDump } from '../core/backup/read.ts'
import { makeFile, openFile } from './files.ts'
import type { FromWorker, ToWorker } from './messages.ts'

const scope = globalThis as unknown as DedicatedWorkerGlobalScope
const say = (message: FromWorker, transfer: Transferable[] = []) => scope.postMessage(message, transfer)

/** Versions handed over at once: the page takes each part without a stutter. */
const part = 500

const encoder = new TextEncoder()
let pieces: ReadableStreamDefaultController<Uint8Array> | undefined

scope.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.do === 'piece') pieces?.enqueue(encoder.encode(data.text))
  else if (data.do === 'end') pieces?.close()
  else answer(data).catch(refuse)
})

async function answer(asked: Exclude<ToWorker, { do: 'piece' | 'end' }>): Promise<void> {
  if (asked.do === 'begin') {
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        pieces = controller
      },
    })
    const bytes = await makeFile(stream, asked.passphrase)
    say({ is: 'made', bytes }, [bytes.buffer])
    return
  }
  const opened = asked.do === 'read' ? readDump(asked.text) : await openFile(asked.bytes, asked.passphrase)
  if (opened === 'locked') say({ is: 'locked' })
  else handOver(opened)
}

function handOver({ revisions, ...rest }: Dump): void {
  for (let i = 0; i < revisions.length; i += part)
    say({ is: 'revisions', revisions: revisions.slice(i, i + part) })
  say({ is: 'opened', rest })
}

function refuse(thrown: unknown): void {
  if (thrown instanceof BadBackup) say({ is: 'refused', why: thrown.why })
  else if (thrown instanceof RangeError) say({ is: 'refused', why: 'heavy' })
  else say({ is: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) })
}
