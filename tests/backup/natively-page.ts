/** In the browser: what the library locks is opened by the browser's own cipher, and by it alone where it is whole. */
import { Encrypter } from 'age-encryption'
import { allOf, type Bytes, unlocking } from '../../src/backup/age.ts'
import { armoring } from '../../src/backup/armor.ts'
import { opensNatively } from '../../src/backup/natively.ts'
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

/** The size of each piece has nothing to do with the lines of the text, nor with the chunks. */
const opened = async (file: Uint8Array, typed = passphrase): Promise<Uint8Array> =>
  allOf(await unlocking(inPieces(file, 1000).pipeThrough(armoring()), typed))

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

/** Which lengths came back as they were, and which damage was found. */
async function openThem(lengths: number[]) {
  const back: number[] = []
  for (const length of lengths)
    if (isSame(await opened(await locked(some(length))), some(length))) back.push(length)

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
  for (const [name, bytes] of Object.entries(damaged))
    found[name] = await opened(bytes).then(
      () => false,
      () => true,
    )
  found['another passphrase'] = await opened(file, 'amber kettle').then(
    () => false,
    () => true,
  )
  return { natively: await opensNatively(), back, found }
}

Object.assign(window, { openThem })
