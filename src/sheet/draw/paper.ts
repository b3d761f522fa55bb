/** The pages as they fill: where the pen is, and the operators it has written. */
import type { jsPDF } from 'jspdf'
import type { Typeface } from '../fonts/embed.ts'
import { internalsOf } from '../tagged/internals.ts'
import type { Element } from '../tagged/structure.ts'
import { beginArtifact, beginFurniture, type Tagged } from '../tagged/tagged.ts'
import type { Cell } from './laid.ts'
import { accent, type Look, tones } from './look.ts'
import type { Faces, Line } from './wrap.ts'

export interface Paper {
  doc: jsPDF
  tags: Tagged
  look: Look
  faces: Faces
  regular: Typeface
  bold: Typeface
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
export const num = (value: number): string => String(Math.round(value * 100) / 100)

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

/** Lines of a cell from one to another, the first with its top at `top`, as one text object. */
export function textOperators(
  paper: Paper,
  cell: Pick<Cell, 'type' | 'align'>,
  lines: readonly Line[],
  x: number,
  top: number,
): string {
  const { type } = cell
  const size = num(type.size)
  const height = paper.look.page.height
  // Capitals stand in the middle of their line.
  const baseline = (index: number) =>
    height -
    top -
    index * type.leading -
    type.leading / 2 -
    ((type.beside ?? type.size) * paper.faces.regular.capHeight) / 2000
  let out = 'BT '
  let tone = -1
  let bold: boolean | undefined
  let [lastX, lastY] = [0, 0]
  for (const [index, line] of lines.entries()) {
    if (line.runs.length === 0) continue
    const startX = cell.align === 'end' ? x - line.width : x
    const y = baseline(index)
    out += `${num(startX - lastX)} ${num(y - lastY)} Td `
    // What was moved is what was written, roundings included.
    lastX += Math.round((startX - lastX) * 100) / 100
    lastY += Math.round((y - lastY) * 100) / 100
    for (const run of line.runs) {
      if (run.bold !== bold) {
        bold = run.bold
        out += `${(bold ? paper.bold : paper.regular).use(size)} `
      }
      if (run.tone !== tone) {
        tone = run.tone
        out += `${type.accent ? accent : `${num(1 - tone)} g`} `
      }
      out += (bold ? paper.bold : paper.regular).show(run.text, size)
    }
    out += '\n'
  }
  return `${out}ET\n`
}

/** A rule across, as an artifact. */
export function rule(paper: Paper, x: number, y: number, width: number, tone: number, thick = 0.5): void {
  const fromFoot = paper.look.page.height - y
  write(
    paper,
    `${beginArtifact} ${num(1 - tone)} G ${num(thick)} w ${num(x)} ${num(fromFoot)} m ${num(x + width)} ${num(fromFoot)} l S EMC`,
  )
}

/** One line of furniture: what stands on every page and is no part of the text. */
export function furniture(
  paper: Paper,
  page: number,
  text: string,
  x: number,
  y: number,
  size: number,
  end = false,
): void {
  const width = end ? widthIn(paper, text, size) : 0
  write(
    paper,
    `${beginFurniture} BT ${paper.regular.use(num(size))} ${num(1 - tones.quiet)} g ${num(x - width)} ${num(paper.look.page.height - y)} Td ${paper.regular.show(text, num(size))}ET EMC`,
    page,
  )
}

function widthIn({ faces }: Paper, text: string, size: number): number {
  let sum = 0
  for (let i = 0; i < text.length; i++) sum += faces.regular.widths[text.charCodeAt(i)] ?? 0
  return (sum * size) / 1000
}
