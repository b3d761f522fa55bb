/** The pages as they fill: where the pen is, and the operators it has written. */
import type { jsPDF } from 'jspdf'
import type { Typeface } from '../fonts/embed.ts'
import { internalsOf } from '../tagged/internals.ts'
import type { Element } from '../tagged/structure.ts'
import { beginArtifact, beginFurniture, type Tagged } from '../tagged/tagged.ts'
import type { Ink } from './ink.ts'
import type { Cell } from './laid.ts'
import type { Faces, Line, Run } from './lines.ts'
import { accent, type Look, type Type } from './look.ts'

export interface Paper {
  doc: jsPDF
  tags: Tagged
  look: Look
  faces: Faces
  regular: Typeface
  bold: Typeface
  ink: Ink
  /** From 1. */
  page: number
  /** Points from the top of the page. */
  y: number
  /** Anchor → page. */
  anchors: Map<string, number>
  /** Called with the number of pages so far whenever one is full. */
  turned(pages: number): void
}

/** A number as PDF operators write it: at most two decimals, which at 72 to the inch is beyond any printer. */
export const num = (value: number): string => String(rounded(value))

const rounded = (value: number): number => Math.round(value * 100) / 100

export const write = (paper: Paper, operators: string, page = paper.page): void => {
  internalsOf(paper.doc).pages[page]?.push(operators)
}

export function turnPage(paper: Paper): void {
  paper.doc.addPage()
  paper.page++
  paper.y = paper.look.margin.top
  paper.turned(paper.page)
}

export const roomLeft = (paper: Paper): number => paper.look.page.height - paper.look.margin.bottom - paper.y

export const pageRoom = ({ page, margin }: Look): number => page.height - margin.top - margin.bottom

/** Content of an element, on the page where the pen is. */
export function content(paper: Paper, element: Element, operators: string): void {
  write(paper, `${paper.tags.begin(element, paper.page)}\n${operators}EMC`)
}

export function artifact(paper: Paper, operators: string): void {
  if (operators) write(paper, `${beginArtifact} ${operators}EMC`)
}

/**
 * Lines of a cell, the first with its top at `top`: the pictures among them, which are artifacts, and all of their
 * text as one text object.
 */
export function textOperators(
  paper: Paper,
  cell: Pick<Cell, 'type' | 'width'>,
  lines: readonly Line[],
  x: number,
  top: number,
): { pictures: string; text: string } {
  const { type } = cell
  const size = num(type.size)
  const height = paper.look.page.height
  const typefaceOf = (run: Run) => (run.bold ? paper.bold : paper.regular)
  // Capitals stand in the middle of their line.
  const baseline = (index: number) =>
    height -
    top -
    index * type.leading -
    type.leading / 2 -
    ((type.beside ?? type.size) * paper.faces.regular.capHeight) / 2000
  let pictures = ''
  let out = 'BT '
  let tone = -1
  let bold: boolean | undefined
  let [lastX, lastY] = [0, 0]
  const move = (toX: number, toY: number) => {
    const [byX, byY] = [rounded(toX - lastX), rounded(toY - lastY)]
    // What was moved is what was written, roundings included.
    lastX += byX
    lastY += byY
    out += `${byX} ${byY} Td `
  }
  for (const [index, line] of lines.entries()) {
    if (line.runs.length === 0) continue
    const y = baseline(index)
    let at = line.fromRight ? x + cell.width - line.width : x
    move(at, y)
    let drifted = false
    for (const run of line.runs) {
      if (run.picture) {
        pictures += paper.ink.picture(run, at, y, type.size)
        if (at !== lastX) move(at, y)
        out += paper.ink.behind(run, type.size)
        bold = undefined
        drifted = true
      } else {
        if (drifted) move(at, y)
        drifted = false
        if (run.bold !== bold) {
          bold = run.bold
          out += `${typefaceOf(run).use(size)} `
        }
        if (run.tone !== tone) {
          tone = run.tone
          out += `${type.accent ? accent : `${num(1 - tone)} g`} `
        }
        out += typefaceOf(run).show(run.text, size)
      }
      at += run.width
    }
    out += '\n'
  }
  return { pictures, text: `${out}ET\n` }
}

/** A rule across, as an artifact. */
export function rule(paper: Paper, x: number, y: number, width: number, tone: number, thick = 0.5): void {
  const fromFoot = paper.look.page.height - y
  write(
    paper,
    `${beginArtifact} ${num(1 - tone)} G ${num(thick)} w ${num(x)} ${num(fromFoot)} m ${num(x + width)} ${num(fromFoot)} l S EMC`,
  )
}

/** A rule down from `top` to `bottom`, both from the top of the page, as an artifact. */
export function ruleDown(paper: Paper, x: number, top: number, bottom: number, tone: number): void {
  const [from, to] = [top, bottom].map(y => num(paper.look.page.height - y))
  write(paper, `${beginArtifact} ${num(1 - tone)} G 0.5 w ${num(x)} ${from} m ${num(x)} ${to} l S EMC`)
}

/** A line that stands on every page and is no part of the text, with its top at `top`. */
export function furniture(paper: Paper, page: number, line: Line, type: Type, x: number, top: number): void {
  const { pictures, text } = textOperators(paper, { type, width: line.width }, [line], x, top)
  write(paper, `${beginFurniture} ${pictures}${text}EMC`, page)
}
