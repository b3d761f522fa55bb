/**
 * The backup's lock: the age format (age-encryption.org/v1) with a passphrase, in text form. Anyone can open such a
 * file with the standard `age` tool.
 */
import { armor, Decrypter, Encrypter } from 'age-encryption'
import { BadBackup } from '../core/backup/bad-backup.ts'
import { armoring, begin, unarmoring } from './armor.ts'
import { openingNatively, opensNatively } from './natively.ts'

/** 2^17: 128 MB and less than a second. age's own default of 18 needs twice that, too much for an old phone. */
export const workFactor = 17
/** What the age tool writes by itself is accepted; anything above could stop the phone before we knew who asks. */
export const mostWork = 18

const magic = 'age-encryption.org/v1\n'

/** A stream of bytes, in pieces of any size. */
export type Bytes = ReadableStream<Uint8Array>

/** Locks what comes, in the text form. The work for the passphrase is done while the first pieces are still awaited. */
export async function locking(pieces: Bytes, passphrase: string): Promise<Bytes> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(workFactor)
  return (await encrypter.encrypt(pieces)).pipeThrough(armoring())
}

/** Opens, while it comes, a file as `locking` writes it. */
export async function unlocking(file: Bytes, passphrase: string): Promise<Bytes> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  const bytes = file.pipeThrough(unarmoring())
  if (!(await opensNatively())) return await decrypter.decrypt(bytes)
  return bytes.pipeThrough(openingNatively(head => decrypter.decryptHeader(head)))
}

/** Whether a file is locked by age, in either of its forms. */
export function isLocked(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart()
  return start.startsWith(begin) || start.startsWith(magic)
}

/** Looks at the head of a locked file before any work is done for it. @throws BadBackup */
export function unlocked(bytes: Uint8Array): Uint8Array {
  const file = decodeArmor(bytes)
  const head = new TextDecoder().decode(file.subarray(0, 1000))
  // One line names the lock; with a passphrase it is the only one.
  const [, kind, logN] = /^age-encryption\.org\/v1\n-> (\S+)(?: \S+ ([1-9][0-9]{0,9})\n)?/.exec(head) ?? []
  if (kind === undefined) throw new BadBackup(head.startsWith(magic) ? 'cutOff' : 'notOurs')
  if (kind !== 'scrypt') throw new BadBackup('otherLock')
  if (logN === undefined || !head.includes('\n--- ')) throw new BadBackup('cutOff')
  if (Number(logN) > mostWork) throw new BadBackup('tooCostly')
  return file
}

/** @throws BadBackup */
export async function unlock(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const file = unlocked(bytes)
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    return await decrypter.decrypt(file)
  } catch (cause) {
    if (cause instanceof RangeError) throw new BadBackup('heavy', { cause })
    const wrong = cause instanceof Error && /no identity matched/.test(cause.message)
    throw new BadBackup(wrong ? 'passphrase' : 'cutOff', { cause })
  }
}

function decodeArmor(bytes: Uint8Array): Uint8Array {
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart()
  if (!start.startsWith(begin)) return bytes
  try {
    return armor.decode(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new BadBackup('cutOff', { cause })
  }
}

export async function allOf(stream: Bytes): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(stream as BodyInit).arrayBuffer())
}
