/** Bytes as text, for localStorage, which keeps only text. */

export function toBase64(bytes: Uint8Array): string {
  let text = ''
  // In slices: an engine takes only so many arguments at once.
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return btoa(text)
}

/** @throws DOMException for text that is not base64. */
export const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), one => one.charCodeAt(0))

/** Plain data with bytes in it as JSON can say it, and back. */
export const toPlain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, one: unknown) =>
      one instanceof Uint8Array ? { base64: toBase64(one) } : one,
    ) ?? 'null',
  )

/** @throws DOMException for text that is not base64. */
export const fromPlain = (plain: unknown): unknown =>
  JSON.parse(JSON.stringify(plain) ?? 'null', (_, one: unknown) =>
    typeof one === 'object' && one !== null && 'base64' in one ? fromBase64(String(one.base64)) : one,
  )
