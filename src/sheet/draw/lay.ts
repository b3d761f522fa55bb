/** From blocks to lines with known heights. */
import { type Block, each, type Paragraph, type Series, type Words } from '../../core/sheet/model.ts'
import type { Band, Box, Group, Laid } from './laid.ts'
import { layFacts } from './lay-facts.ts'
import { layTable } from './lay-table.ts'
import { cellOf, cutTo, type Laying } from './laying.ts'
import { tones } from './look.ts'

export const layAll = (blocks: readonly Block[], laying: Laying): Laid[] =>
  blocks.flatMap(block => [...layEach(block, laying)])

/** What is laid of a block, piece by piece as it is asked for. */
export function* layEach(block: Block, laying: Laying): Generator<Laid> {
  if (block.is === 'series') for (const one of each(block.blocks)) yield* layEach(one, laying)
  else yield* lay(block, laying)
  laying.wasLaid?.()
}

function lay(block: Exclude<Block, Series>, laying: Laying): Laid[] {
  switch (block.is) {
    case 'heading':
      return [layHeading(block, laying)]
    case 'paragraph':
      return [layParagraph(block, laying)]
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
          items: layAll(block.blocks, { ...laying, wasLaid: undefined }),
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

function layParagraph({ words, look, lines }: Paragraph, laying: Laying): Band {
  const { width, scale } = laying
  const type = look === 'quiet' ? 'quiet' : 'body'
  const callout = look === 'callout'
  const cell = cellOf(words, 0, width, type, 'P', laying)
  return {
    is: 'band',
    cells: [lines === undefined ? cell : cutTo(cell, words, lines, '', laying)],
    before: (callout ? 5 : look === 'quiet' ? 2 : 0) * scale,
    padding: (callout ? 4 : 0) * scale,
    after: 4 * scale,
    width,
    ...(callout ? { ruleAbove: tones.strongRule, ruleBelow: tones.strongRule } : {}),
  }
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
  const rules: Box = {
    is: 'box',
    tag: 'artifact',
    before: 0,
    after: 3 * scale,
    height: 40 * scale,
    width,
    unit: 1,
    shapes: cells.map(({ rule }) => ({ is: 'line', x: rule.x, y: 40 * scale, width: rule.width })),
  }
  const labels: Band = {
    is: 'band',
    tag: 'Div',
    cells: cells.map(({ cell }) => cell),
    before: 0,
    padding: 0,
    after: 6 * scale,
    width,
  }
  return { is: 'group', together: true, items: [rules, labels] }
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
