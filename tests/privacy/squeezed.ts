/** The two ways in which browsers squeeze what they keep: Snappy (LevelDB, IndexedDB) and LZ4 (Firefox's session files). */

/** What a stream gave until it ended, or until it made no sense any more. */
export interface Opened {
  bytes: Buffer
  /** Whether it opened to its very end. */
  whole: boolean
}

/** Longer than anything that a diary keeps in one piece. */
const longest = 8_000_000
/** One for all: most places where a stream might begin are none, and there are millions. */
const scratch = Buffer.alloc(longest)

/**
 * A raw Snappy stream (google/snappy, format_description.txt) that begins at `from`; what follows its end is left alone.
 * `undefined` where no stream begins there.
 */
export function snappyAt(squeezed: Buffer, from = 0): Opened | undefined {
  let at = from
  let length = 0
  for (let shift = 0; ; shift += 7) {
    const byte = squeezed[at++]
    if (byte === undefined || shift > 28) return undefined
    length += (byte & 0x7f) * 2 ** shift
    if (byte < 0x80) break
  }
  // A stream begins with a literal: there is nothing to copy yet.
  if (length < 1 || length > longest || ((squeezed[at] ?? 3) & 3) !== 0) return undefined
  const out = scratch
  let done = 0
  const literal = (size: number) => {
    if (at + size > squeezed.length || done + size > length) return false
    squeezed.copy(out, done, at, at + size)
    at += size
    done += size
    return true
  }
  const copy = (offset: number, size: number) => {
    if (offset < 1 || offset > done || done + size > length) return false
    for (let i = 0; i < size; i++) out[done + i] = out[done - offset + i] ?? 0
    done += size
    return true
  }
  const little = (bytes: number) => {
    if (at + bytes > squeezed.length) return -1
    const value = squeezed.readUIntLE(at, bytes)
    at += bytes
    return value
  }
  while (done < length) {
    const tag = squeezed[at++]
    if (tag === undefined) break
    const high = tag >> 2
    let ok: boolean
    if ((tag & 3) === 0) ok = literal(1 + (high < 60 ? high : little(high - 59)))
    else if ((tag & 3) === 1) ok = copy((high >> 3) * 256 + little(1), 4 + (high & 7))
    else ok = copy(little((tag & 3) === 2 ? 2 : 4), 1 + high)
    if (!ok) break
  }
  return { bytes: Buffer.from(out.subarray(0, done)), whole: done === length }
}

const frameStart = Buffer.from('\xff\x06\x00\x00sNaPpY', 'latin1')

/** The framed form (framing_format.txt), as Firefox keeps large values and cached files. `undefined` for anything else. */
export function snappyFrames(file: Buffer): Buffer | undefined {
  if (!file.subarray(0, frameStart.length).equals(frameStart)) return undefined
  const parts: Buffer[] = []
  for (let at = frameStart.length; at + 4 <= file.length; ) {
    const kind = file[at]
    const size = file.readUIntLE(at + 1, 3)
    // A checksum of four bytes comes first.
    const body = file.subarray(at + 8, at + 4 + size)
    if (kind === 0) parts.push(snappyAt(body)?.bytes ?? Buffer.alloc(0))
    if (kind === 1) parts.push(body)
    at += 4 + size
  }
  return Buffer.concat(parts)
}

/** Mozilla's file of one LZ4 block: a magic word, the length, the block. `undefined` for anything else. */
export function mozLz4(file: Buffer): Buffer | undefined {
  if (file.subarray(0, 8).toString('latin1') !== 'mozLz40\0') return undefined
  return lz4Block(file.subarray(12), file.readUInt32LE(8))
}

/** One LZ4 block (lz4_Block_format.md). */
export function lz4Block(block: Buffer, length: number): Buffer {
  const out = Buffer.alloc(length)
  let done = 0
  let at = 0
  const more = (first: number) => {
    let size = first
    if (first === 15) {
      let byte: number
      do {
        byte = block[at++] ?? 0
        size += byte
      } while (byte === 255)
    }
    return size
  }
  while (at < block.length) {
    const token = block[at++] ?? 0
    const size = more(token >> 4)
    done += block.copy(out, done, at, at + size)
    at += size
    if (at >= block.length) break
    const offset = block.readUInt16LE(at)
    at += 2
    const end = done + more(token & 15) + 4
    for (; done < end; done++) out[done] = out[done - offset] ?? 0
  }
  return out.subarray(0, done)
}
