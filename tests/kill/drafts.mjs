// node tests/kill/drafts.mjs [browser] [kills]: types into a draft, kills the whole browser at a random moment, and
// says how much of the typing was gone.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { site } from '../harness/site.mjs'
import { browsers } from './browsers.mjs'

const [name = 'chromium', kills = '6'] = process.argv.slice(2)
const profile = mkdtempSync(join(tmpdir(), 'diary-drafts-'))
let run = 0
let found
let kept = []
const { url, close } = await site('kill/page.ts', body => {
  const told = JSON.parse(body)
  if (told.run !== String(run)) return
  if (told.is === 'found') found = told
  if (told.is === 'kept') kept.push(told)
})
const lost = []
try {
  for (run = 1; run <= Number(kills); run++) {
    found = undefined
    kept = []
    const one = await browsers[name].start(profile, `${url}?draft&run=${run}`)
    while (!found || kept.length === 0) await pause(20)
    await pause(4000 + Math.random() * 3000)
    await one.kill()
    const killed = Date.now()
    const typed = kept
    found = undefined
    run += 1000
    const next = await browsers[name].start(profile, `${url}?run=${run}`)
    while (!found) await pause(20)
    await next.kill()
    run -= 1000
    const back = typed.filter(({ words }) => found.drafts.includes(words)).at(-1)
    lost.push(back ? (typed.at(-1).at - back.at) / 1000 : Number.POSITIVE_INFINITY)
    console.log(`${name}: ${typed.length} drafts kept, the newest ${killed - typed.at(-1).at} ms before the kill; lost the last ${lost.at(-1)} s`)
  }
} finally {
  close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
}
