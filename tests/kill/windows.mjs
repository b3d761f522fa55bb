// node tests/kill/windows.mjs [windows] [saves]: several windows of one browser log at once, each as fast as it can;
// afterwards the numbers run from 1 without gap or double, nothing acknowledged is missing, and every link holds.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumFlags, chromiumPath, site } from '../harness/site.mjs'

const [windows = '4', saves = '250'] = process.argv.slice(2)
const wanted = Number(windows) * Number(saves)
const profile = mkdtempSync(join(tmpdir(), 'diary-windows-'))

const saved = new Map()
/** Which window saved each, in the order it was heard of. */
const turns = []
let done = 0
let found
let failed
const { url, close } = await site('kill/page.ts', body => {
  const told = JSON.parse(body)
  if (told.is === 'failed') failed = told
  if (told.is === 'done') done++
  if (told.is === 'found') found = told
  if (told.is === 'saved') {
    const [id, number, words] = told.entry
    saved.set(id, { number, words })
    turns.push(told.run)
  }
})
const until = async (met, what) => {
  for (const late = Date.now() + 300_000; !met(); await new Promise(resolve => setTimeout(resolve, 20))) {
    if (failed) throw new Error(JSON.stringify(failed))
    if (Date.now() > late) throw new Error(`no answer: ${what}`)
  }
}

const context = await chromium.launchPersistentContext(profile, {
  executablePath: chromiumPath,
  args: chromiumFlags,
})
const faults = []
try {
  const pages = await Promise.all(Array.from({ length: Number(windows) }, () => context.newPage()))
  await Promise.all(pages.map((page, i) => page.goto(`${url}?log=${saves}&run=window-${i + 1}`)))
  await until(() => done === Number(windows), `${wanted} saves`)
  found = undefined
  await pages[0]?.goto(`${url}?run=look`)
  await until(() => found, 'what is there')
} finally {
  await context.close()
  close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
}

const there = new Map(found.entries.map(([id, number, words]) => [id, { number, words }]))
for (const [id, { number, words }] of saved) {
  const one = there.get(id)
  if (one?.number !== number || one.words !== words) faults.push(`missing or other than saved: ${number}`)
}
if (saved.size !== wanted || there.size !== wanted)
  faults.push(`${saved.size} saved and ${there.size} there, not ${wanted}`)
found.entries
  .map(([, number]) => number)
  .sort((a, b) => a - b)
  .forEach((number, i) => {
    if (number !== i + 1) faults.push(`number ${number} in place ${i + 1}`)
  })
for (const finding of found.check.findings) faults.push(JSON.stringify(finding))
const changes = turns.filter((run, i) => i > 0 && run !== turns[i - 1]).length
if (changes < wanted / 20) faults.push(`the windows did not write at once: ${changes} changes of window`)

console.log(
  `${windows} windows × ${saves} saves at once: numbers 1 to ${there.size}, ${found.check.revisions} versions checked, ${changes} changes of window, ${faults.length} faults`,
)
for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`)
process.exit(faults.length === 0 ? 0 : 1)
