/** Bytes as text, for localStorage, which keeps only text. */

export function toBase64(bytes: Uint8Array): string {
  let text = ''
  // In slices: an engine takes only so many arguments at once.
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return btoa(text)
}

/** @throws DOMException for text that is not base64. */
export const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), one => one.charCodeAt(0))
