/**
 * In the browser: what the library locks is opened by the browser's own cipher, and by it alone where it is whole. What
 * the browser's own cipher locks is opened by the library.
 */
import { Decrypter, Encrypter } from 'age-encryption'
import { allOf, type Bytes, lockOf, unlock } from '../../src/backup/age.ts'
import { headOf, isNative, lockingNatively, openingNatively } from '../../src/backup/natively.ts'
import { joined } from '../../src/core/bytes.ts'

const passphrase = 'amber kettle sunday ladder'
const chunk = 64 * 1024 + 16

const inPieces = (bytes: Uint8Array, size: number): Bytes =>
  new ReadableStream({
    start(out) {
      for (let i = 0; i < bytes.length; i += size) out.enqueue(bytes.slice(i, i + size))
      out.close()
    },
  })

function keyIn(head: Uint8Array, typed = passphrase): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(typed)
  return decrypter.decryptHeader(head)
}

/** The size of each piece has nothing to do with the chunks. */
const opened = (file: Uint8Array, typed = passphrase): Promise<Uint8Array> =>
  allOf(inPieces(file, 1000).pipeThrough(openingNatively(head => keyIn(head, typed))))

async function lockedNatively(bytes: Uint8Array): Promise<Uint8Array> {
  const head = headOf(await locked(new Uint8Array()))
  return allOf(inPieces(bytes, 1000).pipeThrough(lockingNatively(head, await keyIn(head))))
}

/** A work factor of 1: the work for the passphrase is not what is tried here. */
function locked(bytes: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(1)
  return encrypter.encrypt(bytes)
}

/** Some bytes, of which none is like its neighbours. */
const some = (length: number) => new Uint8Array(length).map((_, i) => i * 7 + (i >> 8) * 13)
const isSame = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i])
const flipped = (file: Uint8Array, at: number) => file.map((byte, i) => (i === at ? byte ^ 1 : byte))

const isRefused = (opening: Promise<unknown>) =>
  opening.then(
    () => false,
    () => true,
  )

/** Which lengths came back as they were, locked by the one and opened by the other, and which damage was found. */
async function openThem(lengths: number[]) {
  const back: number[] = []
  const forth: number[] = []
  for (const length of lengths) {
    if (isSame(await opened(await locked(some(length))), some(length))) back.push(length)
    if (isSame(await unlock(await lockedNatively(some(length)), passphrase), some(length))) forth.push(length)
  }

  const file = await locked(some(150_000))
  const start = file.length - 150_000 - 3 * 16
  const part = (from: number, to?: number) => file.slice(from, to)
  const damaged = {
    'the head': flipped(file, 100),
    'the nonce': flipped(file, start - 1),
    'the first chunk': flipped(file, start),
    'the second chunk': flipped(file, start + chunk + 5),
    'the last tag': flipped(file, file.length - 1),
    'the last byte gone': part(0, -1),
    'the last chunk gone': part(0, start + 2 * chunk),
    'all chunks gone': part(0, start),
    'cut within the head': part(0, 60),
    'the first chunk gone': joined(part(0, start), part(start + chunk)),
    'the first chunk twice': joined(part(0, start + chunk), part(start)),
    'chunks in another order': joined(
      part(0, start),
      part(start + chunk, start + 2 * chunk),
      part(start, start + chunk),
      part(start + 2 * chunk),
    ),
    'something behind it': joined(file, new Uint8Array(16)),
    'nothing at all': new Uint8Array(),
  }
  const found: Record<string, boolean> = {}
  for (const [name, bytes] of Object.entries(damaged)) found[name] = await isRefused(opened(bytes))
  found['another passphrase'] = await isRefused(opened(file, 'amber kettle'))
  const [lock, other] = [await lockOf(passphrase), await lockOf(passphrase)]
  found['another file with the same passphrase'] = await isRefused(
    lock.unlocking(await other.locking(inPieces(some(10), 10))).then(allOf),
  )
  const own = await allOf(await lock.unlocking(await lock.locking(inPieces(some(10), 10))))
  return { natively: await isNative(), back, forth, own: isSame(own, some(10)), found }
}

Object.assign(window, { openThem })
