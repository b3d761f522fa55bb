/** What laying needs to know, and a cell of lines: the piece that everything is made of. */
import { codesAnchor, type Piece, type Words } from '../../core/sheet/model.ts'
import type { Cell } from './laid.ts'
import type { Faces, Line } from './lines.ts'
import { scaled, type TypeName, types } from './look.ts'
import { wrap } from './wrap.ts'

export interface Laying {
  faces: Faces
  width: number
  scale: number
  /** The page on which an anchor stands; undefined while that is not yet known. */
  pageOf(anchor: string): number | undefined
  /** "in full on page" */
  cutNote: string
  /** Told the anchor of each fact that was cut to its lines. */
  wasCut(anchor: string): void
  /** Whether a fact with this anchor was cut on the first page. */
  isCut(anchor: string): boolean
  /** Told of each entry and each row of a table that was laid. */
  wasLaid?(): void
}

export function cellOf(
  words: Words,
  x: number,
  width: number,
  type: TypeName,
  tag: Cell['tag'],
  laying: Laying,
  attributes?: string,
): Cell {
  const own = scaled(types[type], laying.scale)
  const lines = wrap(withPages(words, laying), width, own, laying.faces)
  if (words.some(({ text }) => text.includes('[U+'))) laying.wasCut(codesAnchor)
  return { x, width, lines, type: own, tag, ...(attributes === undefined ? {} : { attributes }) }
}

const withPages = (words: Words, laying: Laying): Words =>
  words.some(({ pageOf }) => pageOf !== undefined)
    ? words.map(
        (piece): Piece =>
          piece.pageOf === undefined ? piece : { ...piece, text: String(laying.pageOf(piece.pageOf) ?? 999) },
      )
    : words

/** The first lines of a cell, ending in an ellipsis and a note. As it is where it has no more lines than that. */
export function cutTo(cell: Cell, words: Words, most: number, note: string, { faces }: Laying): Cell {
  if (cell.lines.length <= most) return cell
  const text = words
    .map(piece => piece.text)
    .join('')
    .replace(/\s+/g, ' ')
  const style = words[0]?.strong ? { strong: true } : {}
  // Words fall off until what is left and the note fit the lines.
  let length = Math.min(text.length, textLength(cell.lines.slice(0, most)))
  for (;;) {
    const kept: Words = [
      { text: `${text.slice(0, length).trimEnd()} …`, ...style },
      { text: note, quiet: true },
    ]
    const lines = wrap(kept, cell.width, cell.type, faces)
    if (lines.length <= most || length === 0) return { ...cell, lines: lines.slice(0, most) }
    const space = text.lastIndexOf(' ', length - 2)
    // One long word: sign by sign, but never between the two halves of one.
    length =
      space > length - 40
        ? Math.max(0, space)
        : length - ((text.codePointAt(length - 2) ?? 0) > 0xffff ? 2 : 1)
  }
}

const textLength = (lines: readonly Line[]): number =>
  lines.reduce((sum, { runs }) => sum + runs.reduce((all, { text }) => all + text.length, 0), 0)
