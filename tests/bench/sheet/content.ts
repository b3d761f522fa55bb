/** The words of a sheet as plain items, for other libraries to draw; and the sheet itself, drawn by us. */
import { joined } from '../../../src/core/bytes.ts'
import { composeSheet } from '../../../src/core/sheet/compose.ts'
import { type Block, each, type Words } from '../../../src/core/sheet/model.ts'
import type { SheetRequest } from '../../../src/core/sheet/request.ts'
import { documentOf } from '../../../src/sheet/document.ts'
import { readFace } from '../../../src/sheet/fonts/face.ts'
import { sheetWording } from '../../../src/text/sheet.ts'
import { sampleRequest } from '../../sheet/sample.ts'

export type Item =
  | { is: 'heading' | 'paragraph'; text: string }
  | { is: 'row'; cells: { text: string; x: number; width: number }[] }

const width = 505
const join = (words: Words) => words.map(({ text }) => text).join('')

/** Everything after the first page, in order. Pictures are left out: only text is compared. */
export function itemsOf(incidents: number): Item[] {
  const items: Item[] = []
  const add = (block: Block): void => {
    if (block.is === 'heading') items.push({ is: 'heading', text: join(block.words) })
    if (block.is === 'paragraph') items.push({ is: 'paragraph', text: join(block.words) })
    if (block.is === 'together') block.blocks.forEach(add)
    if (block.is === 'series') for (const one of each(block.blocks)) add(one)
    if (block.is === 'facts')
      for (const { label, words } of block.rows)
        items.push({
          is: 'row',
          cells: [
            { text: label, x: 0, width: 92 },
            { text: join(words), x: 100, width: width - 100 },
          ],
        })
    if (block.is === 'table') {
      const all = block.columns.reduce((sum, { share }) => sum + share, 0)
      for (const { cells } of each(block.rows)) {
        let x = 0
        items.push({
          is: 'row',
          cells: cells.map((words, i) => {
            const own = ((block.columns[i]?.share ?? 0) / all) * width
            x += own
            return { text: join(words), x: x - own, width: own - 7 }
          }),
        })
      }
    }
  }
  composeSheet(requestOf(incidents), sheetWording).rest.forEach(add)
  return items
}

/** The bytes of a file that a library gives in parts. */
export const together = (parts: Uint8Array[]): Uint8Array => joined(...parts)

export interface Fonts {
  regular: Uint8Array
  bold: Uint8Array
}

/** Composed, laid out, tagged, archival, with its first page and its pictures: all that a sheet is. */
export const ours =
  (fonts: Fonts) =>
  (incidents: number): Uint8Array =>
    documentOf(requestOf(incidents), { regular: readFace(fonts.regular), bold: readFace(fonts.bold) }).bytes

/** The entries are made once for each count: a sheet is made from a diary that is there. */
const requests = new Map<number, SheetRequest>()
function requestOf(incidents: number): SheetRequest {
  const request = requests.get(incidents) ?? sampleRequest(incidents, 16)
  requests.set(incidents, request)
  return request
}
