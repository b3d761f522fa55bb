/** A face cut down to the glyphs of one document, as PDF embeds it (ISO 32000-1, 9.9: which tables must be there). */
import type { Face } from './face.ts'

/**
 * The font file for a simple font: `codes` tells for each byte code (32 to 255) the face's glyph.
 * Parts of composed glyphs come along. The map is there twice, as symbol (3, 0) and as Macintosh (1, 0):
 * every reader looks for one of the two.
 */
export function subsetFont(face: Face, codes: ReadonlyMap<number, number>): Uint8Array<ArrayBuffer> {
  const { view, bytes } = face
  const glyf = offsetOf(face, 'glyf')
  const loca = offsetOf(face, 'loca')
  const long = view.getInt16(offsetOf(face, 'head') + 50) === 1
  const place = (glyph: number) =>
    long ? view.getUint32(loca + glyph * 4) : view.getUint16(loca + glyph * 2) * 2

  // New number of each old glyph; 0 is .notdef, always there.
  const renumbered = new Map<number, number>([[0, 0]])
  const queue = [0]
  const numberOf = (glyph: number): number => {
    let number = renumbered.get(glyph)
    if (number === undefined) {
      number = renumbered.size
      renumbered.set(glyph, number)
      queue.push(glyph)
    }
    return number
  }
  const map = new Map([...codes].map(([code, glyph]) => [code, numberOf(glyph)]))
  const outlines: Uint8Array[] = []
  for (let i = 0; i < queue.length; i++) {
    const glyph = queue[i] ?? 0
    const outline = bytes.slice(glyf + place(glyph), glyf + place(glyph + 1))
    if (outline.length > 0) renumberParts(outline, numberOf)
    outlines.push(outline)
  }

  const head = copyOf(face, 'head')
  const headView = new DataView(head.buffer)
  headView.setUint32(8, 0)
  headView.setInt16(50, 1)
  const hhea = copyOf(face, 'hhea')
  new DataView(hhea.buffer).setUint16(34, queue.length)
  const maxp = copyOf(face, 'maxp')
  new DataView(maxp.buffer).setUint16(4, queue.length)
  return fontFile([
    ['cmap', characterMap(map)],
    ['glyf', joined(outlines)],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', metrics(face, queue)],
    ['loca', places(outlines)],
    ['maxp', maxp],
  ])
}

function offsetOf(face: Face, tag: string): number {
  const found = face.tables.get(tag)
  if (!found) throw new Error(`a font without ${tag}`)
  return found.offset
}

function copyOf(face: Face, tag: string): Uint8Array<ArrayBuffer> {
  const found = face.tables.get(tag)
  if (!found) throw new Error(`a font without ${tag}`)
  return face.bytes.slice(found.offset, found.offset + found.length)
}

/** OpenType 1.9, glyf, composite glyphs: a flag word, a glyph number, and as much more as the flags say. */
function renumberParts(outline: Uint8Array, numberOf: (glyph: number) => number): void {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength)
  if (view.getInt16(0) >= 0) return
  let at = 10
  for (let more = true; more; ) {
    const flags = view.getUint16(at)
    view.setUint16(at + 2, numberOf(view.getUint16(at + 2)))
    at += 4 + (flags & 0x0001 ? 4 : 2)
    if (flags & 0x0008) at += 2
    else if (flags & 0x0040) at += 4
    else if (flags & 0x0080) at += 8
    more = (flags & 0x0020) !== 0
  }
}

function metrics(face: Face, glyphs: readonly number[]): Uint8Array {
  const hmtx = offsetOf(face, 'hmtx')
  const measured = face.view.getUint16(offsetOf(face, 'hhea') + 34)
  const table = new Uint8Array(glyphs.length * 4)
  const view = new DataView(table.buffer)
  for (const [i, glyph] of glyphs.entries()) {
    view.setUint16(i * 4, face.view.getUint16(hmtx + Math.min(glyph, measured - 1) * 4))
    const bearing = glyph < measured ? hmtx + glyph * 4 + 2 : hmtx + measured * 4 + (glyph - measured) * 2
    view.setInt16(i * 4 + 2, face.view.getInt16(bearing))
  }
  return table
}

const padded = (length: number) => (length + 3) & ~3

function places(outlines: readonly Uint8Array[]): Uint8Array {
  const table = new Uint8Array((outlines.length + 1) * 4)
  const view = new DataView(table.buffer)
  let at = 0
  for (const [i, outline] of outlines.entries()) {
    view.setUint32(i * 4, at)
    at += padded(outline.length)
  }
  view.setUint32(outlines.length * 4, at)
  return table
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + padded(part.length), 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += padded(part.length)
  }
  return whole
}

/** A format 4 map of 0xF000 + code for (3, 0), one segment a run of codes, and a format 0 map of the codes for (1, 0). */
function characterMap(map: ReadonlyMap<number, number>): Uint8Array {
  const codes = [...map.keys()].sort((a, b) => a - b)
  const segments = [...codes.map(code => [0xf000 + code, map.get(code) ?? 0] as const), [0xffff, 0] as const]
  const length = 16 + segments.length * 8
  const table = new Uint8Array(4 + 2 * 8 + 262 + length)
  const view = new DataView(table.buffer)
  view.setUint16(2, 2)
  const [macintosh, symbol] = [20, 20 + 262]
  view.setUint16(4, 1)
  view.setUint32(8, macintosh)
  view.setUint16(12, 3)
  view.setUint32(16, symbol)
  view.setUint16(macintosh + 2, 262)
  for (const [code, glyph] of map) table[macintosh + 6 + code] = glyph
  view.setUint16(symbol, 4)
  view.setUint16(symbol + 2, length)
  view.setUint16(symbol + 6, segments.length * 2)
  const selector = Math.floor(Math.log2(segments.length))
  view.setUint16(symbol + 8, 2 * 2 ** selector)
  view.setUint16(symbol + 10, selector)
  view.setUint16(symbol + 12, 2 * segments.length - 2 * 2 ** selector)
  const starts = symbol + 16 + segments.length * 2
  for (const [i, [code, glyph]] of segments.entries()) {
    view.setUint16(symbol + 14 + i * 2, code)
    view.setUint16(starts + i * 2, code)
    view.setUint16(starts + segments.length * 2 + i * 2, code === 0xffff ? 1 : (glyph - code) & 0xffff)
  }
  return table
}

/** OpenType 1.9, "Organization of an OpenType font". */
export function fontFile(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array<ArrayBuffer> {
  const start = 12 + tables.length * 16
  const file = new Uint8Array(tables.reduce((sum, [, table]) => sum + padded(table.length), start))
  const view = new DataView(file.buffer)
  const selector = Math.floor(Math.log2(tables.length))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, tables.length)
  view.setUint16(6, 16 * 2 ** selector)
  view.setUint16(8, selector)
  view.setUint16(10, 16 * tables.length - 16 * 2 ** selector)
  let at = start
  let headAt = 0
  for (const [i, [tag, table]] of tables.entries()) {
    file.set(table, at)
    for (let c = 0; c < 4; c++) file[12 + i * 16 + c] = tag.charCodeAt(c)
    view.setUint32(16 + i * 16, checksum(view, at, padded(table.length)))
    view.setUint32(20 + i * 16, at)
    view.setUint32(24 + i * 16, table.length)
    if (tag === 'head') headAt = at
    at += padded(table.length)
  }
  view.setUint32(headAt + 8, (0xb1b0afba - checksum(view, 0, file.length)) >>> 0)
  return file
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}
