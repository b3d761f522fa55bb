// node tests/kill/upgrade.mjs [browser] [kills]: fills a diary, kills the browser in the middle of an upgrade to a
// version to come, and holds that the version of today still finds everything; then lets the upgrade end.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { site } from '../harness/site.mjs'
import { browsers } from './browsers.mjs'

const [name = 'chromium', kills = '5'] = process.argv.slice(2)
const wanted = 200
const profile = mkdtempSync(join(tmpdir(), 'diary-upgrade-'))
let told = []
const { url, close } = await site('kill/page.ts', body => told.push(JSON.parse(body)))

/** Opens a page, waits until it tells what is looked for and then `later` milliseconds, and kills the browser. */
async function visit(path, looked, later = 0) {
  told = []
  const browser = await browsers[name].start(profile, url + path)
  try {
    for (const late = Date.now() + 90_000; Date.now() < late; await pause(5)) {
      const failed = told.find(({ is }) => is === 'failed')
      if (failed) throw new Error(JSON.stringify(failed))
      const one = told.find(looked)
      if (!one) continue
      await pause(later)
      return one
    }
    throw new Error(`no answer from ${path}`)
  } finally {
    await browser.kill()
  }
}

let run = 0
/** How many entries the version of today finds, all in order. */
async function whole() {
  const { state, entries, check } = await visit(`?run=look-${++run}`, ({ is }) => is === 'found')
  if (state !== 'ok' || entries.length < wanted || check.findings.length > 0)
    throw new Error(`${state}, ${entries.length} entries, ${JSON.stringify(check.findings.slice(0, 5))}`)
  return entries.length
}

try {
  await visit('?log&run=fill', ({ is, entry }) => is === 'saved' && entry[1] >= wanted)
  const entries = await whole()
  for (let i = 0; i < Number(kills); i++) {
    await visit('?upgrade&run=upgrade', ({ is }) => is === 'upgrading', Math.random() * 1000)
    if (told.some(({ is }) => is === 'upgraded')) throw new Error('the kill came after the upgrade')
    const found = await whole()
    if (found !== entries) throw new Error(`${found} of ${entries} entries after kill ${i + 1}`)
  }
  const upgraded = await visit('?upgrade&run=upgrade', ({ is }) => is === 'upgraded')
  if (upgraded.version !== 1 || upgraded.entries !== entries || upgraded.copied !== entries)
    throw new Error(JSON.stringify([upgraded, entries, told]))
  console.log(
    `${name}: killed ${kills} times in the middle of an upgrade, ${entries} entries whole each time, then upgraded`,
  )
} finally {
  close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
}
