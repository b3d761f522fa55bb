/** Reads a made file back, as a reader would. */
import { readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { SheetRequest } from '../../src/core/sheet/request.ts'
import { documentOf, type MadeSheet } from '../../src/sheet/document.ts'
import { readFace } from '../../src/sheet/fonts/face.ts'

const fontBytes = (weight: string) =>
  new Uint8Array(
    readFileSync(new URL(`../../src/sheet/fonts/NotoSans-${weight}.ttf`, import.meta.url).pathname),
  )

export const faces = { regular: readFace(fontBytes('Regular')), bold: readFace(fontBytes('Bold')) }

export const make = (request: SheetRequest): MadeSheet => documentOf(request, faces)

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
