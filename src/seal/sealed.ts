/**
 * Sealed bodies. One layout everywhere, written down in docs/record-format.md:
 *
 *     1 byte   format, 1
 *     8 bytes  name of the key
 *     24 bytes nonce, random
 *     rest     XChaCha20-Poly1305 of the body, its 16-byte tag at the end
 *
 * The associated data are the first nine bytes and then what the caller binds: the readable columns of the row,
 * so that a body moved to another row does not open there. All of it is synchronous: nothing but IndexedDB may be
 * awaited within a transaction.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { joined, joinedForNow, sameBytes, utf8 } from '../core/bytes.ts'
import { type Key, keyNameLength, type Ring } from './ring.ts'

const format = 1
const nonceAt = 1 + keyNameLength
const bodyAt = nonceAt + 24

const strict = new TextDecoder('utf-8', { fatal: true })

/** A body that does not open: not ours, altered, or sealed with a key that the ring does not hold. */
export class DoesNotOpen extends Error {}

/** Seals a text with the ring's current key. The same text sealed twice gives different bytes. */
export function seal(text: string, bound: string, { current }: Ring): Uint8Array {
  const head = joined(new Uint8Array([format]), current.name)
  const nonce = crypto.getRandomValues(new Uint8Array(24))
  const body = xchacha20poly1305(current.key, nonce, joinedForNow(head, bound)).encrypt(utf8(text))
  return joined(head, nonce, body)
}

/** Whether it says that this key opens it. */
export const namesKey = (sealed: Uint8Array, { name }: Key): boolean =>
  sameBytes(sealed.subarray(1, nonceAt), name)

/** @throws DoesNotOpen */
export function unseal(sealed: Uint8Array, bound: string, ring: Ring): string {
  const found = [ring.current, ...ring.older].find(key => namesKey(sealed, key))
  if (sealed[0] !== format || !found) throw new DoesNotOpen('sealed in a way or with a key that is not known')
  const bind = joinedForNow(sealed.subarray(0, nonceAt), bound)
  try {
    const body = xchacha20poly1305(found.key, sealed.subarray(nonceAt, bodyAt), bind).decrypt(
      sealed.subarray(bodyAt),
    )
    return strict.decode(body)
  } catch (cause) {
    throw new DoesNotOpen('altered, or moved from another place', { cause })
  }
}
