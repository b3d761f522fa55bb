/** What laying needs to know, and a cell of lines: the piece that everything is made of. */
import { codesAnchor, type Piece, type Words } from '../../core/sheet/model.ts'
import type { Cell } from './laid.ts'
import type { Faces } from './lines.ts'
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
