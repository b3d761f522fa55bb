// npm run test:kill [browser] [kills] [saves]: logs as fast as the app can, kills the whole browser at a random moment
// after a "saved" was seen, opens again and compares. Nothing that was acknowledged may be missing.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { site } from '../harness/site.mjs'
import { browsers } from './browsers.mjs'

const [name = 'chromium', kills = '20', saves = '1000'] = process.argv.slice(2)
const browser = browsers[name]
if (!browser) throw new Error(`no browser called ${name}`)

const profile = mkdtempSync(join(tmpdir(), 'diary-kill-'))
/** What was acknowledged: id → number and words. */
const saved = new Map()
const durabilities = new Set()
let run = 0
let found
let failed

const { url, close } = await site('kill/page.ts', body => {
  const told = JSON.parse(body)
  if (told.run !== String(run)) return
  if (told.is === 'failed') failed = told
  if (told.is === 'found') found = told
  if (told.is === 'saved') {
    const [id, number, words] = told.entry
    saved.set(id, { number, words })
    for (const one of told.durabilities) durabilities.add(one)
  }
})

async function until(met, what) {
  const late = Date.now() + 60_000
  while (!met()) {
    if (failed) throw new Error(`the page failed: ${JSON.stringify(failed)}`)
    if (Date.now() > late) throw new Error(`no answer: ${what}`)
    await pause(5)
  }
}

const faults = []
/** Holds what the page found against what was acknowledged to us before. */
function compare() {
  const there = new Map(found.entries.map(([id, number, words]) => [id, { number, words }]))
  for (const [id, { number, words }] of saved) {
    const one = there.get(id)
    if (!one) faults.push(`missing: ${number}`)
    else if (one.number !== number || one.words !== words) faults.push(`other than saved: ${number}`)
  }
  const numbers = found.entries.map(([, number]) => number).sort((a, b) => a - b)
  numbers.forEach((number, i) => {
    if (number !== i + 1) faults.push(`number ${number} in place ${i + 1}`)
  })
  for (const finding of found.check.findings) faults.push(JSON.stringify(finding))
  if (!['ok', 'new'].includes(found.state)) faults.push(`found ${found.state}`)
}

try {
  for (run = 1; run <= Number(kills); run++) {
    found = undefined
    const wanted = Math.ceil((Number(saves) * run) / Number(kills))
    const one = await browser.start(profile, `${url}?log&run=${run}`)
    try {
      await until(() => found, 'what is there')
      compare()
      await until(() => saved.size >= wanted, `${wanted} saves`)
      await pause(Math.random() * 40)
    } finally {
      await one.kill()
    }
  }
  found = undefined
  const last = await browser.start(profile, `${url}?run=${run}`)
  await until(() => found, 'what is there at last')
  compare()
  await last.kill()
} finally {
  close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
}

if (durabilities.size !== 1 || !durabilities.has('strict')) faults.push(`durability ${[...durabilities]}`)
console.log(
  `${name}: ${saved.size} saves acknowledged over ${kills} kills, ${found.entries.length} there, ${found.check.revisions} versions checked, durability ${[...durabilities]}, ${faults.length} faults`,
)
for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`)
process.exit(faults.length === 0 ? 0 : 1)
