/** What stands on every page of a sheet of which nothing is real: large across it under the words, and at its head. */
import type { Mark } from '../../core/sheet/model.ts'
import { internalsOf } from '../tagged/internals.ts'
import { beginWatermark } from '../tagged/tagged.ts'
import { type Type, types } from './look.ts'
import { furniture, num, type Paper } from './paper.ts'
import { wrap } from './wrap.ts'

/** Light enough to read through, dark enough for a photocopy. */
const grey = '0.92 g'
const head: Type = { ...types.section, tone: 0.9 }

/** Draws it on pages that are there already. */
export function drawMark(paper: Paper, { word, line }: Mark, pages: number): void {
  const { look, faces } = paper
  const { width, height } = look.page
  const [atHead] = wrap([{ text: line }], width, head, faces)
  // From corner to corner, as large as four fifths of the way allow.
  const length = Math.hypot(width, height)
  const [one] = wrap([{ text: word }], length, { size: 1, leading: 1, bold: true }, faces)
  const size = (0.8 * length) / (one?.width ?? length)
  const [cos, sin] = [width / length, height / length]
  const along = 0.1 * length
  const below = (size * faces.regular.capHeight) / 2000
  const place = [cos, sin, -sin, cos, cos * along + sin * below, sin * along - cos * below]
  const across = () =>
    `${beginWatermark} q ${grey} BT ${paper.bold.use(num(size))} ${place.map(n => n.toFixed(4)).join(' ')} Tm ${paper.bold.show(word, num(size))} ET Q EMC`
  for (let page = 1; page <= pages; page++) {
    // First of all on the page: the words stand over it.
    internalsOf(paper.doc).pages[page]?.unshift(across())
    if (atHead)
      furniture(
        paper,
        page,
        atHead,
        head,
        (width - atHead.width) / 2,
        look.margin.top * 0.5 - head.leading / 2,
      )
  }
}
