/**
 * A page without a screen: says what it finds in the diary, then logs as fast as it can until somebody kills the
 * browser, telling the test server of every "saved". It drives itself, so that any browser can run it.
 */
import * as v from 'valibot'
import type { Incident } from '../../src/core/incident.ts'
import { zonedAt } from '../../src/core/time.ts'
import { type Diary, openDiary } from '../../src/store/diary.ts'
import { keepDraft, listDrafts } from '../../src/store/outside/drafts.ts'
import { upgrade } from './next-version.ts'

const asked = new URLSearchParams(location.search)
const tell = (what: object) =>
  fetch('/report', { method: 'POST', body: JSON.stringify({ run: asked.get('run'), ...what }) })

/** The durability that the browser says it gives to what writes: a kill cannot tell strict from relaxed. */
const durabilities = new Set<string>()
const real = IDBDatabase.prototype.transaction
IDBDatabase.prototype.transaction = function (...args) {
  const transaction = real.apply(this, args)
  if (transaction.mode === 'readwrite') durabilities.add(transaction.durability)
  return transaction
}

const incident = (n: number): Incident => ({
  kinds: ['cannabis'],
  happened: zonedAt(Date.UTC(2026, 10, 22) + n * 60_000, 'Europe/London'),
  whatHappened: `${asked.get('run')}/${n} ${'as it was noticed '.repeat(1 + Math.floor(Math.random() * 60))}`,
  ...(n % 7 === 0 ? { span: { is: 'ongoing' } as const } : {}),
})

async function look(diary: Diary): Promise<void> {
  const entries: [string, number, string][] = []
  for await (const page of diary.allEntries('incident')) {
    for (const { id, number, content } of page.entries) entries.push([id, number, content.whatHappened ?? ''])
  }
  const drafts = listDrafts().map(({ value }) => v.is(v.string(), value) && value)
  await tell({ is: 'found', state: diary.found.state, entries, drafts, check: await diary.checkDiary() })
}

/** How many to log; without a number, as many as there is time for. */
const wanted = Number(asked.get('log')) || Number.POSITIVE_INFINITY

async function log(diary: Diary): Promise<void> {
  for (let n = 0; n < wanted; n++) {
    const { entry } = await diary.saveIncident(incident(n))
    // Now and then an amendment, so that kills meet those too.
    const saved =
      n % 5 === 0 ? (await diary.amendIncident(entry.id, { ...entry.content, strength: 3 })).entry : entry
    void tell({
      is: 'saved',
      entry: [saved.id, saved.number, saved.content.whatHappened],
      durabilities: [...durabilities],
    })
  }
  await tell({ is: 'done' })
}

/** Types into a draft four times a second and says what was kept, and when. */
function type(): void {
  let n = 0
  setInterval(() => {
    const words = `draft ${asked.get('run')}/${n++}`
    keepDraft('incident', words, Date.now())
    void tell({ is: 'kept', words, at: Date.now() })
  }, 250)
}

/** Today's version would refuse what a later one has written, so this page upgrades and does no more. */
async function upgrading(): Promise<void> {
  await tell({ is: 'upgraded', ...(await upgrade(() => void tell({ is: 'upgrading' }))) })
}

async function today(): Promise<void> {
  const diary = await openDiary({ clock: Date.now, zone: () => 'Europe/London' })
  if (asked.has('draft')) type()
  await look(diary)
  if (asked.has('log')) await log(diary)
}

try {
  await (asked.has('upgrade') ? upgrading() : today())
} catch (error) {
  await tell({ is: 'failed', error: String(error), cause: String((error as Error).cause) })
}
