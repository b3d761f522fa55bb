/** Files made and read, away from any page or worker: bytes in, bytes out. */
import { BadBackup } from '../core/backup/bad-backup.ts'
import type { Dump } from '../core/backup/dump.ts'
import { noLimits } from '../core/backup/json.ts'
import { readDump } from '../core/backup/read.ts'
import { allOf, type Bytes, isLocked, lockOf, unlock, unlocked } from './age.ts'

/**
 * The file of a text that comes in pieces, opened again while it is written, and compared byte by byte.
 * @throws Error where what came back is not what went in: then there is no file
 */
export async function makeFile(
  pieces: Bytes,
  passphrase: string | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  if (passphrase === undefined) {
    const file = await allOf(pieces)
    // Open to everybody. Nothing but a reading shows whether it is one.
    readDump(textOf(file), false, noLimits)
    return file
  }
  const { noting, comparing } = comparison()
  const { locking, unlocking } = await lockOf(passphrase)
  const [out, check] = (await locking(pieces.pipeThrough(noting))).tee()
  const opened = unlocking(check).then(again => again.pipeTo(comparing))
  const [file] = await Promise.all([allOf(out), opened])
  return file
}

/** Keeps what goes by until the same comes back. */
function comparison() {
  const sent: Uint8Array[] = []
  let at = 0
  const noting = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, out) {
      if (piece.length > 0) sent.push(piece)
      out.enqueue(piece)
    },
  })
  const comparing = new WritableStream<Uint8Array>({
    write(piece) {
      for (let from = 0; from < piece.length; ) {
        const [first] = sent
        if (!first) throw differs()
        const size = Math.min(piece.length - from, first.length - at)
        for (let i = 0; i < size; i++) if (piece[from + i] !== first[at + i]) throw differs()
        from += size
        at += size
        if (at < first.length) continue
        sent.shift()
        at = 0
      }
    },
    close() {
      if (sent.length > 0) throw differs()
    },
  })
  return { noting, comparing }
}

const differs = () => new Error('the backup does not open to what was put in')

/** What a file holds; `locked` where it takes a passphrase and none was given. @throws BadBackup */
export async function openFile(bytes: Uint8Array, passphrase: string | undefined): Promise<Dump | 'locked'> {
  if (!isLocked(bytes)) return readDump(textOf(bytes))
  if (passphrase === undefined) {
    // Refused at once where no passphrase would help.
    unlocked(bytes)
    return 'locked'
  }
  return readDump(textOf(await unlock(bytes, passphrase)), true)
}

/** @throws BadBackup for what is no text */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new BadBackup('notOurs', { cause })
  }
}
