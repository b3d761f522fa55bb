/** HKDF with SHA-256 (RFC 5869), of one block: the whole of it in two lines, where the library's brings much along. */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { joined, utf8 } from '../core/bytes.ts'

/** 32 bytes that only who has `secret` can make; for each `use` and `salt` others. */
export function hkdf(secret: Uint8Array, salt: Uint8Array, use: string): Uint8Array {
  const extracted = hmac(sha256, salt, secret)
  return hmac(sha256, extracted, joined(utf8(use), new Uint8Array([1])))
}
