/** From blocks to lines with known heights. */
import type { Block, Fact, Piece, Table, Words } from '../../core/sheet/model.ts'
import type { Band, Box, Cell, Group, Laid } from './laid.ts'
import type { Faces, Line } from './lines.ts'
import { scaled, type TypeName, tones, types } from './look.ts'
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

export const layAll = (blocks: readonly Block[], laying: Laying): Laid[] =>
  blocks.flatMap(block => lay(block, laying))

function lay(block: Block, laying: Laying): Laid[] {
  switch (block.is) {
    case 'heading':
      return [layHeading(block, laying)]
    case 'paragraph':
      return [layParagraph(block.words, block.look, laying)]
    case 'facts':
      return [layFacts(block.rows, laying)]
    case 'table':
      return [layTable(block, laying)]
    case 'list':
      return [layList(block.items, laying)]
    case 'sides':
      return [laySides(block.sides, laying)]
    case 'rooms':
      return [layRooms(block.rooms, laying)]
    case 'figure':
      return layFigure(block, laying)
    case 'together':
      return [
        {
          is: 'group',
          tag: 'Sect',
          together: true,
          items: layAll(block.blocks, laying),
          ...(block.anchor === undefined ? {} : { anchor: block.anchor }),
          ...(block.bookmark === undefined ? {} : { bookmark: { title: block.bookmark, level: 2 } }),
        },
      ]
    case 'newPage':
      return [{ is: 'pageBreak' }]
    case 'whereCut':
      return laying.isCut(block.anchor) ? layAll(block.blocks, laying) : []
  }
}

function cellOf(
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
  return { x, width, lines, type: own, tag, ...(attributes === undefined ? {} : { attributes }) }
}

const withPages = (words: Words, laying: Laying): Words =>
  words.some(({ pageOf }) => pageOf !== undefined)
    ? words.map(
        (piece): Piece =>
          piece.pageOf === undefined ? piece : { ...piece, text: String(laying.pageOf(piece.pageOf) ?? 999) },
      )
    : words

function layHeading(block: Extract<Block, { is: 'heading' }>, laying: Laying): Band {
  const { level, words, anchor, bookmark } = block
  const { scale, width } = laying
  const look = (
    {
      1: { type: 'title', before: 0, after: 1 },
      2: { type: 'section', before: 13, after: 3 },
      3: { type: 'entry', before: 11, after: 1 },
    } as const
  )[level]
  return {
    is: 'band',
    cells: [cellOf(words, 0, width, look.type, `H${level}`, laying)],
    before: look.before * scale,
    padding: 0,
    after: look.after * scale,
    width,
    keepNext: true,
    ...(level === 3 ? { ruleAbove: tones.rule, padding: 3.5 * scale } : {}),
    ...(anchor === undefined ? {} : { anchor }),
    ...(bookmark === undefined ? {} : { bookmark: { title: bookmark, level: level === 3 ? 2 : 1 } }),
  }
}

function layParagraph(words: Words, look: 'quiet' | 'callout' | undefined, laying: Laying): Band {
  const { width, scale } = laying
  const type = look === 'quiet' ? 'quiet' : 'body'
  const callout = look === 'callout'
  return {
    is: 'band',
    cells: [cellOf(words, 0, width, type, 'P', laying)],
    before: (callout ? 5 : 0) * scale,
    padding: (callout ? 4 : 0) * scale,
    after: 4 * scale,
    width,
    ...(callout ? { ruleAbove: tones.strongRule, ruleBelow: tones.strongRule } : {}),
  }
}

/** Room for the labels of facts, in points. */
const labelWidth = 100
const narrowLabelWidth = 78

function layFacts(rows: readonly Fact[], laying: Laying): Group {
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

function layTable(table: Table, laying: Laying): Group {
  const { width, scale } = laying
  const gap = 7 * scale
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
  const items = table.rows.map(
    (row): Band => ({
      is: 'band',
      tag: 'TR',
      cells: row.cells.map((words, i) =>
        cellOf(
          words,
          lefts[i] ?? 0,
          widths[i] ?? 0,
          'cell',
          i === 0 ? 'TH' : 'TD',
          laying,
          i === 0 ? '/O/Table/Scope/Row' : undefined,
        ),
      ),
      before: 0,
      padding: 3 * scale,
      after: 0,
      ruleBelow: tones.rule,
      width,
      ...(row.anchor === undefined ? {} : { anchor: row.anchor }),
    }),
  )
  return { is: 'group', tag: 'Table', head, items }
}

function layList(items: readonly Words[], laying: Laying): Group {
  const { width, scale } = laying
  const indent = 10 * scale
  return {
    is: 'group',
    tag: 'L',
    attributes: '/O/List/ListNumbering/Disc',
    items: items.map(
      (words): Band => ({
        is: 'band',
        tag: 'LI',
        cells: [
          cellOf([{ text: '•' }], 0, indent, 'body', 'Lbl', laying),
          cellOf(words, indent, width - indent, 'body', 'LBody', laying),
        ],
        before: 0,
        padding: 0.75 * scale,
        after: 0,
        width,
      }),
    ),
  }
}

function laySides(sides: readonly (readonly Block[])[], laying: Laying): Laid {
  const gap = 22 * laying.scale
  const width = (laying.width - gap * (sides.length - 1)) / sides.length
  return {
    is: 'beside',
    columns: sides.map((blocks, i) => ({
      x: i * (width + gap),
      items: layAll(blocks, { ...laying, width }),
    })),
  }
}

/** Room to write by hand: half an inch over a rule, the label under it. */
function layRooms(rooms: Extract<Block, { is: 'rooms' }>['rooms'], laying: Laying): Group {
  const { width, scale } = laying
  const gap = 16 * scale
  const all = rooms.reduce((sum, { share }) => sum + share, 0)
  let x = 0
  const cells = rooms.map(({ label, share }) => {
    const own = ((width + gap) * share) / all - gap
    const cell = cellOf([{ text: label }], x, own, 'quiet', 'P', laying)
    const rule = { x, width: own }
    x += own + gap
    return { cell, rule }
  })
  return {
    is: 'group',
    together: true,
    items: [
      {
        is: 'box',
        tag: 'artifact',
        before: 0,
        after: 3 * scale,
        height: 40 * scale,
        width,
        unit: 1,
        shapes: cells.map(({ rule }) => ({ is: 'line', x: rule.x, y: 40 * scale, width: rule.width })),
      },
      {
        is: 'band',
        tag: 'Div',
        cells: cells.map(({ cell }) => cell),
        before: 0,
        padding: 0,
        after: 6 * scale,
        width,
      },
    ],
  }
}

/** Units of a picture are screen pixels: larger than this, its labels would shout beside the text. */
const mostPictureUnit = 0.76

function layFigure(figure: Extract<Block, { is: 'figure' }>, laying: Laying): Laid[] {
  const { width, scale } = laying
  const { picture } = figure
  const unit = Math.min(width / picture.width, mostPictureUnit * scale)
  const box: Box = {
    is: 'box',
    tag: 'Figure',
    alt: figure.alt,
    before: 2 * scale,
    after: 8 * scale,
    height: picture.height * unit,
    width: picture.width * unit,
    unit,
    shapes: picture.shapes,
  }
  const title = layHeading({ is: 'heading', level: 3, words: [{ text: figure.title, strong: true }] }, laying)
  delete title.ruleAbove
  return [{ is: 'group', tag: 'Sect', together: true, items: [title, box] }]
}
