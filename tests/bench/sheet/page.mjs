// The bench in a browser: each library, and the sheet, drawn once when told to.
import bold from '../../../src/sheet/fonts/NotoSans-Bold.ttf?url'
import regular from '../../../src/sheet/fonts/NotoSans-Regular.ttf?url'
import { itemsOf, ours, together } from './content.ts'
import { libraries } from './libraries.mjs'

const bytesOf = async address => new Uint8Array(await (await fetch(address)).arrayBuffer())
let fonts
const made = new Map()

/** Milliseconds from the entries of a diary to the bytes of a file. */
async function draw(name, incidents) {
  fonts ??= { regular: await bytesOf(regular), bold: await bytesOf(bold) }
  if (name === 'ours') {
    const drawOurs = ours(fonts)
    const start = performance.now()
    drawOurs(incidents)
    return performance.now() - start
  }
  const make = libraries[name]
  const known = made.get(name) ?? (await make?.({ ...fonts, together }))
  if (!known) throw new Error(`no library ${name}`)
  made.set(name, known)
  const start = performance.now()
  await known(itemsOf(incidents))
  return performance.now() - start
}

Object.assign(window, { draw })
