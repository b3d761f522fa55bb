/** A table: a head that is repeated on every page, and a row for each thing. */
import type { Many, Row, Table } from '../../core/sheet/model.ts'
import type { Band, Group } from './laid.ts'
import { cellOf, cutTo, type Laying } from './laying.ts'
import { columnGap, tones } from './look.ts'

export function layTable(table: Table, laying: Laying): Group {
  const { width, scale } = laying
  const gap = columnGap * scale
  const all = table.columns.reduce((sum, { share }) => sum + share, 0)
  const widths = table.columns.map(({ share }) => ((width + gap) * share) / all - gap)
  const lefts = widths.map((_, i) => widths.slice(0, i).reduce((sum, one) => sum + one + gap, 0))
  const head: Band = {
    is: 'band',
    tag: 'TR',
    cells: table.columns.map((column, i) =>
      cellOf(
        [{ text: column.head }],
        lefts[i] ?? 0,
        widths[i] ?? 0,
        'head',
        'TH',
        laying,
        '/O/Table/Scope/Column',
      ),
    ),
    before: 2 * scale,
    padding: 2 * scale,
    after: 0,
    ruleBelow: tones.strongRule,
    width,
    keepNext: true,
  }
  const bandOf = (row: Row): Band => {
    laying.wasLaid?.()
    return {
      is: 'band',
      tag: 'TR',
      cells: row.cells.map((words, i) => {
        const [tag, scope] = i === 0 ? (['TH', '/O/Table/Scope/Row'] as const) : (['TD', undefined] as const)
        const cell = cellOf(words, lefts[i] ?? 0, widths[i] ?? 0, 'cell', tag, laying, scope)
        return table.lines === undefined ? cell : cutTo(cell, words, table.lines, '', laying)
      }),
      before: 0,
      padding: 3 * scale,
      after: 0,
      ruleBelow: tones.rule,
      width,
      ...(table.room === undefined
        ? {}
        : { least: table.room, ruleBelow: tones.formRule, ruleBetween: tones.formRule }),
      ...(row.anchor === undefined ? {} : { anchor: row.anchor }),
    }
  }
  const items: Many<Band> = {
    length: table.rows.length,
    at(index) {
      const row = table.rows.at(index)
      return row && bandOf(row)
    },
  }
  return { is: 'group', tag: 'Table', head, items }
}
