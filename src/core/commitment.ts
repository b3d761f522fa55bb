/**
 * What a revision commits to, field by field, so that a field left out, masked or removed can still be checked.
 * The format is written down in docs/record-format.md, with a test vector that is kept for ever.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { joined, utf8 } from './bytes.ts'
import { canonical } from './canonical.ts'

/** Bytes of a revision's salt, of a field's salt, and of every hash here. */
export const hashLength = 32

/** Hashes by field name. */
export type FieldHashes = ReadonlyMap<string, Uint8Array>

/** The salts of a revision's fields: giving one away lets that field be checked and tells nothing about the others. */
export const fieldSalts = (revisionSalt: Uint8Array): ((name: string) => Uint8Array) => {
  const mac = hmacUnder(revisionSalt)
  return name => mac(utf8(name))
}

/** `SHA-256(fieldSalt ‖ name ‖ RFC 8785 JSON of the value)` */
export const fieldHash = (salt: Uint8Array, name: string, value: unknown): Uint8Array =>
  sha256(joined(salt, utf8(name + canonical(value))))

/** The hashes of all fields that are there (not `undefined`), under a revision's 32-byte salt. */
export function hashFields(fields: Record<string, unknown>, revisionSalt: Uint8Array): FieldHashes {
  const hashes = new Map<string, Uint8Array>()
  const saltOf = fieldSalts(revisionSalt)
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) hashes.set(name, fieldHash(saltOf(name), name, value))
  }
  return hashes
}

/** SHA-256 over the fields in name order, each as: length of the name (2 bytes, big-endian) ‖ name ‖ field hash. */
export function commitTo(hashes: FieldHashes): Uint8Array {
  const parts = [...hashes].sort(([a], [b]) => (a < b ? -1 : 1))
  return sha256(
    joined(
      ...parts.flatMap(([name, hash]) => {
        const text = utf8(name)
        return [new Uint8Array([text.length >> 8, text.length & 255]), text, hash]
      }),
    ),
  )
}

/**
 * HMAC-SHA256 (RFC 2104) under a key of at most one block. The two begun hashes are copied for each message: half
 * the work of beginning anew.
 */
function hmacUnder(key: Uint8Array): (message: Uint8Array) => Uint8Array {
  const begun = (pad: number) => {
    const block = new Uint8Array(64).fill(pad)
    key.forEach((byte, i) => {
      block[i] = byte ^ pad
    })
    return sha256.create().update(block)
  }
  const [inner, outer] = [begun(0x36), begun(0x5c)]
  return message => outer.clone().update(inner.clone().update(message).digest()).digest()
}
