/** Strings as a PDF writes them. */

/** A text string (ISO 32000-1, 7.9.2.2): ASCII as it is, anything else as UTF-16 with its mark. */
export function textString(text: string): string {
  if (!/[^ -~]/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`
  return `<FEFF${utf16Hex(text)}>`
}

export function utf16Hex(text: string): string {
  let hex = ''
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, '0')
  return hex.toUpperCase()
}

/** A string as the bytes of its UTF-8 form, one character a byte: what jsPDF's streams take. */
export const utf8Bytes = (text: string): string => bytesAsText(new TextEncoder().encode(text))

export function bytesAsText(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) {
    // Spread would make an object of every byte.
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + 8192) as unknown as number[])
  }
  return text
}

export function textAsBytes(text: string): Uint8Array<ArrayBuffer> {
  // Nearly all of a document is ASCII, which the engine copies at once; a longer answer is another encoding.
  const ascii = new TextEncoder().encode(text)
  if (ascii.length === text.length) return ascii
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}

/** What XML 1.0 cannot hold, escaped or not, becomes U+FFFD: control characters and lone surrogates. */
export const xmlText = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, sign => ('\t\n\r'.includes(sign) ? sign : '\ufffd'))
    .replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)

/** A name (7.3.5): `application/json` → `/application#2Fjson`. */
export const pdfName = (text: string): string =>
  `/${text.replace(/[^A-Za-z0-9+._-]/g, sign => `#${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`)}`

/** An instant as a PDF date in UTC. */
export const pdfDate = (at: Date): string => `D:${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}+00'00'`
