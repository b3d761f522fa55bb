/**
 * The backup's lock: the age format (age-encryption.org/v1) with a passphrase, in text form. Anyone can open such a
 * file with the standard `age` tool.
 */
import { armor, Decrypter, Encrypter } from 'age-encryption'
import { BadBackup } from '../core/backup/bad-backup.ts'
import { sameBytes } from '../core/bytes.ts'

/** 2^17: 128 MB and less than a second. age's own default of 18 needs twice that, too much for an old phone. */
export const workFactor = 17
/** What the age tool writes by itself is accepted; anything above could stop the phone before we knew who asks. */
export const mostWork = 18

const magic = 'age-encryption.org/v1\n'
const begin = '-----BEGIN AGE ENCRYPTED FILE-----'
const end = '-----END AGE ENCRYPTED FILE-----'

/**
 * Encrypts a text that arrives in pieces, and opens what comes out while it comes: the work for the passphrase, once
 * for each, is done while the first pieces are still awaited.
 * @returns the file, and what a reader with the passphrase found in it
 */
export async function lockAndOpen(
  pieces: ReadableStream<Uint8Array>,
  passphrase: string,
): Promise<{ file: Uint8Array<ArrayBuffer>; opened: Uint8Array }> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(workFactor)
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  const [out, check] = (await encrypter.encrypt(pieces)).tee()
  const [locked, opened] = await Promise.all([allOf(out), decrypter.decrypt(check).then(allOf)])
  const file = encodeArmor(locked)
  if (!sameBytes(decodeOwnArmor(file), locked)) throw new Error('the text form does not lead back')
  return { file, opened }
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

/** The engine's own base64 is many times faster, where it has one. */
function encodeArmor(file: Uint8Array): Uint8Array<ArrayBuffer> {
  const { toBase64 } = file as { toBase64?: () => string }
  const text = toBase64
    ? `${begin}\n${toBase64.call(file).replace(/.{1,64}/g, '$&\n')}${end}\n`
    : armor.encode(file)
  return new TextEncoder().encode(text)
}

function decodeOwnArmor(file: Uint8Array): Uint8Array {
  const { fromBase64 } = Uint8Array as { fromBase64?: (text: string) => Uint8Array }
  const text = new TextDecoder().decode(file)
  return fromBase64 ? fromBase64(text.slice(begin.length, -end.length - 1)) : armor.decode(text)
}

export async function allOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(stream as BodyInit).arrayBuffer())
}
