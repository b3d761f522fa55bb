/** The shapes of a figure as operators. */
import type { Box } from './laid.ts'
import { pictureInks, tones } from './look.ts'
import { num, type Paper } from './paper.ts'
import { widthOf } from './wrap.ts'

/** `x` and `top` of the box on the page, in points. */
export function shapeOperators(paper: Paper, { shapes, unit }: Box, x: number, top: number): string {
  const across = (value: number) => num(x + value * unit)
  const up = (value: number) => num(paper.look.page.height - top - value * unit)
  let out = ''
  for (const shape of shapes) {
    if (shape.is === 'rule' || shape.is === 'line') {
      const tone = shape.is === 'rule' ? tones.rule : tones.strongRule
      out += `${num(1 - tone)} G 0.5 w ${across(shape.x)} ${up(shape.y)} m ${across(shape.x + shape.width)} ${up(shape.y)} l S\n`
    } else if (shape.is === 'rect') {
      const corner = `${across(shape.x)} ${up(shape.y + shape.height)} ${num(shape.width * unit)} ${num(shape.height * unit)} re`
      out +=
        shape.tone === 0
          ? `${num(1 - tones.rule)} G 0.4 w ${corner} S\n`
          : `${num(1 - pictureInks[shape.tone])} g ${corner} f\n`
    } else {
      const typeface = shape.strong ? paper.bold : paper.regular
      const size = shape.size * unit
      const width = widthOf(shape.text, size, typeface.face) / unit
      const left = shape.x - (shape.align === 'middle' ? width / 2 : shape.align === 'end' ? width : 0)
      const grey = num(shape.on >= 3 ? 1 : 1 - tones.ink)
      out += `BT ${typeface.use(num(size))} ${grey} g ${across(left)} ${up(shape.y)} Td ${typeface.show(shape.text, num(size))}ET\n`
    }
  }
  return out
}
