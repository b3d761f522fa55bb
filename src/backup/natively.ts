/**
 * What lies behind the head of a locked file (age-encryption.org/v1, "Payload"), opened by the browser's own
 * ChaCha20-Poly1305 where it has one: seven times faster, and what the library locked is opened by other hands.
 */
import { joined, utf8 } from '../core/bytes.ts'

const cipher = 'ChaCha20-Poly1305'
/** Bytes of a full chunk with its tag, and of the nonce before the first. */
const chunkSize = 64 * 1024 + 16
const nonceSize = 16
/** A head with one passphrase takes 150 bytes. */
const longestHead = 1000

const importKey = (key: BufferSource) =>
  // A newer format than those that TypeScript knows.
  crypto.subtle.importKey('raw-secret' as 'raw', key, cipher, false, ['decrypt'])

/** Whether this browser has it. */
export const opensNatively = (): Promise<boolean> =>
  importKey(new Uint8Array(32)).then(
    () => true,
    () => false,
  )

/**
 * Opens a file while it comes; errors where anything of it was changed or is missing.
 * @param keyFrom the file's key from its head
 */
export function openingNatively(
  keyFrom: (head: Uint8Array) => Promise<Uint8Array>,
): TransformStream<Uint8Array, Uint8Array> {
  let left = new Uint8Array()
  let key: CryptoKey | undefined
  let chunks = 0
  const open = async (chunk: BufferSource, isLast: boolean) => {
    if (!key) throw new Error('the file ends within its head')
    const iv = new Uint8Array(12)
    new DataView(iv.buffer).setUint32(7, chunks++)
    iv[11] = isLast ? 1 : 0
    return new Uint8Array(await crypto.subtle.decrypt({ name: cipher, iv }, key, chunk))
  }
  return new TransformStream({
    async transform(piece, out) {
      left = joined(left, piece)
      if (!key) {
        const end = endOfHead(left)
        if (left.length < end + nonceSize) return
        key = await payloadKey(await keyFrom(left.subarray(0, end)), left.slice(end, end + nonceSize))
        left = left.subarray(end + nonceSize)
      }
      // That a chunk is the last shows only once nothing follows.
      for (; left.length > chunkSize; left = left.subarray(chunkSize))
        out.enqueue(await open(left.subarray(0, chunkSize), false))
    },
    async flush(out) {
      out.enqueue(await open(left, true))
    },
  })
}

/** Behind the line with the head's own tag. */
function endOfHead(bytes: Uint8Array): number {
  const found = /\n--- \S+\n/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, longestHead)))
  return found ? found.index + found[0].length : Number.POSITIVE_INFINITY
}

async function payloadKey(fileKey: Uint8Array, salt: BufferSource): Promise<CryptoKey> {
  const from = await crypto.subtle.importKey('raw', fileKey.slice(), 'HKDF', false, ['deriveBits'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8('payload') }
  return importKey(await crypto.subtle.deriveBits(how, from, 256))
}
