/**
 * The document model that two hands draw: HTML for the preview, jsPDF for the file. It says what stands where and
 * in which order; sizes, colours and page breaks are the hand's affair.
 */

import type { Picture } from '../pictures.ts'

/** A list that may make its items only when asked for: ten thousand entries are never laid out all at once. */
export interface Many<T> {
  readonly length: number
  at(index: number): T | undefined
}

/** Words in one style. Words that a person wrote carry where they stand, so that the preview can offer to mask them. */
export interface Piece {
  text: string
  strong?: boolean
  quiet?: boolean
  written?: Written
  /** Instead of text, the number of the page on which this anchor stands. */
  pageOf?: string
}

export interface Written {
  /** Id of the record, or `profile`. */
  id: string
  field: string
}

export type Words = readonly Piece[]

export interface Heading {
  is: 'heading'
  level: 1 | 2 | 3
  words: Words
  /** Its title in the outline; headings without one have no bookmark. */
  bookmark?: string
  anchor?: string
}

export interface Paragraph {
  is: 'paragraph'
  words: Words
  look?: 'quiet' | 'callout'
  /** Where paper is short: at most so many lines. */
  lines?: number
}

/** Labels with what belongs to each. */
export interface Facts {
  is: 'facts'
  rows: readonly Fact[]
}

export interface Fact {
  label: string
  words: Words
  /** Where paper is short: at most so many lines, then an ellipsis and the page of `inFull`. */
  lines?: number
  inFull?: string
}

export interface Table {
  is: 'table'
  /** Read out before the table. */
  summary: string
  columns: readonly Column[]
  rows: Many<Row>
  /** Where paper is short: cells of at most so many lines. */
  lines?: number
  /** To be written in by hand: points of room in each row, and rules between the columns. */
  room?: number
}

export interface Column {
  head: string
  /** Share of the width. */
  share: number
}

export interface Row {
  cells: readonly Words[]
  anchor?: string
}

export interface List {
  is: 'list'
  items: readonly Words[]
}

/** Blocks one after another, made when asked for. */
export interface Series {
  is: 'series'
  blocks: Many<Block>
}

/** Blocks side by side, read left to right. Never broken over pages. */
export interface Sides {
  is: 'sides'
  sides: readonly (readonly Block[])[]
}

/** Rooms to write by hand: a rule with a label under it. */
export interface Rooms {
  is: 'rooms'
  rooms: readonly { label: string; share: number }[]
}

export interface Figure {
  is: 'figure'
  title: string
  /** What it shows, in words, for somebody who cannot see it. */
  alt: string
  picture: Picture
}

/** Blocks that stay on one page where they fit on one. */
export interface Together {
  is: 'together'
  blocks: readonly Block[]
  anchor?: string
  bookmark?: string
}

export interface NewPage {
  is: 'newPage'
}

/** Under this name blocks stand that explain `[U+XXXX]`. */
export const codesAnchor = 'codes'

/** Blocks drawn only where a fact of the first page was cut to its lines, or a character shown by its number. */
export interface WhereCut {
  is: 'whereCut'
  /** The `inFull` of the facts, or {@link codesAnchor}. */
  anchor: string
  blocks: readonly Block[]
}

export type Block =
  | Heading
  | Paragraph
  | Facts
  | Table
  | List
  | Sides
  | Rooms
  | Figure
  | Together
  | Series
  | NewPage
  | WhereCut

export interface AttachedFile {
  name: string
  type: string
  description: string
  /** How it stands to the document: what it was made from, or the same in another form. */
  relationship: 'Source' | 'Alternative'
  text: string
}

export interface Mark {
  word: string
  line: string
}

export interface Sheet {
  for: 'landlord' | 'record' | 'hand'
  title: string
  lang: string
  author?: string
  subject: string
  /** On every page, beside the page number. */
  running: Words
  /** Where nothing of it is real: a word large across every page, and a line at its head. */
  mark?: Mark
  /** "Page 2 of 9" */
  pageOf(page: number, pages: number): string
  /** Always one page. */
  first: readonly Block[]
  rest: readonly Block[]
  attached: readonly AttachedFile[]
  fileName: string
  /** Id of each record that stands on it → how many revisions it had. */
  revisions: Readonly<Record<string, number>>
  /** "in full on page" */
  cutNote: string
}

/** A list whose items are made from those of another, each time they are asked for. */
export const lazily = <A, T>(list: readonly A[], make: (one: A, index: number) => T): Many<T> => ({
  length: list.length,
  at(index) {
    const one = list[index]
    return one === undefined ? undefined : make(one, index)
  },
})

export function* each<T>(many: Many<T>): Generator<T> {
  for (let i = 0; i < many.length; i++) {
    const one = many.at(i)
    if (one !== undefined) yield one
  }
}
