/**
 * What a revision commits to, field by field, so that a field left out, masked or removed can still be checked.
 * The format is written down in docs/record-format.md, with a test vector that is kept for ever.
 */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonical } from './canonical.ts'

/** Bytes of a revision's salt, of a field's salt, and of every hash here. */
export const hashLength = 32

/** Hashes by field name. */
export type FieldHashes = ReadonlyMap<string, Uint8Array>

/** The salt of one field: giving it away lets that field be checked and tells nothing about the others. */
export const fieldSalt = (revisionSalt: Uint8Array, name: string): Uint8Array =>
  hmac(sha256, revisionSalt, utf8ToBytes(name))

/** `SHA-256(fieldSalt ‖ name ‖ RFC 8785 JSON of the value)` */
export const fieldHash = (salt: Uint8Array, name: string, value: unknown): Uint8Array =>
  sha256(concatBytes(salt, utf8ToBytes(name), utf8ToBytes(canonical(value))))

/** The hashes of all fields that are there (not `undefined`), under a revision's 32-byte salt. */
export function hashFields(fields: Record<string, unknown>, revisionSalt: Uint8Array): FieldHashes {
  const hashes = new Map<string, Uint8Array>()
  // Begun once and copied: a third of the work of beginning anew for every field.
  const begun = hmac.create(sha256, revisionSalt)
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue
    const salt = begun.clone().update(utf8ToBytes(name)).digest()
    hashes.set(name, fieldHash(salt, name, value))
  }
  return hashes
}

/** SHA-256 over the fields in name order, each as: length of the name (2 bytes, big-endian) ‖ name ‖ field hash. */
export function commitTo(hashes: FieldHashes): Uint8Array {
  const parts: Uint8Array[] = []
  for (const name of [...hashes.keys()].sort()) {
    const text = utf8ToBytes(name)
    parts.push(new Uint8Array([text.length >> 8, text.length & 255]), text, hashes.get(name) ?? text)
  }
  return sha256(concatBytes(...parts))
}
