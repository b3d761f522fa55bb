/** A TrueType face: which characters it has, and how wide each is. */

export interface Face {
  bytes: Uint8Array
  view: DataView
  /** Table tag → where it lies. */
  tables: Map<string, { offset: number; length: number }>
  /** Advance of each code unit of the Basic Multilingual Plane in thousandths of the size; −1 where the face has none. */
  widths: Int16Array
  /** The face's glyph for each code unit; 0 where it has none. */
  glyphs: Uint16Array
  /** Advance of a glyph, likewise. */
  advanceOf(glyph: number): number
  glyphCount: number
  /** In thousandths of the size. */
  ascent: number
  descent: number
  capHeight: number
  box: readonly [number, number, number, number]
}

/** Reads a face; throws where it is no TrueType font with a Unicode map (format 4). */
export function readFace(bytes: Uint8Array): Face {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = new Map<string, { offset: number; length: number }>()
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * 16
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4))
    tables.set(tag, { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) })
  }
  const table = (tag: string): number => {
    const found = tables.get(tag)
    if (!found) throw new Error(`a font without ${tag}`)
    return found.offset
  }
  const head = table('head')
  const hhea = table('hhea')
  const hmtx = table('hmtx')
  const os2 = table('OS/2')
  const perEm = view.getUint16(head + 18)
  const thousandths = (units: number) => Math.round((units * 1000) / perEm)
  const measured = view.getUint16(hhea + 34)
  const advanceOf = (glyph: number) => thousandths(view.getUint16(hmtx + Math.min(glyph, measured - 1) * 4))
  const glyphs = readCharacterMap(view, table('cmap'))
  const widths = new Int16Array(65536).fill(-1)
  for (let code = 0; code < 65536; code++) {
    const glyph = glyphs[code] ?? 0
    if (glyph > 0) widths[code] = advanceOf(glyph)
  }
  const box = [36, 38, 40, 42].map(at => thousandths(view.getInt16(head + at)))
  return {
    bytes,
    view,
    tables,
    widths,
    glyphs,
    advanceOf,
    glyphCount: view.getUint16(table('maxp') + 4),
    ascent: thousandths(view.getInt16(hhea + 4)),
    descent: thousandths(view.getInt16(hhea + 6)),
    capHeight: thousandths(view.getInt16(os2 + 88)),
    box: [box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0],
  }
}

/** OpenType 1.9, cmap, format 4: segments of code units, each with a shift or a list of glyphs. */
function readCharacterMap(view: DataView, cmap: number): Uint16Array {
  const glyphs = new Uint16Array(65536)
  const subtables = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, i) => cmap + view.getUint32(cmap + 4 + i * 8 + 4),
  )
  const at = subtables.find(offset => view.getUint16(offset) === 4)
  if (at === undefined) throw new Error('a font without a Unicode map')
  const segments = view.getUint16(at + 6) / 2
  const [ends, starts] = [at + 14, at + 16 + segments * 2]
  const [shifts, lists] = [starts + segments * 2, starts + segments * 4]
  for (let i = 0; i < segments; i++) {
    const [start, end] = [view.getUint16(starts + i * 2), view.getUint16(ends + i * 2)]
    const [shift, list] = [view.getUint16(shifts + i * 2), view.getUint16(lists + i * 2)]
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph = list === 0 ? code : view.getUint16(lists + i * 2 + list + (code - start) * 2)
      glyphs[code] = list !== 0 && glyph === 0 ? 0 : (glyph + shift) & 0xffff
    }
  }
  return glyphs
}
