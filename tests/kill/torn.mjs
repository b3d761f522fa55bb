// node tests/kill/torn.mjs [times]: what a dead battery or a kill in the middle of a write leaves in Chromium's log, half a
// record at its end. The next life writes at once and is killed at once; in the one after that nothing may be missing.
// Chromium by itself empties the whole diary then (google/leveldb#1287): see src/store/outside/torn-log.ts.
import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { site } from '../harness/site.mjs'
import { browsers } from './browsers.mjs'

const [times = '3'] = process.argv.slice(2)
const profile = mkdtempSync(join(tmpdir(), 'diary-torn-'))
const faults = []
/** What was acknowledged: id → words. */
const saved = new Map()
/** The drafts that the last typing life kept. Each takes the place of the one before; a second of typing may go. */
const drafts = []
let run = ''
let told = []
const { url, close } = await site('kill/page.ts', body => {
  const one = JSON.parse(body)
  if (one.run !== run) return
  told.push(one)
  if (one.is === 'saved') saved.set(one.entry[0], one.entry[2])
  if (one.is === 'kept') drafts.push(one.words)
})

/** One life of the browser: opens the page, waits for its word so many times, and is killed at that moment. */
async function live(query, wanted, times = 1) {
  run = String(Number(run) + 1)
  told = []
  const browser = await browsers.chromium.start(profile, `${url}?${query}&run=${run}`)
  try {
    for (
      const late = Date.now() + 60_000;
      told.filter(({ is }) => is === wanted).length < times;
      await pause(1)
    ) {
      const failed = told.find(({ is }) => is === 'failed')
      if (failed) throw new Error(JSON.stringify(failed))
      if (Date.now() > late) throw new Error(`no ${wanted} in life ${run}`)
    }
  } finally {
    await browser.kill()
  }
  return told.find(({ is }) => is === 'found')
}

/** The log that all databases of the site share. */
function newestLog() {
  const databases = join(profile, 'Default/IndexedDB')
  const folder = join(databases, readdirSync(databases).find(name => name.endsWith('.leveldb')) ?? '')
  const logs = readdirSync(folder).filter(name => name.endsWith('.log'))
  return join(folder, logs.sort().at(-1) ?? '')
}

/** Half a record, as LevelDB's log format has it: checksum, length, kind (1, whole), and less than what was announced. */
function tear(log) {
  const block = 32_768
  const room = block - (statSync(log).size % block) - 7
  // Near the end of a block the log goes on in the next one.
  const padding = room < 200 ? room + 7 : 0
  const length = Math.min(3_000, padding ? 3_000 : room)
  const record = Buffer.from([1, 2, 3, 4, length & 255, length >> 8, 1])
  appendFileSync(log, Buffer.concat([Buffer.alloc(padding), record, Buffer.alloc(100, 7)]))
}

try {
  await live('log=20', 'done')
  for (const [what, ...writing] of [
    ['saved', 'log=2', 'done'],
    ['typed', 'draft', 'kept', 3],
    ['saved', 'log=2', 'done'],
  ].slice(0, Number(times))) {
    tear(newestLog())
    await live(...writing)
    const found = await live('', 'found')
    const there = new Map(found.entries.map(([id, , words]) => [id, words]))
    for (const [id, words] of saved)
      if (there.get(id) !== words)
        faults.push(`after a torn end and what was ${what}: one is missing or other`)
    if (drafts.length > 0 && !found.drafts.some(words => drafts.includes(words)))
      faults.push('the draft is gone')
    if (!['ok', 'new'].includes(found.state)) faults.push(`found ${found.state}`)
    for (const finding of found.check.findings) faults.push(JSON.stringify(finding))
  }
} catch (error) {
  faults.push(String(error))
} finally {
  close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
}

console.log(
  `chromium: the end of its log torn ${times} times, ${saved.size} acknowledged, ${faults.length} faults`,
)
for (const fault of faults.slice(0, 10)) console.log(`  ${fault}`)
process.exit(faults.length === 0 ? 0 : 1)
