/** Blocks with their lines broken and their heights known, ready to be put on pages. */
import type { Shape } from '../../core/pictures.ts'
import { each, type Many } from '../../core/sheet/model.ts'
import type { StructureType } from '../tagged/structure.ts'
import type { Line } from './lines.ts'
import type { Type } from './look.ts'

/** Lines of one type in one column. */
export interface Cell {
  /** From the left of the block. */
  x: number
  width: number
  lines: readonly Line[]
  type: Type
  tag: StructureType
  attributes?: string
}

/** Columns of lines side by side; may break between lines. */
export interface Band {
  is: 'band'
  cells: readonly Cell[]
  /** What holds the cells; none where there is a single cell. */
  tag?: StructureType
  before: number
  /** Room above and below the lines, within the rules. */
  padding: number
  /** Room for the lines at the least, in points. */
  least?: number
  after: number
  /** A rule in the gap before each cell but the first. */
  ruleBetween?: number
  ruleAbove?: number
  ruleBelow?: number
  width: number
  /** Stays on the page of what follows. */
  keepNext?: boolean
  anchor?: string
  bookmark?: { title: string; level: number }
}

/** A shape of a picture, or a line to write on. */
export type Drawn = Shape | { is: 'line'; x: number; y: number; width: number }

/** Something drawn as a whole. */
export interface Box {
  is: 'box'
  before: number
  after: number
  /** Points; the shapes are in units of `unit` points. */
  height: number
  width: number
  unit: number
  shapes: readonly Drawn[]
  tag: 'Figure' | 'artifact'
  alt?: string
}

export interface Group {
  is: 'group'
  tag?: StructureType
  attributes?: string
  items: Many<Laid>
  /** Repeated on each page that the group goes on to. */
  head?: Band
  together?: boolean
  anchor?: string
  bookmark?: { title: string; level: number }
}

/** Columns of blocks, never broken. */
export interface Beside {
  is: 'beside'
  columns: readonly { x: number; items: Many<Laid> }[]
}

export interface PageBreak {
  is: 'pageBreak'
}

export type Laid = Band | Box | Group | Beside | PageBreak

export function bandHeight(band: Band): number {
  let lines = band.least ?? 0
  for (const { lines: own, type } of band.cells) lines = Math.max(lines, own.length * type.leading)
  return band.before + band.padding * 2 + lines + band.after
}

export function heightOf(laid: Laid): number {
  if (laid.is === 'band') return bandHeight(laid)
  if (laid.is === 'box') return laid.before + laid.height + laid.after
  if (laid.is === 'pageBreak') return 0
  if (laid.is === 'beside') return Math.max(0, ...laid.columns.map(({ items }) => heightOfAll(items)))
  return (laid.head ? bandHeight(laid.head) : 0) + heightOfAll(laid.items)
}

export function heightOfAll(items: Many<Laid>): number {
  let sum = 0
  for (const item of each(items)) sum += heightOf(item)
  return sum
}
