// One library in a process of its own: `node one.mjs <name> <content.json | incidents> <times>`. Prints JSON.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { libraries } from './libraries.mjs'

const [, , name, source, times] = process.argv
const content = JSON.parse(readFileSync(source, 'utf8'))
const draw =
  name === 'ours'
    ? (await import(pathToFileURL(content.bundle).href)).ours(content.incidents, content.root)
    : await libraries[name](content)
const walls = []
const cpus = []
let bytes
for (let i = 0; i < Number(times); i++) {
  const [cpu, wall] = [process.cpuUsage(), performance.now()]
  bytes = await draw()
  walls.push(performance.now() - wall)
  const { user, system } = process.cpuUsage(cpu)
  cpus.push((user + system) / 1000)
}
const median = list => [...list].sort((a, b) => a - b)[list.length >> 1]
// The first run warms up.
const [wall, cpu] = [walls, cpus].map(list => median(list.length > 1 ? list.slice(1) : list))
const text = Buffer.from(bytes).toString('latin1')
process.stdout.write(
  JSON.stringify({
    name,
    wall,
    cpu,
    rss: process.resourceUsage().maxRSS / 1024,
    bytes: bytes.length,
    parts: partsOf(text),
  }),
)

/** Bytes of the streams that are tags and other structure, and of those that are attached. */
function partsOf(file) {
  let tags = 0
  let attached = 0
  for (const found of file.matchAll(
    /<<[^>]*?\/Type ?\/(ObjStm|XRef|Metadata|EmbeddedFile)[\s\S]*?\/Length (\d+)/g,
  )) {
    if (found[1] === 'EmbeddedFile') attached += Number(found[2])
    else tags += Number(found[2])
  }
  return { tags, attached }
}
