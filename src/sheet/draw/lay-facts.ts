/** Facts: labels with what belongs to each. */
import type { Fact, Words } from '../../core/sheet/model.ts'
import type { Band, Cell, Group } from './laid.ts'
import { cellOf, type Laying } from './laying.ts'
import type { Line } from './lines.ts'
import { wrap } from './wrap.ts'

/** Room for the labels of facts, in points. */
const labelWidth = 100
const narrowLabelWidth = 78

export function layFacts(rows: readonly Fact[], laying: Laying): Group {
  const { width, scale } = laying
  const label = (width < 300 ? narrowLabelWidth : labelWidth) * scale
  return {
    is: 'group',
    tag: 'L',
    attributes: '/O/List/ListNumbering/None',
    items: rows.map((fact): Band => {
      const value = cellOf(fact.words, label, width - label, 'body', 'LBody', laying)
      return {
        is: 'band',
        tag: 'LI',
        cells: [
          cellOf([{ text: fact.label }], 0, label - 8 * scale, 'label', 'Lbl', laying),
          fact.lines === undefined ? value : cutTo(value, fact, width - label, laying),
        ],
        before: 0,
        padding: 0.75 * scale,
        after: 0,
        width,
      }
    }),
  }
}

/** The first lines of a cell, ending in an ellipsis and the page where all of it stands. */
function cutTo(cell: Cell, { lines: most, inFull, words }: Fact, width: number, laying: Laying): Cell {
  if (most === undefined || cell.lines.length <= most) return cell
  if (inFull !== undefined) laying.wasCut(inFull)
  const note = ` … (${laying.cutNote} ${laying.pageOf(inFull ?? '') ?? 999})`
  const text = words
    .map(piece => piece.text)
    .join('')
    .replace(/\s+/g, ' ')
  // Words fall off until what is left and the note fit the lines.
  let length = Math.min(text.length, textLength(cell.lines.slice(0, most)))
  for (;;) {
    const kept: Words = [{ text: text.slice(0, length).trimEnd() }, { text: note, quiet: true }]
    const lines = wrap(kept, width, cell.type, laying.faces)
    if (lines.length <= most || length === 0) return { ...cell, lines }
    length = Math.max(0, text.lastIndexOf(' ', length - 1))
    if (length === 0) length = 0
  }
}

const textLength = (lines: readonly Line[]): number =>
  lines.reduce((sum, { runs }) => sum + runs.reduce((all, { text }) => all + text.length, 0), 0)
