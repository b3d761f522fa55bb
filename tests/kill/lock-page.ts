/**
 * A page without a screen: gets in by what it is told may be the way, says what it finds, then turns the lock on,
 * changes it and takes it away, writing all the while, until somebody kills the browser.
 */
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import * as v from 'valibot'
import type { Incident } from '../../src/core/incident.ts'
import { zonedAt } from '../../src/core/time.ts'
import type { Derive } from '../../src/seal/argon.ts'
import { type Diary, openDiary } from '../../src/store/diary.ts'
import { saveNote } from '../../src/store/lock/quick-note.ts'
import { forgetTries } from '../../src/store/lock/tries.ts'
import { lookAtLock, unlock } from '../../src/store/lock/unlock.ts'
import { dropDraft, keepDraft, listDrafts } from '../../src/store/outside/drafts.ts'

/** A way in that may be the one: what was set last, or was just being set. */
const Ways = v.array(v.strictObject({ passcode: v.string(), recoveryCode: v.string() }))

const asked = new URLSearchParams(location.search)
const run = asked.get('run') ?? ''
const tell = (what: object) => fetch('/report', { method: 'POST', body: JSON.stringify({ run, ...what }) })
const options = { clock: Date.now, zone: () => 'Europe/London' }

/** In place of Argon2id: the kills are to meet the writing, not the work before it. */
const derive: Derive = async (passcode, { salt }) => ({
  key: hkdf(sha256, new TextEncoder().encode(passcode), salt, new Uint8Array(), 32),
  took: 200,
})

let n = 0
const incident = (words: string): Incident => ({
  kinds: ['noise'],
  happened: zonedAt(Date.UTC(2026, 10, 22) + n++ * 60_000, 'Europe/London'),
  whatHappened: `${run}/${words}`,
})

/** Saves, and says so only once it was acknowledged. */
async function log(diary: Diary, words: string): Promise<void> {
  const { entry } = await diary.saveIncident(incident(words))
  await tell({ is: 'saved', id: entry.id, words: entry.content.whatHappened })
}

/** In by the passcode; the recovery code must open the same lock. */
async function getIn(): Promise<{ diary: Diary; way: string; both: boolean }> {
  const found = await lookAtLock().catch(() => undefined)
  if (!found) return { diary: await openDiary(options), way: '', both: true }
  if (found.notes) {
    const id = crypto.randomUUID()
    const note = incident('note')
    await saveNote(options, note, id)
    await tell({ is: 'saved', id, words: note.whatHappened })
  }
  for (const { passcode, recoveryCode } of v.parse(Ways, JSON.parse(asked.get('ways') ?? '[]'))) {
    const opened = await unlock(options, { by: 'passcode', typed: passcode, derive })
    forgetTries()
    if (opened.is !== 'open') continue
    const lock = await opened.diary.lock()
    const both = (await lock.check({ by: 'recovery', typed: recoveryCode })) === 'right'
    return { diary: opened.diary, way: passcode, both }
  }
  throw new Error('no way in works')
}

async function look(diary: Diary, way: string, both: boolean): Promise<void> {
  const entries: [string, number, string][] = []
  for await (const page of diary.allEntries('incident')) {
    for (const { id, number, content } of page.entries) entries.push([id, number, content.whatHappened ?? ''])
  }
  const drafts = listDrafts()
  const check = await diary.checkDiary()
  await tell({
    is: 'found',
    way,
    both,
    state: diary.found.state,
    entries,
    drafts: drafts.map(({ value }) => value),
    findings: check.findings,
  })
  keepDraft('log', run, Date.now())
  for (const draft of drafts) if (!draft.here) dropDraft(draft)
}

async function turn(diary: Diary): Promise<void> {
  const lock = await diary.lock()
  for (let turns = 0; ; turns++) {
    for (const doing of ['set', 'change', 'takeAway']) {
      const passcode = doing === 'takeAway' ? '' : `${run} kettle ${doing} ${turns}`
      const recoveryCode = lock.newRecoveryCode()
      await tell({ is: 'doing', doing, passcode, recoveryCode })
      if (passcode) {
        await lock.set({ passcode, recoveryCode, notes: true, derive })
        await tell({ is: 'done', passcode, recoveryCode })
        // Now and then the next comes before everything is sealed anew.
        await Promise.all([Math.random() < 0.5 && lock.reseal(() => {}), log(diary, `${doing} ${turns}`)])
      } else {
        await lock.takeAway()
        await tell({ is: 'done', passcode, recoveryCode })
        await log(diary, `${doing} ${turns}`)
      }
    }
  }
}

try {
  const { diary, way, both } = await getIn()
  await look(diary, way, both)
  for (let i = 0; i < Number(asked.get('log') ?? 1); i++) await log(diary, `first ${i}`)
  await tell({ is: 'drafted' })
  if (asked.has('turn')) await turn(diary)
} catch (error) {
  await tell({ is: 'failed', error: String(error), cause: String((error as Error).cause) })
}
