/**
 * Small objects by the hundred in one deflated stream (ISO 32000-1, 7.5.7 and 7.5.8). A structure tree is tens of
 * thousands of tiny dictionaries, which jsPDF would write one by one and undeflated: about four fifths of the file.
 */
import type { jsPDF } from 'jspdf'
import { deflated, type Internals } from './internals.ts'
import { bytesAsText, textAsBytes } from './words.ts'

const perStream = 400

/** Bytes of a row of the cross-reference stream. */
const rowLength = 7

/** How many streams so many objects need. */
export const streamsFor = (objects: number): number => Math.ceil(objects / perStream)

export interface Packed {
  /** Number of the first packed object; the others follow it. */
  base: number
  count: number
  /** The number of each object stream, in order. */
  streams: number[]
}

/** Takes objects in the order of their numbers, from `base` on, and writes them while jsPDF builds the document. */
export function packer(internals: Internals, base: number) {
  const packed: Packed = { base, count: 0, streams: [] }
  let index = ''
  let bodies = ''
  let held = 0
  function flush(): void {
    if (held === 0) return
    const stream = internals.newObject()
    internals.putStream({
      data: index + bodies,
      objectId: stream,
      additionalKeyValues: [
        { key: 'Type', value: '/ObjStm' },
        { key: 'N', value: String(held) },
        { key: 'First', value: String(index.length) },
      ],
    })
    internals.out('endobj')
    packed.streams.push(stream)
    index = ''
    bodies = ''
    held = 0
  }
  return {
    put(body: string): void {
      index += `${base + packed.count} ${bodies.length} `
      bodies += `${body}\n`
      packed.count++
      if (++held === perStream) flush()
    },
    finish(): Packed {
      flush()
      return packed
    },
  }
}

/**
 * The bytes of a finished file, with a cross-reference stream that knows the packed objects in place of the table and
 * trailer that jsPDF wrote. `fileId` makes 32 hexadecimal digits of all that comes before it.
 */
export function finished(
  doc: jsPDF,
  file: string,
  packed: Packed,
  fileId: (body: Uint8Array) => string,
): Uint8Array<ArrayBuffer> {
  const tail =
    /trailer\n<<\n\/Size (\d+)\n\/Root (\d+) 0 R\n\/Info (\d+) 0 R\n\/ID .+\n>>\nstartxref\n(\d+)\n%%EOF$/.exec(
      file.slice(-500),
    )
  if (!tail) throw new Error('jsPDF wrote a trailer of another shape')
  const [, sizeText, root, info, startText] = tail
  const start = Number(startText)
  const body = textAsBytes(file.slice(0, start))
  const offsets = file
    .slice(start)
    .split('\n')
    .slice(2, 2 + Number(sizeText))
    .map(entry => Number(entry.slice(0, 10)))
  if (offsets.length > packed.base) throw new Error('packed objects were given numbers that jsPDF used')

  // The table itself comes last: its own object has the number after all others.
  const own = packed.base + packed.count
  const rows = new Uint8Array((own + 1) * rowLength)
  const view = new DataView(rows.buffer)
  const row = (number: number, type: 0 | 1 | 2, a: number, b: number) => {
    view.setUint8(number * rowLength, type)
    view.setUint32(number * rowLength + 1, a)
    view.setUint16(number * rowLength + 5, b)
  }
  for (let number = 0; number < packed.base; number++) {
    const offset = offsets[number]
    if (number === 0 || offset === undefined) row(number, 0, 0, 65535)
    else row(number, 1, offset, 0)
  }
  for (let i = 0; i < packed.count; i++)
    row(packed.base + i, 2, packed.streams[Math.floor(i / perStream)] ?? 0, i % perStream)
  row(own, 1, start, 0)

  const id = fileId(body)
  const data = deflated(doc, bytesAsText(asDifferences(rows)))
  const end = textAsBytes(
    `${own} 0 obj\n<</Type/XRef/Size ${own + 1}/W[1 4 2]/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]` +
      `/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns ${rowLength}>>/Length ${data.length}>>\nstream\n${data}\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`,
  )
  const whole = new Uint8Array(body.length + end.length)
  whole.set(body)
  whole.set(end, body.length)
  return whole
}

/** Each row less the one above it (PNG's "up", predictor 12), with that filter's number first: nearly all become equal. */
function asDifferences(rows: Uint8Array): Uint8Array {
  const count = rows.length / rowLength
  const out = new Uint8Array(count * (rowLength + 1))
  for (let row = 0; row < count; row++) {
    const [from, to] = [row * rowLength, row * (rowLength + 1)]
    out[to] = 2
    for (let i = 0; i < rowLength; i++)
      out[to + 1 + i] = (rows[from + i] ?? 0) - (rows[from + i - rowLength] ?? 0)
  }
  return out
}
