/** Bytes and texts. The library has all of this too, each call with checks and a new encoder: these are called by the hundred. */

const encoder = new TextEncoder()

/** A text as UTF-8. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text)

export function joined(...parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i])

/** Lower case. */
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

/** The bytes of a hexadecimal text that was checked to be one. */
export const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], two => Number.parseInt(two, 16))
