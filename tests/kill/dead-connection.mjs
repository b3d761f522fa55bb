// node tests/kill/dead-connection.mjs: WebKit drops the database under a page, as iOS does on return from the
// background: its network process is killed while the form is open, then Save is pressed. The entry must be there
// afterwards, or the words on the screen with the honest sentence; this says which.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { drivenApp } from '../harness/site.mjs'
import { browsers } from './browsers.mjs'

const words = 'Typed before the storage was cut off'
const told = []
const { url, close } = await drivenApp('kill/driver.js', body => told.push(JSON.parse(body)))
const profile = mkdtempSync(join(tmpdir(), 'diary-dead-'))

async function until(met, what, seconds = 60) {
  for (const late = Date.now() + seconds * 1000; Date.now() < late; await pause(50)) {
    const failed = told.find(one => one.is === 'failed')
    if (failed) throw new Error(JSON.stringify(failed))
    const one = met()
    if (one) return one
  }
  throw new Error(`never came: ${what}; last seen ${JSON.stringify(told.at(-1))}`)
}

/** The network process of this browser: the one in its own process group. */
function networkProcess({ group }) {
  const all = execFileSync('ps', ['-eo', 'pid=,pgid=,comm=']).toString().trim().split('\n')
  const [pid] = all
    .map(line => line.trim().split(/\s+/))
    .filter(([, pgid, name]) => Number(pgid) === group && name?.startsWith('WebKitNetwork'))
    .map(([pid]) => Number(pid))
  if (!pid) throw new Error('no network process')
  return pid
}

let outcome
try {
  const browser = await browsers.webkit.start(profile, url)
  await until(() => told.some(one => one.is === 'typed'), 'the typed form')
  process.kill(networkProcess(browser), 'SIGKILL')
  const seen = await until(
    () =>
      told.find(
        one =>
          one.step === 'pressed' &&
          (one.text.includes('NOT saved') || (one.typed === '' && one.text.includes(words))),
      ),
    'an answer to Save',
  )
  outcome = seen.text.includes('NOT saved') ? 'said NOT saved' : 'saved'
  if (outcome !== 'saved' && seen.typed !== words) throw new Error('NOT saved, and the words are gone')
  await browser.kill()

  told.length = 0
  const again = await browsers.webkit.start(profile, `${url}?look`)
  const there = await until(
    () => told.find(one => one.is === 'seen' && one.text.includes('Log an incident')),
    'home',
  )
  await pause(1500)
  const entries = told.at(-1).text.split(words).length - 1
  await again.kill()
  if (outcome === 'saved' && entries !== 1) throw new Error(`${entries} entries after "saved": ${there.text}`)
  console.log(
    `webkit: the network process was killed over an open form, then Save: ${outcome}; opened again: ${entries} entry with the words`,
  )
} finally {
  close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
}
