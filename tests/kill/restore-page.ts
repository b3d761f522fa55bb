/**
 * A page without a screen: makes a long diary, brings it into another that holds a little, and says how each stands.
 * Somebody kills the browser meanwhile. It drives itself, so that any browser can run it.
 */
import { canonicalHolding, type Holding } from '../../src/core/backup/dump.ts'
import { merge } from '../../src/core/backup/merge.ts'
import { dumpOf } from '../../src/core/backup/read.ts'
import { toHex } from '../../src/core/bytes.ts'
import { instantAt, zonedAt } from '../../src/core/time.ts'
import { openDiary } from '../../src/store/diary.ts'
import { fill } from '../bench/fill.ts'

const asked = new URLSearchParams(location.search)
const run = Number(asked.get('run'))
const tell = (what: object) => fetch('/report', { method: 'POST', body: JSON.stringify({ run, ...what }) })
const open = (databaseName: string) =>
  openDiary({ clock: Date.now, zone: () => 'Europe/London', databaseName })

async function hashOf(held: Holding): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalHolding(held))
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

/** How far the last telling was: not every row is worth one. */
let told = 0

async function restore(): Promise<void> {
  const diary = await open(`target-${run}`)
  for (let n = 0; n < 3; n++)
    await diary.saveIncident({ kinds: ['noise'], happened: zonedAt(Date.now(), 'Europe/London') })
  const source = await open('source')
  const theirs = dumpOf(await source.dump(), instantAt(Date.now()))
  source.close()
  const ours = await diary.dump()
  const { held } = merge(ours, theirs)
  await tell({ is: 'ready', before: await hashOf(ours), after: await hashOf(held) })
  await diary.takeIn(theirs, {
    onProgress(done) {
      if (done - told < 0.01) return
      told = done
      void tell({ is: 'progress', done })
    },
  })
  await tell({ is: 'restored' })
}

async function look(): Promise<void> {
  const diary = await open(`target-${run}`)
  const held = await diary.dump()
  const { findings } = await diary.checkDiary()
  await tell({ is: 'found', hash: await hashOf(held), revisions: held.revisions.length, findings })
}

try {
  if (asked.has('make'))
    await tell({ is: 'made', revisions: await fill(Number(asked.get('make')), Date.now(), 'source') })
  else if (asked.has('look')) await look()
  else await restore()
} catch (error) {
  await tell({ is: 'failed', error: String(error), cause: String((error as Error).cause) })
}
