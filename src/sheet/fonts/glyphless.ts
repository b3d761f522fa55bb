/** A font without outlines, for the real text behind a picture of text: the layer that OCR tools write. */
import type { jsPDF } from 'jspdf'
import { internalsOf } from '../tagged/internals.ts'
import { bytesAsText } from '../tagged/words.ts'
import { fontListOf, type PdfFont } from './font-list.ts'
import { fontFile } from './subset.ts'
import { unicodeMap } from './unicode-map.ts'

/** Width of every glyph in thousandths of the size; the drawing stretches it to what it lies behind. */
export const glyphlessWidth = 500

export interface Glyphless {
  name: string
  /** The hexadecimal string that stands for these clusters, and how many of its glyphs take room. */
  codes(clusters: readonly string[]): { hex: string; wide: number }
}

interface Codes {
  /** What each code stands for, from 1. */
  texts: string[]
  /** Those that take no room. */
  narrow: Set<number>
}

/** Puts the font into the document; it is written only where it was used. */
export function addGlyphless(doc: jsPDF): Glyphless {
  const name = 'Unseen'
  const list = fontListOf(doc)
  const known = new Map<string, number>()
  const codes: Codes = { texts: [], narrow: new Set() }
  internalsOf(doc).events.subscribe('putFont', ({ font }: { font: PdfFont }) => {
    if (font.id !== name) return
    font.objectNumber = writeGlyphless(doc, codes)
    font.isAlreadyPutted = true
  })
  function codeFor(text: string, isNarrow: boolean): number {
    const key = isNarrow ? `|${text}` : text
    let code = known.get(key)
    if (code === undefined) {
      codes.texts.push(text)
      code = codes.texts.length
      if (isNarrow) codes.narrow.add(code)
      known.set(key, code)
    }
    return code
  }
  return {
    name,
    codes(clusters) {
      list[name] ??= { id: name, metadata: {} }
      let hex = ''
      let wide = 0
      for (const cluster of clusters) {
        for (const [i, part] of partsOf(cluster).entries()) {
          const isNarrow = i > 0 || /^\p{Mn}/u.test(part)
          if (!isNarrow) wide++
          hex += codeFor(part, isNarrow).toString(16).padStart(4, '0')
        }
      }
      return { hex: `<${hex}>`, wide }
    },
  }
}

/**
 * What one code may stand for, so that every reader gives it back: mupdf (1.21) takes a character beyond the first
 * plane only by itself; pdf.js (5.6) leaves out a format character that stands by itself or last, and makes a gap
 * after a mark that takes room. Of equal marks one on another mupdf keeps one, so marks go together.
 */
export function partsOf(cluster: string): string[] {
  const parts: string[] = []
  let open: 'format' | 'marks' | undefined
  for (const sign of cluster) {
    const kind = sign.length > 1 ? undefined : /\p{Mn}/u.test(sign) ? 'marks' : 'other'
    const last = parts.at(-1)
    const joins = open === 'marks' ? kind === 'marks' && (last?.length ?? 0) < 6 : open && kind === 'other'
    if (joins && last !== undefined) parts[parts.length - 1] = last + sign
    else parts.push(sign)
    open = kind === 'marks' ? kind : kind === 'other' && /\p{Cf}/u.test(sign) ? 'format' : undefined
  }
  return parts
}

function writeGlyphless(doc: jsPDF, { texts, narrow }: Codes): number {
  const internals = internalsOf(doc)
  const object = (body: string): number => {
    const number = internals.newObject()
    internals.out(body)
    internals.out('endobj')
    return number
  }
  const stream = (data: string, more: { key: string; value: string }[] = []): number => {
    const number = internals.newObject()
    internals.putStream({ data, objectId: number, additionalKeyValues: more })
    internals.out('endobj')
    return number
  }
  const file = emptyFont()
  const fontFile2 = stream(bytesAsText(file), [{ key: 'Length1', value: String(file.length) }])
  // Code 0 is .notdef, which no text may use (ISO 19005-3, 6.2.11.8); every other shows one of the two empty glyphs.
  const glyphs = stream(`\0\0${texts.map((_, i) => (narrow.has(i + 1) ? '\0\u0002' : '\0\u0001')).join('')}`)
  const toUnicode = stream(
    unicodeMap(
      texts.map((text, i) => [i + 1, text]),
      4,
    ),
  )
  const baseFont = 'DIARYA+Unseen'
  const descriptor = object(
    `<</Type/FontDescriptor/FontName/${baseFont}/Flags 5/FontBBox[0 0 ${glyphlessWidth} 1000]/ItalicAngle 0` +
      `/Ascent 1000/Descent 0/CapHeight 1000/StemV 80/FontFile2 ${fontFile2} 0 R>>`,
  )
  const descendant = object(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${baseFont}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
      `/FontDescriptor ${descriptor} 0 R/DW ${glyphlessWidth}/W[${[...narrow].map(code => `${code}[0]`).join(' ')}]/CIDToGIDMap ${glyphs} 0 R>>`,
  )
  return object(
    `<</Type/Font/Subtype/Type0/BaseFont/${baseFont}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${toUnicode} 0 R>>`,
  )
}

/**
 * A TrueType font of an empty .notdef, a glyph and one without width: a line there and back, which covers nothing but
 * has a height. Of glyphs without any, mupdf (1.21) takes the text for lying nowhere, and leaves it out.
 */
function emptyFont(): Uint8Array<ArrayBuffer> {
  const [w, h] = [glyphlessWidth, 1000]
  const head = words(1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0)
  // One contour of three points on the curve.
  const glyph = [...words(1, 0, 0, w, h, 2, 0), 1, 1, 1, ...words(0, w, -w, 0, h, -h), 0]
  return fontFile([
    ['glyf', new Uint8Array([...glyph, ...glyph])],
    // Box, style, smallest size, direction, short offsets, format.
    ['head', new Uint8Array([...head, ...words(0, 0, w, h, 0, 8, 2, 0, 0)])],
    ['hhea', words(1, 0, h, 0, 0, w, 0, 0, w, 1, 0, 0, 0, 0, 0, 0, 0, 3)],
    ['hmtx', words(w, 0, w, 0, 0, 0)],
    ['loca', words(0, 0, glyph.length / 2, glyph.length)],
    ['maxp', words(1, 0, 3, 3, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)],
  ])
}

function words(...values: number[]): Uint8Array {
  const table = new Uint8Array(values.length * 2)
  const view = new DataView(table.buffer)
  for (const [i, value] of values.entries()) view.setUint16(i * 2, value & 0xffff)
  return table
}
