// node tests/kill/lock.mjs [browser] [kills]: kills the whole browser at random moments while the lock is turned on,
// changed and taken away, and entries, drafts and quick notes are written. Opened again, there is a way in, by
// passcode and by recovery code, and all that was acknowledged is there.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { site } from '../harness/site.mjs'
import { browsers } from './browsers.mjs'

const [name = 'chromium', kills = '20'] = process.argv.slice(2)
const profile = mkdtempSync(join(tmpdir(), 'diary-lock-'))
/** What was acknowledged: id → words. */
const saved = new Map()
const faults = []
/** What may open it: as it was last acknowledged, and what was being done since. No passcode: no lock. */
let may = [{ passcode: '', recoveryCode: '' }]
/** What the kills fell into, by what was being done. */
const met = {}
let run = 0
let told = []
let drafted = ''
/** What was acknowledged before this run. */
let before = { entries: [], draft: '' }

const { url, close } = await site('kill/lock-page.ts', body => {
  const one = JSON.parse(body)
  if (one.run !== `run${run}`) return
  told.push(one)
  const { passcode, recoveryCode } = one
  // At once: the page goes on to the next lock.
  if (one.is === 'found') compare(one)
  if (one.is === 'saved') saved.set(one.id, one.words)
  if (one.is === 'doing') may = [...may, { passcode, recoveryCode }]
  if (one.is === 'done') may = [{ passcode, recoveryCode }]
  if (one.is === 'drafted') drafted = one.run
})

/** Opens, and waits for a message. */
async function open(more, wanted) {
  run++
  told = []
  before = { entries: [...saved], draft: drafted }
  const ways = may.filter(({ passcode }) => passcode)
  const query = new URLSearchParams({ run: `run${run}`, ways: JSON.stringify(ways), ...more })
  const browser = await browsers[name].start(profile, `${url}?${query}`)
  try {
    for (const late = Date.now() + 60_000; !told.some(({ is }) => is === wanted); await pause(5)) {
      const failed = told.find(({ is }) => is === 'failed')
      if (failed) throw new Error(`run ${run}: ${JSON.stringify(failed)}`)
      if (Date.now() > late) throw new Error(`run ${run}: no answer`)
    }
    return browser
  } catch (error) {
    await browser.kill()
    throw error
  }
}

/** Holds what was found against what was acknowledged. */
function compare(found) {
  const there = new Map(found.entries.map(([id, , words]) => [id, words]))
  for (const [id, words] of before.entries) {
    if (there.get(id) !== words) faults.push(`run ${run}: ${words} is ${there.get(id) ?? 'missing'}`)
  }
  const numbers = found.entries.map(([, number]) => number).sort((a, b) => a - b)
  if (numbers.some((number, i) => number !== i + 1)) faults.push(`run ${run}: numbers ${numbers}`)
  if (!may.some(({ passcode }) => passcode === found.way)) faults.push(`run ${run}: opened by “${found.way}”`)
  if (!found.both) faults.push(`run ${run}: the recovery code does not open it`)
  if (before.draft && !found.drafts.includes(before.draft))
    faults.push(`run ${run}: the draft of ${before.draft} is gone`)
  if (!['ok', 'new'].includes(found.state)) faults.push(`run ${run}: found ${found.state}`)
  for (const finding of found.findings) faults.push(`run ${run}: ${JSON.stringify(finding)}`)
  const standing = may.find(({ passcode }) => passcode === found.way)
  if (standing) may = [standing]
}

const steps = ['set', 'change', 'takeAway', undefined]

/** A moment after a step began; without one any moment. */
async function someMoment(step) {
  if (!step) return await pause(Math.random() * 1200)
  for (const late = Date.now() + 20_000; !told.some(({ doing }) => doing === step); await pause(1)) {
    if (Date.now() > late) throw new Error(`run ${run}: no ${step}`)
  }
  await pause(Math.random() * 60)
}

let entries = 0
let acknowledged = 0
try {
  await (await open({ log: 60 }, 'drafted')).kill()
  for (let i = 0; i < Number(kills); i++) {
    const browser = await open({ turn: 1 }, 'drafted')
    await someMoment(steps[i % steps.length])
    const last = told.at(-1)
    const doing = told.findLast(({ is }) => is === 'doing')?.doing ?? 'nothing yet'
    const what = last.is === 'doing' ? doing : `after ${doing}`
    await browser.kill()
    met[what] = (met[what] ?? 0) + 1
  }
  acknowledged = saved.size
  await (await open({}, 'found')).kill()
  entries = told.find(({ is }) => is === 'found').entries.length
} catch (error) {
  faults.push(String(error))
} finally {
  close()
  // What the browser kept says more than any list of faults.
  if (faults.length > 0) console.log(`kept for a look: ${profile}`)
  else rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
}

console.log(
  `${name}: killed ${kills} times around the lock (${Object.entries(met)
    .map(([what, times]) => `${what}: ${times}`)
    .join(', ')}), ${acknowledged} acknowledged, ${entries} there, ${faults.length} faults`,
)
// How it was found says more than each entry that was not.
const missing = fault => Number(fault.endsWith(' is missing'))
for (const fault of faults.toSorted((a, b) => missing(a) - missing(b)).slice(0, 20)) console.log(`  ${fault}`)
process.exit(faults.length === 0 ? 0 : 1)
