import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { anIncident, FakeStorage, newName, openNamed, raw } from './diary-maker.ts'

beforeEach(() => vi.stubGlobal('localStorage', new FakeStorage()))
afterEach(() => vi.unstubAllGlobals())

async function aNamedDiary() {
  const name = newName()
  const diary = await openNamed(name)
  for (const minutes of [1, 2, 3]) await diary.saveIncident(anIncident({}, minutes))
  await diary.saveReport({ to: 'police', told: anIncident().happened })
  diary.close()
  return name
}

const emptied = (name: string) => raw(name, db => Promise.all(db.tables.map(table => table.clear())))

describe('the start', () => {
  test('of a new diary, and of one that is as it was', async () => {
    const name = newName()
    const first = await openNamed(name)
    expect(first.found).toEqual({ state: 'new' })
    first.close()
    const again = await openNamed(name)
    expect(again.found).toEqual({ state: 'new' })
    await again.saveIncident(anIncident())
    again.close()
    const third = await openNamed(name)
    expect(third.found).toEqual({ state: 'ok' })
    third.close()
  })

  test('after the browser emptied the database raises the alarm, and again until it is settled', async () => {
    const name = await aNamedDiary()
    await emptied(name)
    const diary = await openNamed(name)
    expect(diary.found).toMatchObject({
      state: 'lost',
      expected: { revisions: 4, incidents: 3, reports: 1 },
      found: { revisions: 0, incidents: 0, reports: 0 },
    })
    // The night goes on: what is logged now is kept, and the alarm with it.
    await diary.saveIncident(anIncident({}, 9))
    diary.close()
    const again = await openNamed(name)
    expect(again.found).toMatchObject({ state: 'lost', expected: { incidents: 3 }, found: { incidents: 1 } })
    again.settleLoss()
    again.close()
    const third = await openNamed(name)
    expect(third.found).toEqual({ state: 'ok' })
    third.close()
  })

  test('with the newest versions gone raises the alarm', async () => {
    const name = await aNamedDiary()
    await raw(name, async db => {
      const last = await db.table('revisions').toCollection().last()
      await db.table('revisions').delete([last.chain, last.seq])
    })
    const diary = await openNamed(name)
    expect(diary.found).toMatchObject({
      state: 'shorter',
      expected: { revisions: 4 },
      found: { revisions: 3 },
    })
    diary.close()
  })

  test('with another version in the last place raises the alarm', async () => {
    const name = await aNamedDiary()
    await raw(name, async db => {
      const last = await db.table('revisions').toCollection().last()
      await db.table('revisions').put({ ...last, link: new Uint8Array(32) })
    })
    const diary = await openNamed(name)
    expect(diary.found).toMatchObject({ state: 'shorter' })
    diary.close()
  })

  test('without a marker, or with a broken one, only begins a marker', async () => {
    for (const broken of [undefined, '', '{', '7', '{"now":{"diary":1}}']) {
      const name = await aNamedDiary()
      localStorage.clear()
      if (broken !== undefined) localStorage.setItem('doorstep-diary.marker', broken)
      const diary = await openNamed(name)
      expect(diary.found).toEqual({ state: 'ok' })
      diary.close()
      await emptied(name)
      const emptyOne = await openNamed(name)
      expect(emptyOne.found).toMatchObject({ state: 'lost', expected: { incidents: 3 } })
      emptyOne.close()
      localStorage.clear()
    }
  })

  test('after erasing is that of a new diary', async () => {
    const name = await aNamedDiary()
    const diary = await openNamed(name)
    const before = diary.id
    await diary.saveProfile({ name: 'A. Resident' })
    await diary.eraseEverything()
    expect(diary.id).not.toBe(before)
    expect(await diary.counts()).toEqual({ incident: 0, report: 0, share: 0 })
    expect(await diary.profile()).toEqual({})
    expect((await diary.saveIncident(anIncident())).entry.number).toBe(1)
    diary.close()
    const again = await openNamed(name)
    expect(again.found).toEqual({ state: 'ok' })
    expect(again.id).toBe(diary.id)
    again.close()
  })
})
