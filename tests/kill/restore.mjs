// node tests/kill/restore.mjs [browser] [kills] [incidents]: brings a long diary into one that holds a little and kills
// the whole browser in the middle. Afterwards all of it is there or none, and what was there before is there always.
import { visits } from './visits.mjs'

const [name = 'chromium', kills = '10', incidents = '10000'] = process.argv.slice(2)
const { visit, told, end } = await visits('kill/restore-page.ts', name)

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
  end()
}
for (const fault of faults) console.log(`  ${fault}`)
process.exit(faults.length === 0 ? 0 : 1)
