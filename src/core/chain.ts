/** The chain that ties every revision of a diary to all before it, and the short codes that people can compare. */
import { sha256 } from '@noble/hashes/sha2.js'
import { joined, utf8 } from './bytes.ts'

/** `link(0)`: where the chain of a diary starts. A branch starts from the link that it continues. */
export const firstLink = (diary: string): Uint8Array => sha256(utf8(diary))

/** `link(n) = SHA-256(link(n-1) ‖ commitment(n))` */
export const nextLink = (before: Uint8Array, commitment: Uint8Array): Uint8Array =>
  sha256(joined(before, commitment))

/** Crockford's base 32: no I, L, O or U, so that a code can be read aloud and typed from paper. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 16 characters (80 bits of the newest link): the code of a whole record as it stood. */
export const recordCode = (link: Uint8Array): string => shortCode(link, 16)

/** 8 characters (40 bits of the commitment to what stands): the same on every document until it is amended. */
export const incidentCode = (commitment: Uint8Array): string => shortCode(commitment, 8)

/** The first `length` × 5 bits, most significant first. */
export function shortCode(bytes: Uint8Array, length: number): string {
  let code = ''
  for (let i = 0; i < length; i++) {
    const bit = i * 5
    const two = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0)
    code += letters[(two >> (11 - (bit & 7))) & 31]
  }
  return code
}
