/**
 * What lies behind the head of a locked file (age-encryption.org/v1, "Payload"), locked and opened by the browser's own
 * ChaCha20-Poly1305 where it has one: seven times faster than the library.
 */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { joined, sameBytes, utf8 } from '../core/bytes.ts'
import { hkdf } from '../seal/hkdf.ts'

const cipher = 'ChaCha20-Poly1305'
/** Bytes of a full chunk, of the tag behind each, and of the nonce before the first. */
const chunkSize = 64 * 1024
const tagSize = 16
const nonceSize = 16
/** A head with one passphrase takes 150 bytes. */
const longestHead = 1000
const keySize = 32
const ivSize = 12

const importKey = (key: BufferSource) =>
  // A newer format than those that TypeScript knows.
  crypto.subtle.importKey('raw-secret' as 'raw', key, cipher, false, ['encrypt', 'decrypt'])

/** Whether this browser has it, and writes what the library writes. */
export async function isNative(): Promise<boolean> {
  const [key, iv, some] = [new Uint8Array(keySize).fill(1), new Uint8Array(ivSize).fill(2), utf8('some text')]
  try {
    const locked = await crypto.subtle.encrypt({ name: cipher, iv }, await importKey(key), some)
    return sameBytes(new Uint8Array(locked), chacha20poly1305(key, iv).encrypt(some))
  } catch {
    return false
  }
}

/** Locks a file while it comes, behind the head in which the library put the file's key. */
export function lockingNatively(
  head: Uint8Array,
  fileKey: Uint8Array,
): TransformStream<Uint8Array, Uint8Array> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceSize))
  // By other hands than those that make it of the file when it is opened again.
  const key = importKey(hkdf(fileKey, nonce, 'payload').slice())
  const { cut, last } = inChunks(chunkSize, async (iv, chunk) =>
    crypto.subtle.encrypt({ name: cipher, iv }, await key, chunk),
  )
  return new TransformStream({
    start: out => out.enqueue(joined(head, nonce)),
    transform: cut,
    flush: last,
  })
}

/**
 * Opens a file while it comes; errors where anything of it was changed or is missing.
 * @param keyFrom the file's key from its head
 */
export function openingNatively(
  keyFrom: (head: Uint8Array) => Promise<Uint8Array>,
): TransformStream<Uint8Array, Uint8Array> {
  let begun = new Uint8Array()
  let key: CryptoKey | undefined
  const { cut, last } = inChunks(chunkSize + tagSize, (iv, chunk) => {
    if (!key) throw new Error('the file ends within its head')
    return crypto.subtle.decrypt({ name: cipher, iv }, key, chunk)
  })
  return new TransformStream({
    async transform(piece, out) {
      if (key) return cut(piece, out)
      begun = joined(begun, piece)
      const end = endOfHead(begun)
      if (begun.length < end + nonceSize) return
      key = await payloadKey(await keyFrom(begun.subarray(0, end)), begun.slice(end, end + nonceSize))
      await cut(begun.subarray(end + nonceSize), out)
    },
    flush: last,
  })
}

type Out = TransformStreamDefaultController<Uint8Array>

/** Cuts what comes into chunks of this size and works on each, counted. That one is the last shows only once nothing follows. */
function inChunks(size: number, work: (iv: BufferSource, chunk: BufferSource) => Promise<ArrayBuffer>) {
  let left = new Uint8Array()
  let chunks = 0
  const put = async (chunk: BufferSource, isLast: boolean, out: Out) => {
    const iv = new Uint8Array(ivSize)
    new DataView(iv.buffer).setUint32(7, chunks++)
    iv[11] = isLast ? 1 : 0
    out.enqueue(new Uint8Array(await work(iv, chunk)))
  }
  return {
    async cut(piece: Uint8Array, out: Out) {
      left = joined(left, piece)
      for (; left.length > size; left = left.subarray(size)) await put(left.subarray(0, size), false, out)
    },
    last: (out: Out) => put(left, true, out),
  }
}

/** The head of a whole file. */
export const headOf = (file: Uint8Array): Uint8Array => file.subarray(0, endOfHead(file))

/** Behind the line with the head's own tag. */
function endOfHead(bytes: Uint8Array): number {
  const found = /\n--- \S+\n/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, longestHead)))
  return found ? found.index + found[0].length : Number.POSITIVE_INFINITY
}

async function payloadKey(fileKey: Uint8Array, salt: BufferSource): Promise<CryptoKey> {
  const from = await crypto.subtle.importKey('raw', fileKey.slice(), 'HKDF', false, ['deriveBits'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8('payload') }
  return importKey(await crypto.subtle.deriveBits(how, from, 8 * keySize))
}
