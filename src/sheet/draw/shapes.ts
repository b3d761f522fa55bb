/** The shapes of a figure as operators. */
import type { Box } from './laid.ts'
import { num, type Paper } from './paper.ts'
import { widthOf } from './wrap.ts'

/** `x` and `top` of the box on the page, in points. */
export function shapeOperators(paper: Paper, { shapes, unit }: Box, x: number, top: number): string {
  const across = (value: number) => num(x + value * unit)
  const up = (value: number) => num(paper.look.page.height - top - value * unit)
  let out = ''
  for (const shape of shapes) {
    const grey = num(1 - shape.tone)
    if (shape.is === 'box') {
      const corner = `${across(shape.x)} ${up(shape.y + shape.height)} ${num(shape.width * unit)} ${num(shape.height * unit)} re`
      out += shape.outline ? `${grey} G 0.5 w ${corner} S\n` : `${grey} g ${corner} f\n`
    } else if (shape.is === 'rule') {
      out += `${grey} G 0.5 w ${across(shape.x)} ${up(shape.y)} m ${across(shape.toX)} ${up(shape.toY)} l S\n`
    } else {
      const typeface = shape.strong ? paper.bold : paper.regular
      const size = shape.size * unit
      const width = widthOf(shape.text, size, typeface.face) / unit
      const left = shape.x - (shape.align === 'middle' ? width / 2 : shape.align === 'end' ? width : 0)
      out += `BT ${typeface.use(num(size))} ${grey} g ${across(left)} ${up(shape.y)} Td ${typeface.show(shape.text, num(size))}ET\n`
    }
  }
  return out
}
