/**
 * Small objects by the hundred in one deflated stream (ISO 32000-1, 7.5.7 and 7.5.8). A structure tree is tens of
 * thousands of tiny dictionaries, which jsPDF would write one by one and undeflated: about four fifths of the file.
 */
import type { jsPDF } from 'jspdf'
import { deflated, type Internals } from './internals.ts'

/** Where a packed object lies: the number of its object stream, and its place in it. */
export type Packed = Map<number, { stream: number; place: number }>

const perStream = 400

/** Writes `objects` (number and body) as object streams; to be called while jsPDF builds the document. */
export function writeObjectStreams(
  internals: Internals,
  objects: readonly (readonly [number, string])[],
): Packed {
  const packed: Packed = new Map()
  for (let from = 0; from < objects.length; from += perStream) {
    const few = objects.slice(from, from + perStream)
    let at = 0
    const index: string[] = []
    for (const [number, body] of few) {
      index.push(`${number} ${at}`)
      at += body.length + 1
    }
    const head = `${index.join(' ')}\n`
    const stream = internals.newObject()
    internals.putStream({
      data: head + few.map(([, body]) => body).join('\n'),
      objectId: stream,
      additionalKeyValues: [
        { key: 'Type', value: '/ObjStm' },
        { key: 'N', value: String(few.length) },
        { key: 'First', value: String(head.length) },
      ],
    })
    internals.out('endobj')
    for (const [place, [number]] of few.entries()) packed.set(number, { stream, place })
  }
  return packed
}

/** Replaces the cross-reference table and trailer that jsPDF wrote by a cross-reference stream that knows `packed`. */
export function withCrossReferenceStream(doc: jsPDF, file: string, packed: Packed): string {
  const tail =
    /trailer\n<<\n\/Size (\d+)\n\/Root (\d+) 0 R\n\/Info (\d+) 0 R\n\/ID (.+)\n>>\nstartxref\n(\d+)\n%%EOF$/.exec(
      file.slice(-500),
    )
  if (!tail) throw new Error('jsPDF wrote a trailer of another shape')
  const [, sizeText, root, info, id, startText] = tail
  const [size, start] = [Number(sizeText), Number(startText)]
  const table = file
    .slice(start)
    .split('\n')
    .slice(2, 2 + size)
  let rows = ''
  for (const [number, entry] of table.entries()) {
    const place = packed.get(number)
    if (place) rows += row(2, place.stream, place.place)
    else if (number === 0) rows += row(0, 0, 65535)
    else rows += row(1, Number(entry.slice(0, 10)), 0)
  }
  rows += row(1, start, 0)
  const data = deflated(doc, rows)
  const head =
    `${size} 0 obj\n<</Type/XRef/Size ${size + 1}/W[1 4 2]/Root ${root} 0 R/Info ${info} 0 R/ID ${id}` +
    `/Filter/FlateDecode/Length ${data.length}>>\nstream\n`
  return `${file.slice(0, start)}${head}${data}\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`
}

const row = (type: number, a: number, b: number): string =>
  String.fromCharCode(type, a >>> 24, (a >> 16) & 255, (a >> 8) & 255, a & 255, b >> 8, b & 255)
