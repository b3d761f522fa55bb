// node tests/kill/restore.mjs [browser] [kills] [incidents]: brings a long diary into one that holds a little and kills
// the whole browser in the middle. Afterwards all of it is there or none, and what was there before is there always.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { site } from '../harness/site.mjs'
import { browsers } from './browsers.mjs'

const [name = 'chromium', kills = '10', incidents = '10000'] = process.argv.slice(2)
const profile = mkdtempSync(join(tmpdir(), 'diary-restore-'))
let told = []
const { url, close } = await site('kill/restore-page.ts', body => told.push(JSON.parse(body)))

/** Opens a page, waits until it tells what is looked for and then `later` milliseconds, and kills the browser. */
async function visit(query, met, later = 0) {
  told = []
  const browser = await browsers[name].start(profile, `${url}?${query}`)
  try {
    for (const late = Date.now() + 300_000; Date.now() < late; await pause(2)) {
      const failed = told.find(({ is }) => is === 'failed')
      if (failed) throw new Error(JSON.stringify(failed))
      const one = told.find(met)
      if (!one) continue
      await pause(later)
      return one
    }
    throw new Error(`no answer to ${query}; last heard ${JSON.stringify(told.at(-1))}`)
  } finally {
    await browser.kill()
  }
}

const faults = []
const outcomes = { none: 0, all: 0 }
let atWrite = 0
try {
  const { revisions } = await visit(`make=${incidents}&run=0`, ({ is }) => is === 'made')
  for (let run = 1; run <= Number(kills) + 1; run++) {
    // The first is left to end: that is what "all" means. From a half on it writes, and that is where kills belong.
    const until = run === 1 ? 2 : 0.3 + 0.65 * Math.random()
    const met = ({ is, done }) => is === 'restored' || (is === 'progress' && done >= until)
    await visit(`run=${run}`, met, run === 1 ? 0 : Math.random() * 300)
    const { before, after } = told.find(({ is }) => is === 'ready')
    const cut = !told.some(({ is }) => is === 'restored')
    const last = Math.max(...told.map(({ done = 0 }) => done))
    if (cut && last >= 0.5) atWrite++
    const found = await visit(`look&run=${run}`, ({ is }) => is === 'found')
    const is = found.hash === after ? 'all' : found.hash === before ? 'none' : 'half'
    const whole = is === 'all' ? revisions + 3 : 3
    if (is === 'half' || found.revisions !== whole || found.findings.length > 0 || (!cut && is !== 'all'))
      faults.push(
        `kill ${run} at ${last}: ${is}, ${found.revisions} of ${whole}, ${found.findings.length} findings`,
      )
    else if (run > 1) outcomes[is]++
  }
  // A few kills of a short diary may all come too early or too late.
  if (atWrite === 0 && Number(kills) >= 5) faults.push('no kill came while it wrote')
  console.log(
    `${name}: killed ${kills} times while ${incidents} incidents were brought in (${atWrite} while writing): none ${outcomes.none} times, all ${outcomes.all} times, half ${faults.length} times`,
  )
} finally {
  close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
}
for (const fault of faults) console.log(`  ${fault}`)
process.exit(faults.length === 0 ? 0 : 1)
