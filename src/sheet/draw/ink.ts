/** Pictures of text in the document, each kept once. */
import type { jsPDF } from 'jspdf'
import { addGlyphless, type Glyphless, glyphlessWidth } from '../fonts/glyphless.ts'
import { visualOrder } from '../hard/clusters.ts'
import type { TextEngine, TextPicture } from '../hard/engine.ts'
import { internalsOf } from '../tagged/internals.ts'
import { bytesAsText } from '../tagged/words.ts'
import type { Run } from './lines.ts'

export interface Ink {
  /** Operators for the picture of a run whose text begins at `x` on the baseline `y`; an artifact, for it says nothing to a reader. */
  picture(run: Run, x: number, y: number, size: number): string
  /** Operators for the real text behind it, within a text object whose last `Td` moved to its start. */
  behind(run: Run, size: number): string
}

export function inkOf(doc: jsPDF, engine: TextEngine | undefined): Ink {
  const internals = internalsOf(doc)
  const pictures = new Map<string, { name: string; picture: TextPicture; object: number }>()
  let unseen: Glyphless | undefined
  internals.events.subscribe('putResources', () => {
    for (const one of pictures.values()) one.object = writePicture(doc, one.picture)
  })
  internals.events.subscribe('putXobjectDict', () => {
    for (const { name, object } of pictures.values()) internals.out(`/${name} ${object} 0 R`)
  })

  return {
    picture(run, x, y, size) {
      if (!engine) return ''
      const fromRight = run.picture?.fromRight ?? false
      // The space at its end belongs to the words behind; drawn, it would push a line from the right beyond the margin.
      const shown = run.text.trimEnd()
      const key = JSON.stringify([shown, run.bold, run.tone, fromRight])
      let kept = pictures.get(key)
      if (!kept) {
        const picture = engine.draw(shown, { bold: run.bold, tone: run.tone, fromRight })
        kept = { name: `P${pictures.size}`, picture, object: 0 }
        pictures.set(key, kept)
      }
      const { picture, name } = kept
      const unit = size / picture.perEm
      const [width, height] = [picture.width * unit, picture.height * unit]
      const [left, foot] = [x - picture.left * unit, y - (picture.height - picture.baseline) * unit]
      return `q ${num(width)} 0 0 ${num(height)} ${num(left)} ${num(foot)} cm /${name} Do Q\n`
    },
    behind(run, size) {
      unseen ??= addGlyphless(doc)
      const clusters = visualOrder(run.text, run.picture?.fromRight ?? false)
      if (clusters.length === 0) return ''
      const { hex, wide } = unseen.codes(clusters)
      const natural = (Math.max(1, wide) * glyphlessWidth * size) / 1000
      const stretch = num((run.width / natural) * 100)
      return `/${unseen.name} ${num(size)} Tf 3 Tr ${stretch} Tz ${hex} Tj 0 Tr 100 Tz `
    },
  }
}

const num = (value: number): string => String(Math.round(value * 1000) / 1000)

function writePicture(doc: jsPDF, { width, height, colours, pixels }: TextPicture): number {
  const internals = internalsOf(doc)
  const grey = colours === 1
  const object = internals.newObject()
  internals.putStream({
    data: bytesAsText(grey ? halved(pixels, width, height) : pixels),
    objectId: object,
    additionalKeyValues: [
      { key: 'Type', value: '/XObject' },
      { key: 'Subtype', value: '/Image' },
      { key: 'Width', value: String(width) },
      { key: 'Height', value: String(height) },
      { key: 'ColorSpace', value: grey ? '/DeviceGray' : '/DeviceRGB' },
      { key: 'BitsPerComponent', value: grey ? '4' : '8' },
    ],
  })
  internals.out('endobj')
  return object
}

/** Two grey pixels in a byte; each row begins a new one. */
function halved(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const perRow = Math.ceil(width / 2)
  const bytes = new Uint8Array(perRow * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const four = (pixels[y * width + x] ?? 255) >> 4
      bytes[y * perRow + (x >> 1)] = (bytes[y * perRow + (x >> 1)] ?? 0) | (x % 2 === 0 ? four << 4 : four)
    }
  }
  return bytes
}
