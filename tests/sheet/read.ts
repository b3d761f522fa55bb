/** Reads a made file back, as a reader would. */
import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { EmptySheetRequest, SheetRequest } from '../../src/core/sheet/request.ts'
import { documentOf, type MadeSheet } from '../../src/sheet/document.ts'
import { readFace } from '../../src/sheet/fonts/face.ts'

const fontBytes = (weight: string) =>
  new Uint8Array(
    readFileSync(new URL(`../../src/sheet/fonts/NotoSans-${weight}.ttf`, import.meta.url).pathname),
  )

export const faces = { regular: readFace(fontBytes('Regular')), bold: readFace(fontBytes('Bold')) }

export const make = (request: SheetRequest | EmptySheetRequest): MadeSheet => documentOf(request, faces)

/** A copy, because pdf.js takes the bytes away from whoever gives them. */
export const open = (bytes: Uint8Array) =>
  getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise

/** The text of each page, lines joined by spaces, white space folded, NFC. */
export async function pageTexts(bytes: Uint8Array): Promise<string[]> {
  const pdf = await open(bytes)
  const texts: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    texts.push(folded(items.map(item => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('')))
  }
  await pdf.destroy()
  return texts
}

export const folded = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** Everything that stands in a file: its bytes, every stream inflated, every hexadecimal string, every reader's text. */
export async function everythingIn(bytes: Uint8Array): Promise<string> {
  const raw = Buffer.from(bytes).toString('latin1')
  const streams: string[] = []
  for (const found of raw.matchAll(/\/Length (\d+)[^>]*?>>\s*stream\n/g)) {
    const from = found.index + found[0].length
    const data = Buffer.from(bytes.subarray(from, from + Number(found[1])))
    streams.push((/\/FlateDecode/.test(found[0]) ? inflateSync(data) : data).toString('latin1'))
  }
  const inner = streams.join('\n')
  const utf8 = Buffer.from(inner, 'latin1').toString('utf8')
  const hex = [...(raw + inner).matchAll(/<FEFF([0-9A-F]+)>/g)]
    .map(found =>
      Buffer.from(found[1] ?? '', 'hex')
        .swap16()
        .toString('utf16le'),
    )
    .join('\n')
  return [raw, inner, utf8, hex, ...(await pageTexts(bytes))].join('\n')
}
