/** The whole document: the first page, the rest, and what stands on every page. */
import { jsPDF } from 'jspdf'
import '../deflate.ts'
import { type Block, codesAnchor, type Sheet } from '../../core/sheet/model.ts'
import { addTypeface } from '../fonts/embed.ts'
import { tagged } from '../tagged/tagged.ts'
import { inkOf } from './ink.ts'
import { heightOfAll, type Laid } from './laid.ts'
import { layAll, layEach } from './lay.ts'
import { cellOf, cutTo, type Laying } from './laying.ts'
import type { Faces } from './lines.ts'
import { looks, types } from './look.ts'
import { drawMark } from './mark.ts'
import { furniture, type Paper, pageRoom, turnPage } from './paper.ts'
import { placeAll } from './place.ts'
import { wrap } from './wrap.ts'

export interface DrawOptions {
  faces: Faces
  made: Date
  /** Makes 32 hexadecimal digits of the file's bytes. */
  fileId(body: Uint8Array): string
  /** Told how many pages are done, and of about how many. */
  onProgress?(done: number, about: number): void
}

export interface Drawn {
  bytes: Uint8Array<ArrayBuffer>
  pages: number
}

export function drawSheet(sheet: Sheet, options: DrawOptions): Drawn {
  const look = looks[sheet.for]
  const { width, height } = look.page
  const orientation = width > height ? 'landscape' : 'portrait'
  const doc = new jsPDF({ unit: 'pt', format: [width, height], orientation, compress: true })
  const cut = new Set<string>()
  const faces: Faces = { ...options.faces, onNumber: () => cut.add(codesAnchor) }
  const regular = addTypeface(doc, 'R', 'NotoSans-Regular', faces.regular)
  const bold = addTypeface(doc, 'B', 'NotoSans-Bold', faces.bold)
  const tags = tagged(doc, {
    title: sheet.title,
    lang: sheet.lang,
    subject: sheet.subject,
    creator: 'Doorstep Diary',
    created: options.made,
    fileId: options.fileId,
    ...(sheet.author === undefined ? {} : { author: sheet.author }),
  })
  let drawnShare = 0
  const paper: Paper = {
    doc,
    tags,
    look,
    faces,
    regular,
    bold,
    ink: inkOf(doc, faces.engine),
    page: 1,
    y: look.margin.top,
    anchors: new Map(),
    turned: pages => options.onProgress?.(pages, Math.max(pages + 1, Math.round(pages / (drawnShare || 1)))),
  }
  const laying: Laying = {
    faces,
    width: look.page.width - look.margin.left - look.margin.right,
    scale: 1,
    pageOf: anchor => paper.anchors.get(anchor),
    cutNote: sheet.cutNote,
    wasCut: anchor => cut.add(anchor),
    isCut: anchor => cut.has(anchor),
  }
  const x = look.margin.left
  const firstSection = tags.tree.add(tags.root, 'Sect')

  // The first page names pages that come after it: it is laid once to see what it must cut, and drawn last.
  const scale = scaleToFit(sheet, laying, pageRoom(look))
  layAll(sheet.first, { ...laying, scale })
  const whole = sheet.rest.reduce((sum, block) => sum + lengthOf(block), 0)
  let laid = 0
  const counting = {
    ...laying,
    wasLaid() {
      laid++
      drawnShare = laid / whole
    },
  }
  function* rest(): Iterable<Laid> {
    for (const block of sheet.rest) yield* layEach(block, counting)
  }
  if (sheet.rest.length > 0) {
    turnPage(paper)
    placeAll(paper, rest(), x, tags.tree.add(tags.root, 'Sect'))
  }
  const pages = paper.page
  paper.page = 1
  paper.y = look.margin.top
  placeAll(paper, layAll(sheet.first, { ...laying, scale }), x, firstSection)
  if (paper.page !== 1) throw new Error('the first page is more than a page')
  drawFurniture(paper, sheet, pages, laying)
  if (sheet.mark) drawMark(paper, sheet.mark, pages)
  for (const { text, relationship, ...file } of sheet.attached)
    tags.attach({ ...file, relationship, bytes: new TextEncoder().encode(text) })
  options.onProgress?.(pages, pages)
  return { bytes: tags.bytes(), pages }
}

/** How often laying a block tells that something was laid: once for itself, and once for each of its parts. */
const lengthOf = (block: Block): number =>
  1 + (block.is === 'series' ? block.blocks.length : block.is === 'table' ? block.rows.length : 0)

/** The largest scale at which the first page is one page: full size for all but the fullest. */
function scaleToFit(sheet: Sheet, laying: Laying, room: number): number {
  for (let scale = 1; scale > 0.5; scale -= 0.04) {
    if (heightOfAll(layAll(sheet.first, { ...laying, scale })) <= room) return scale
  }
  return 0.5
}

/** Title, name, case number and the page, "numbered from 1 as the viewer counts" (evidence.md 2.3). */
function drawFurniture(paper: Paper, sheet: Sheet, pages: number, laying: Laying): void {
  const { look, faces } = paper
  const type = types.furniture
  const top = look.page.height - look.margin.bottom * 0.5 - type.leading
  const widest = wrap([{ text: sheet.pageOf(pages, pages) }], laying.width, type, faces)[0]?.width ?? 0
  const room = laying.width - widest - 24
  const whole = cellOf(sheet.running, 0, room, 'furniture', 'P', laying)
  const [running] = cutTo(whole, sheet.running, 1, '', laying).lines
  for (let page = 1; page <= pages; page++) {
    if (running) furniture(paper, page, running, type, look.margin.left, top)
    const [count] = wrap([{ text: sheet.pageOf(page, pages) }], laying.width, type, faces)
    if (count) furniture(paper, page, count, type, look.page.width - look.margin.right - count.width, top)
  }
}
