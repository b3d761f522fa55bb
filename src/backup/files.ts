/** Files made and read, away from any page or worker: bytes in, bytes out. */
import { BadBackup } from '../core/backup/bad-backup.ts'
import type { Dump } from '../core/backup/dump.ts'
import { readDump } from '../core/backup/read.ts'
import { allOf, isLocked, lockAndOpen, unlock, unlocked } from './age.ts'

/**
 * The file of a text that comes in pieces, opened again and compared byte by byte.
 * @throws Error where what came back is not what went in: then there is no file
 */
export async function makeFile(
  pieces: ReadableStream<Uint8Array>,
  passphrase: string | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const written: Uint8Array[] = []
  const seen = pieces.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, out) {
        written.push(piece)
        out.enqueue(piece)
      },
    }),
  )
  const { file, opened } = passphrase === undefined ? await asItIs(seen) : await lockAndOpen(seen, passphrase)
  if (!isMadeOf(opened, written)) throw new Error('the backup does not open to what was put in')
  return file
}

/** Open to everybody. Nothing but a reading shows whether it is one. */
async function asItIs(stream: ReadableStream<Uint8Array>) {
  const file = await allOf(stream)
  readDump(textOf(file))
  return { file, opened: file }
}

function isMadeOf(bytes: Uint8Array, pieces: readonly Uint8Array[]): boolean {
  let at = 0
  for (const piece of pieces) {
    for (let i = 0; i < piece.length; i++) if (piece[i] !== bytes[at + i]) return false
    at += piece.length
  }
  return at === bytes.length
}

/** What a file holds; `locked` where it takes a passphrase and none was given. @throws BadBackup */
export async function openFile(bytes: Uint8Array, passphrase: string | undefined): Promise<Dump | 'locked'> {
  if (!isLocked(bytes)) return readDump(textOf(bytes))
  if (passphrase === undefined) {
    // Refused at once where no passphrase would help.
    unlocked(bytes)
    return 'locked'
  }
  return readDump(textOf(await unlock(bytes, passphrase)))
}

/** @throws BadBackup for what is no text */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new BadBackup('notOurs', { cause })
  }
}
