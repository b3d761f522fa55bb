/**
 * Faces of a document, embedded as simple TrueType fonts of at most 224 characters each.
 *
 * jsPDF's own embedding writes two bytes a character in hexadecimal, forgets which of two characters a glyph stood
 * for (a no-break space comes back as a space or the reverse), and drops what lies beyond the first plane. One byte
 * a character, ASCII as itself, is a quarter of the text to deflate; a document that needs more characters gets a
 * second font of the same face. Quartz and cairo write their fonts in the same way.
 */
import type { jsPDF } from 'jspdf'
import { type Internals, internalsOf } from '../tagged/internals.ts'
import { bytesAsText } from '../tagged/words.ts'
import type { Face } from './face.ts'
import { fontListOf, type PdfFont } from './font-list.ts'
import { subsetFont } from './subset.ts'
import { unicodeMap } from './unicode-map.ts'

/** Code 32 is the space; 32 to 126 stand for themselves. */
const firstFree = 0x80

interface Subset {
  name: string
  face: Face
  /** Character → code. */
  codes: Map<number, number>
  next: number
}

export interface Typeface {
  face: Face
  /**
   * The text-showing operators for characters that the face has: `(…) Tj`, with a change of font before and after
   * where a character lies in another subset. `size` in points, as a PDF number.
   */
  show(text: string, size: string): string
  /** The operator that takes this typeface: `/R0 9 Tf`. */
  use(size: string): string
}

/** Puts `face` into the document under `name` (letters only). To be called right after `new jsPDF()`. */
export function addTypeface(doc: jsPDF, name: string, postScriptName: string, face: Face): Typeface {
  const list = fontListOf(doc)
  const subsets: Subset[] = []

  function addSubset(): Subset {
    const subset: Subset = { name: `${name}${subsets.length}`, face, codes: new Map(), next: firstFree }
    subsets.push(subset)
    list[subset.name] = { id: subset.name, metadata: {} }
    return subset
  }
  const main = addSubset()
  // An embedded font has a character at least, used or not.
  const usedAscii = new Uint8Array(128)
  usedAscii[0x20] = 1
  const internals = internalsOf(doc)
  internals.events.subscribe('putFont', ({ font }: { font: PdfFont }) => {
    const subset = subsets.find(one => one.name === font.id)
    if (!subset) return
    if (subset === main) for (const [code, used] of usedAscii.entries()) if (used) main.codes.set(code, code)
    font.objectNumber = writeFont(internals, subset, subsetTag(subset, subsets) + postScriptName)
    font.isAlreadyPutted = true
  })

  function placed(code: number): [Subset, number] {
    for (const subset of subsets) {
      const known = subset.codes.get(code)
      if (known !== undefined) return [subset, known]
    }
    const last = subsets.at(-1) ?? main
    const subset = last.next > 255 ? addSubset() : last
    const place = subset.next++
    subset.codes.set(code, place)
    return [subset, place]
  }

  const escaped = /[\\()]/
  const ascii = /^[ -~]*$/

  function show(text: string, size: string): string {
    if (ascii.test(text)) {
      for (let i = 0; i < text.length; i++) usedAscii[text.charCodeAt(i)] = 1
      return `(${escaped.test(text) ? text.replace(/[\\()]/g, '\\$&') : text}) Tj `
    }
    let out = ''
    let run = ''
    let current = main
    const take = (subset: Subset) => {
      if (subset === current) return
      if (run) out += `(${run}) Tj `
      run = ''
      out += `/${subset.name} ${size} Tf `
      current = subset
    }
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code < 0x7f && code >= 0x20) {
        usedAscii[code] = 1
        take(main)
        run += code === 0x28 || code === 0x29 || code === 0x5c ? `\\${text[i]}` : text[i]
      } else {
        const [subset, place] = placed(code)
        take(subset)
        run += String.fromCharCode(place)
      }
    }
    if (run) out += `(${run}) Tj `
    run = ''
    take(main)
    return out
  }
  return { face, show, use: size => `/${main.name} ${size} Tf` }
}

/** Six letters that tell one subset from another (9.6.4); the same document gives the same. */
const subsetTag = (subset: Subset, all: readonly Subset[]): string =>
  `DIARY${String.fromCharCode(65 + (all.indexOf(subset) % 26))}+`

function writeFont(internals: Internals, subset: Subset, baseFont: string): number {
  const { face, codes } = subset
  const characters = [...codes].sort(([, a], [, b]) => a - b)
  const object = (body: string): number => {
    const number = internals.newObject()
    internals.out(body)
    internals.out('endobj')
    return number
  }
  const stream = (data: string, length1?: number): number => {
    const number = internals.newObject()
    internals.putStream({
      data,
      objectId: number,
      additionalKeyValues: length1 === undefined ? [] : [{ key: 'Length1', value: String(length1) }],
    })
    internals.out('endobj')
    return number
  }
  const file = subsetFont(
    face,
    new Map(characters.map(([character, code]) => [code, face.glyphs[character] ?? 0])),
  )
  const fontFile = stream(bytesAsText(file), file.length)
  const toUnicode = stream(
    unicodeMap(
      characters.map(([character, code]) => [code, String.fromCharCode(character)]),
      2,
    ),
  )
  // Flag 4, symbolic: the codes are our own (ISO 32000-1, table 123).
  const descriptor = object(
    `<</Type/FontDescriptor/FontName/${baseFont}/Flags 4/FontBBox[${face.box.join(' ')}]/ItalicAngle 0` +
      `/Ascent ${face.ascent}/Descent ${face.descent}/CapHeight ${face.capHeight}/StemV 80/FontFile2 ${fontFile} 0 R>>`,
  )
  const first = characters[0]?.[1] ?? 32
  const last = characters.at(-1)?.[1] ?? 32
  const widths = Array.from({ length: last - first + 1 }, () => 0)
  for (const [character, code] of characters) widths[code - first] = face.widths[character] ?? 0
  return object(
    `<</Type/Font/Subtype/TrueType/BaseFont/${baseFont}/FirstChar ${first}/LastChar ${last}` +
      `/Widths[${widths.join(' ')}]/FontDescriptor ${descriptor} 0 R/ToUnicode ${toUnicode} 0 R>>`,
  )
}
