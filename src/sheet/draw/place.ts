/** Puts what is laid on pages, and says in the structure tree what each piece is. */
import { each } from '../../core/sheet/model.ts'
import type { Element } from '../tagged/structure.ts'
import { type Band, type Beside, type Box, bandHeight, type Group, heightOf, type Laid } from './laid.ts'
import { columnGap } from './look.ts'
import {
  artifact,
  content,
  num,
  type Paper,
  pageRoom,
  roomLeft,
  rule,
  ruleDown,
  textOperators,
  turnPage,
} from './paper.ts'
import { shapeOperators } from './shapes.ts'

/** Bands of fewer lines are never broken over two pages. */
const fewestToBreak = 6

/** A new part goes on a page of its own, but for one that is emptier than this. */
const emptiestToGoOn = 0.7

/** Puts items one under another, from the left edge `x`, turning pages where they are full. Items are asked for one ahead. */
export function placeAll(paper: Paper, items: Iterable<Laid>, x: number, parent: Element, head?: Band): void {
  let item: Laid | undefined
  const put = (next: Laid | undefined) => {
    if (!item) return
    if (item.is === 'band' && item.keepNext && next && !atTop(paper)) {
      if (roomLeft(paper) < bandHeight(item) + startOf(next)) turn(paper, x, head)
    }
    place(paper, item, x, parent, head)
  }
  for (const next of items) {
    put(next)
    item = next
  }
  put(undefined)
}

/** What must follow a heading on its page. */
function startOf(laid: Laid): number {
  if (laid.is === 'band') return Math.min(bandHeight(laid), 60)
  if (laid.is === 'group') {
    if (laid.together) return Math.min(heightOf(laid), 120)
    const first = laid.items.at(0)
    return (laid.head ? bandHeight(laid.head) : 0) + (first ? startOf(first) : 0)
  }
  return heightOf(laid)
}

const atTop = (paper: Paper) => paper.y <= paper.look.margin.top + 0.01

function turn(paper: Paper, x: number, head: Band | undefined): void {
  turnPage(paper)
  // The repeated head of a table is no part of the text: its cells stand in the tree once.
  if (head) drawHeadAgain(paper, head, x)
}

function place(paper: Paper, laid: Laid, x: number, parent: Element, head?: Band): void {
  if (laid.is === 'band') placeBand(paper, laid, x, parent, head)
  else if (laid.is === 'box') placeBox(paper, laid, x, parent)
  else if (laid.is === 'group') placeGroup(paper, laid, x, parent)
  else if (laid.is === 'beside') placeBeside(paper, laid, x, parent)
  else if (roomLeft(paper) < pageRoom(paper.look) * emptiestToGoOn) turnPage(paper)
}

function mark(paper: Paper, laid: Band | Group): void {
  if (laid.anchor !== undefined) paper.anchors.set(laid.anchor, paper.page)
  if (laid.bookmark !== undefined) {
    const top = paper.look.page.height - paper.y + 6
    paper.tags.bookmark({ ...laid.bookmark, page: paper.page, top })
  }
}

function placeGroup(paper: Paper, group: Group, x: number, parent: Element): void {
  const { tree } = paper.tags
  const element = group.tag
    ? tree.add(
        parent,
        group.tag,
        group.attributes === undefined ? undefined : { attributes: group.attributes },
      )
    : parent
  if (group.together && !atTop(paper)) {
    const height = heightOf(group)
    const needed = height <= pageRoom(paper.look) * 0.45 ? height : 90
    if (roomLeft(paper) < needed) turnPage(paper)
  }
  mark(paper, group)
  if (!group.head) {
    placeAll(paper, each(group.items), x, element)
    return
  }
  const first = group.items.at(0)
  if (roomLeft(paper) < bandHeight(group.head) + (first ? startOf(first) : 0) && !atTop(paper))
    turnPage(paper)
  placeBand(paper, group.head, x, tree.add(element, 'THead'))
  placeAll(paper, each(group.items), x, tree.add(element, 'TBody'), group.head)
}

function placeBand(paper: Paper, band: Band, x: number, parent: Element, head?: Band): void {
  const height = bandHeight(band)
  const most = Math.max(...band.cells.map(({ lines }) => lines.length))
  const breakable = most >= fewestToBreak && (height > roomLeft(paper) + 0.01 ? roomLeft(paper) > 60 : true)
  if (height > roomLeft(paper) + 0.01 && !breakable && !atTop(paper)) turn(paper, x, head)
  mark(paper, band)
  const { tree } = paper.tags
  const holder = band.tag ? tree.add(parent, band.tag) : parent
  const elements = band.cells.map(cell =>
    tree.add(holder, cell.tag, cell.attributes === undefined ? undefined : { attributes: cell.attributes }),
  )
  if (!atTop(paper)) paper.y += band.before
  let from = 0
  do {
    if (band.ruleAbove !== undefined && from === 0 && !atTop(paper))
      rule(paper, x, paper.y, band.width, band.ruleAbove)
    const room = roomLeft(paper) - band.padding * 2
    const fits = fitting(band, from, room)
    const to = most - from <= fits ? most : from + Math.max(1, fits)
    let drawn = band.least ?? 0
    const top = paper.y
    for (const [i, cell] of band.cells.entries()) {
      const lines = cell.lines.slice(from, to)
      const element = elements[i]
      if (element === undefined || lines.every(({ runs }) => runs.length === 0)) continue
      const { pictures, text } = textOperators(paper, cell, lines, x + cell.x, paper.y + band.padding)
      artifact(paper, pictures)
      content(paper, element, text)
    }
    for (const cell of band.cells)
      drawn = Math.max(drawn, (Math.min(to, cell.lines.length) - from) * cell.type.leading)
    paper.y += band.padding * 2 + drawn
    if (band.ruleBelow !== undefined) rule(paper, x, paper.y, band.width, band.ruleBelow)
    if (band.ruleBetween !== undefined)
      for (const cell of band.cells.slice(1))
        ruleDown(paper, x + cell.x - columnGap / 2, top, paper.y, band.ruleBetween)
    from = to
    if (from < most) turn(paper, x, head)
  } while (from < most)
  paper.y += band.after
}

/** How many lines from `from` on every cell can put into `room`. */
function fitting(band: Band, from: number, room: number): number {
  let fewest = Number.POSITIVE_INFINITY
  for (const { lines, type } of band.cells) {
    const fit = Math.floor((room + 0.01) / type.leading)
    if (lines.length - from > fit) fewest = Math.min(fewest, fit)
  }
  return fewest
}

function drawHeadAgain(paper: Paper, head: Band, x: number): void {
  for (const cell of head.cells) {
    const { pictures, text } = textOperators(paper, cell, cell.lines, x + cell.x, paper.y + head.padding)
    artifact(paper, pictures + text)
  }
  paper.y += bandHeight(head) - head.before - head.after
  if (head.ruleBelow !== undefined) rule(paper, x, paper.y, head.width, head.ruleBelow)
}

function placeBox(paper: Paper, box: Box, x: number, parent: Element): void {
  if (roomLeft(paper) < box.before + box.height && !atTop(paper)) turnPage(paper)
  paper.y += box.before
  const operators = shapeOperators(paper, box, x, paper.y)
  if (box.tag === 'artifact') artifact(paper, operators)
  else {
    const foot = paper.look.page.height - paper.y - box.height
    const edges = [x, foot, x + box.width, foot + box.height].map(num).join(' ')
    const element = paper.tags.tree.add(parent, box.tag, {
      ...(box.alt === undefined ? {} : { alt: box.alt }),
      attributes: `/O/Layout/Placement/Block/BBox[${edges}]`,
    })
    content(paper, element, operators)
  }
  paper.y += box.height + box.after
}

function placeBeside(paper: Paper, beside: Beside, x: number, parent: Element): void {
  if (roomLeft(paper) < heightOf(beside) && !atTop(paper)) turnPage(paper)
  const top = paper.y
  let lowest = top
  for (const column of beside.columns) {
    paper.y = top
    placeAll(paper, each(column.items), x + column.x, parent)
    lowest = Math.max(lowest, paper.y)
  }
  paper.y = lowest
}
