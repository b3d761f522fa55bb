/** The text form of a locked file (age-encryption.org/v1, "ASCII armor"), written and read while it comes. */
import { armor } from 'age-encryption'
import { joined, utf8 } from '../core/bytes.ts'

export const begin = '-----BEGIN AGE ENCRYPTED FILE-----'
const end = '-----END AGE ENCRYPTED FILE-----'

/** Bytes and signs of a full line. */
const [lineBytes, lineSigns] = [48, 64]
const signs = utf8('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')
const newline = 0x0a

/** Bytes to text: of each piece what makes full lines, of the last one all. */
export function armoring(): TransformStream<Uint8Array, Uint8Array> {
  let left = new Uint8Array()
  return new TransformStream({
    start: out => out.enqueue(utf8(`${begin}\n`)),
    transform(piece, out) {
      const bytes = joined(left, piece)
      const full = bytes.length - (bytes.length % lineBytes)
      if (full > 0) out.enqueue(linesOf(bytes.subarray(0, full)))
      left = bytes.slice(full)
    },
    flush(out) {
      const last = left.length > 0 ? `${btoa(String.fromCharCode(...left))}\n` : ''
      out.enqueue(utf8(`${last}${end}\n`))
    },
  })
}

/** Full lines only. Many times faster than the library, which makes a text of each line. */
function linesOf(bytes: Uint8Array): Uint8Array {
  const text = new Uint8Array((bytes.length / lineBytes) * (lineSigns + 1))
  const put = (at: number, bits: number) => {
    text[at] = signs[bits & 63] ?? 0
  }
  for (let from = 0, at = 0; from < bytes.length; from += 3) {
    const three = ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0)
    put(at, three >> 18)
    put(at + 1, three >> 12)
    put(at + 2, three >> 6)
    put(at + 3, three)
    at += 4
    if (at % (lineSigns + 1) === lineSigns) text[at++] = newline
  }
  return text
}

/** Back from what `armoring` writes, by other hands than those that wrote it. */
export function unarmoring(): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder()
  let left = ''
  const bytesOf = (lines: string) => {
    const inner = lines.replace(`${begin}\n`, '').replace(`${end}\n`, '')
    return inner === '' ? new Uint8Array() : decode(inner)
  }
  return new TransformStream({
    transform(piece, out) {
      const text = left + decoder.decode(piece, { stream: true })
      const full = text.lastIndexOf('\n') + 1
      out.enqueue(bytesOf(text.slice(0, full)))
      left = text.slice(full)
    },
    flush(out) {
      if (left !== '') out.enqueue(decode(left))
    },
  })
}

/** The engine's own base64 is many times faster, where it has one. */
function decode(lines: string): Uint8Array {
  const { fromBase64 } = Uint8Array as { fromBase64?: (text: string) => Uint8Array }
  return fromBase64 ? fromBase64(lines) : armor.decode(`${begin}\n${lines}${end}`)
}
