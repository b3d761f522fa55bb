/** Facts: labels with what belongs to each. */
import type { Fact } from '../../core/sheet/model.ts'
import type { Band, Cell, Group } from './laid.ts'
import { cellOf, cutTo, type Laying } from './laying.ts'

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
          cutFact(value, fact, laying),
        ],
        before: 0,
        padding: 0.75 * scale,
        after: 0,
        width,
      }
    }),
  }
}

/** Cut to its lines, with the page where all of it stands. */
function cutFact(cell: Cell, { lines: most, inFull, words }: Fact, laying: Laying): Cell {
  if (most === undefined || cell.lines.length <= most) return cell
  if (inFull === undefined) return cutTo(cell, words, most, '', laying)
  laying.wasCut(inFull)
  return cutTo(cell, words, most, ` (${laying.cutNote} ${laying.pageOf(inFull) ?? 999})`, laying)
}
