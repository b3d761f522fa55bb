/**
 * The backup's lock: the age format (age-encryption.org/v1) with a passphrase, in text form. Anyone can open such a
 * file with the standard `age` tool.
 */
import { armor, Decrypter, Encrypter } from 'age-encryption'
import { BadBackup } from '../core/backup/bad-backup.ts'
import { sameBytes } from '../core/bytes.ts'
import { armoring, begin, unarmoring } from './armor.ts'
import { headOf, isNative, lockingNatively, openingNatively } from './natively.ts'

/** 2^17: 128 MB and less than a second. age's own default of 18 needs twice that, too much for an old phone. */
export const workFactor = 17
/** What the age tool writes by itself is accepted; anything above could stop the phone before we knew who asks. */
export const mostWork = 18

const magic = 'age-encryption.org/v1\n'

/** A stream of bytes, in pieces of any size. */
export type Bytes = ReadableStream<Uint8Array>

/** What locks one file while it comes, in the text form, and what opens it again. */
export interface Lock {
  locking(pieces: Bytes): Promise<Bytes>
  unlocking(file: Bytes): Promise<Bytes>
}

/** The lock of a passphrase. Whatever opens the file does the work for the passphrase anew. */
export async function lockOf(passphrase: string): Promise<Lock> {
  const [encrypter, decrypter] = [new Encrypter(), decrypterOf(passphrase)]
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(workFactor)
  if (!(await isNative()))
    return {
      locking: async pieces => (await encrypter.encrypt(pieces)).pipeThrough(armoring()),
      unlocking: file => decrypter.decrypt(file.pipeThrough(unarmoring())),
    }
  const head = headOf(await encrypter.encrypt(new Uint8Array()))
  const key = await decrypter.decryptHeader(head)
  const keyFrom = async (found: Uint8Array) => {
    if (!sameBytes(found, head)) throw new Error('the file does not begin as it was written')
    return key
  }
  return {
    locking: async pieces => pieces.pipeThrough(lockingNatively(head, key)).pipeThrough(armoring()),
    unlocking: async file => file.pipeThrough(unarmoring()).pipeThrough(openingNatively(keyFrom)),
  }
}

function decrypterOf(passphrase: string): Decrypter {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  return decrypter
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
  try {
    return await decrypterOf(passphrase).decrypt(file)
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
