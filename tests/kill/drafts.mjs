// node tests/kill/drafts.mjs [browser] [kills]: types into a draft, kills the whole browser at a random moment, and
// holds that no more than the last second of typing is gone.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { site } from '../harness/site.mjs'
import { browsers } from './browsers.mjs'

const [name = 'chromium', kills = '5'] = process.argv.slice(2)
const profile = mkdtempSync(join(tmpdir(), 'diary-drafts-'))
let run = ''
let found
let kept = []
const { url, close } = await site('kill/page.ts', body => {
  const told = JSON.parse(body)
  if (told.run !== run) return
  if (told.is === 'found') found = told
  if (told.is === 'kept') kept.push(told)
})

/** On a busy machine much time may pass before a page says anything. */
async function until(ready, otherwise) {
  for (const late = Date.now() + 60_000; !ready(); await pause(20))
    if (Date.now() > late) throw new Error(otherwise)
}

/** Opens the page and waits for what it finds. */
async function open(query) {
  run = new URLSearchParams(query).get('run')
  found = undefined
  kept = []
  const browser = await browsers[name].start(profile, `${url}?${query}`)
  await until(() => found, 'the page does not answer').catch(async error => {
    await browser.kill()
    throw error
  })
  return browser
}

let most = 0
try {
  for (let i = 0; i < Number(kills); i++) {
    const typing = await open(`draft&run=typing${i}`)
    await until(() => kept.length > 0, 'the page does not type')
    await pause(1500 + Math.random() * 4000)
    const typed = kept
    await typing.kill()
    const looking = await open(`run=looking${i}`)
    await looking.kill()
    const back = typed.filter(({ words }) => found.drafts.includes(words)).at(-1)
    const gone = back ? (typed.at(-1).at - back.at) / 1000 : Number.POSITIVE_INFINITY
    most = Math.max(most, gone)
  }
} finally {
  close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
}
console.log(`${name}: killed ${kills} times while typing, at most the last ${most} s gone`)
process.exit(most <= 1 ? 0 : 1)
