// One library in a process of its own: node one.mjs <bundle> <fonts folder> <name> <incidents> <times> [file]. Prints JSON.
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { libraries } from './libraries.mjs'

const [, , bundle, fontsFolder, name, incidents, times, file] = process.argv
const { itemsOf, ours, together } = await import(pathToFileURL(bundle).href)
const [regular, bold] = ['Regular', 'Bold'].map(
  weight => new Uint8Array(readFileSync(`${fontsFolder}/NotoSans-${weight}.ttf`)),
)
const count = Number(incidents)
const other = name === 'ours' ? undefined : await libraries[name]({ regular, bold, together })
// Each begins at the entries of a diary and ends at the bytes of a file.
const draw = other ? () => other(itemsOf(count)) : () => ours({ regular, bold })(count)
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
if (file) writeFileSync(file, bytes)
console.log(JSON.stringify({ walls, cpus, memory: process.resourceUsage().maxRSS / 1024 }))
