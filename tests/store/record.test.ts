/** The promise of the record, for any life a diary may have. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Incident } from '../../src/core/incident.ts'
import { whenWallShows } from '../../src/core/time.ts'
import type { Diary } from '../../src/store/diary.ts'
import { newName, openNamed, raw, tickingClock } from './diary-maker.ts'
import { anyIncident, anyWords as words } from './lives.ts'

type Deed =
  | { do: 'save'; content: Incident }
  | { do: 'amend'; which: number; content: Incident }
  | { do: 'withdraw'; which: number; why: string }
  | { do: 'restore'; which: number }
  | { do: 'remove'; which: number; field: 'whatHappened' | 'place'; why: string }
  | { do: 'reopen' }

const which = fc.nat(9)
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('save' as const), content: anyIncident }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('amend' as const), which, content: anyIncident }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw' as const), which, why: words }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('restore' as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('remove' as const),
      which,
      field: fc.constantFrom('whatHappened' as const, 'place' as const),
      why: words,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
)

/** What one entry must still be able to show. */
interface Told {
  id: string
  versions: Incident[]
  withdrawn: boolean
}

/** Does a deed to the diary and to what it must still tell. */
async function live(diary: Diary, told: Told[], deed: Exclude<Deed, { do: 'reopen' }>): Promise<void> {
  if (deed.do === 'save') {
    const { entry } = await diary.saveIncident(deed.content)
    expect(entry.number).toBe(told.length + 1)
    told.push({ id: entry.id, versions: [deed.content], withdrawn: false })
    return
  }
  const one = told[deed.which % told.length]
  if (!one) return
  if (deed.do === 'amend') {
    const amended = diary.amendIncident(one.id, deed.content)
    if (one.withdrawn) return await expect(amended).rejects.toMatchObject({ why: 'withdrawn' })
    const { entry } = await amended
    expect(entry.content).toEqual(deed.content)
    const { length } = (await diary.history(one.id)).filter(({ change }) =>
      ['first', 'added', 'changed'].includes(change),
    )
    if (length > one.versions.length) one.versions.push(deed.content)
    else expect(one.versions.at(-1)).toEqual(deed.content)
  } else if (deed.do === 'withdraw') {
    await diary.withdraw(one.id, deed.why)
    one.withdrawn = true
  } else if (deed.do === 'restore') {
    await diary.restore(one.id)
    one.withdrawn = false
  } else {
    const { field } = deed
    const removed = diary.removeWords(one.id, { fields: [field], why: deed.why })
    if (one.versions.some(version => field in version)) await removed
    else await expect(removed).rejects.toMatchObject({ why: 'notThere' })
    one.versions = one.versions.map(({ [field]: _, ...rest }) => rest as Incident)
  }
}

test('whatever is done, every version stays readable and every link true', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDeed, { minLength: 1, maxLength: 25 }), async deeds => {
      const name = newName()
      const clock = tickingClock()
      let diary = await openNamed(name, clock)
      const told: Told[] = []
      for (const deed of deeds) {
        if (deed.do === 'reopen') {
          diary.close()
          diary = await openNamed(name, clock)
        } else await live(diary, told, deed)
      }
      for (const one of told) {
        const history = await diary.history(one.id)
        const shown = history.filter(({ change }) => ['first', 'added', 'changed'].includes(change))
        expect(shown.map(({ content }) => content)).toEqual(one.versions)
        expect(history.map(({ revision }) => revision)).toEqual(history.map((_, i) => i + 1))
        const entry = await diary.getEntry(one.id)
        expect(entry?.content).toEqual(one.versions.at(-1))
        expect(entry?.withdrawn !== undefined).toBe(one.withdrawn)
      }
      expect((await diary.checkDiary()).findings).toEqual([])
      const going = told.filter(one => !one.withdrawn && one.versions.at(-1)?.span?.is === 'ongoing')
      expect((await diary.openIncidents()).map(({ id }) => id).sort()).toEqual(
        going.map(({ id }) => id).sort(),
      )
      diary.close()
    }),
    { numRuns: 60 },
  )
})

test('removed words are nowhere afterwards, and the salt that could tell them is gone', async () => {
  const name = newName()
  const diary = await openNamed(name)
  const happened = whenWallShows({ date: '2026-11-22', time: '02:00' }, 'Europe/London')[0]
  if (!happened) throw new Error('a time in November')
  const content: Incident = { kinds: ['cannabis'], happened, whatHappened: 'Mr Smith, I think' }
  const { entry } = await diary.saveIncident(content)
  await diary.amendIncident(entry.id, { ...content, strength: 4 })
  await diary.withdraw(entry.id, 'Mr Smith was away')
  const { entry: after } = await diary.removeWords(entry.id, {
    fields: ['whatHappened', '$why'],
    why: 'It was wrong',
  })

  expect(JSON.stringify([after, await diary.history(entry.id)])).not.toContain('Smith')
  expect(after).toMatchObject({
    content: { strength: 4 },
    removed: [{ field: 'whatHappened', words: 4 }],
    withdrawn: { why: '' },
    code: expect.stringMatching(/^.{8}$/),
  })
  const history = await diary.history(entry.id)
  expect(history.map(({ removed }) => removed?.map(({ field, words, why }) => [field, words, why]))).toEqual([
    [['whatHappened', 4, 'It was wrong']],
    [['whatHappened', 4, 'It was wrong']],
    [['$why', 4, 'It was wrong']],
    undefined,
  ])
  expect((await diary.checkDiary()).findings).toEqual([])

  // Once more, from a version whose salt is already in parts.
  await diary.restore(entry.id)
  await diary.amendIncident(entry.id, { ...content, whatHappened: 'Somebody', place: 'Smith’s door' })
  const again = await diary.removeWords(entry.id, { fields: ['place', 'whatHappened'], why: 'Again' })
  expect(again.entry.content).toEqual({ kinds: ['cannabis'], happened })
  expect((await diary.checkDiary()).findings).toEqual([])
  diary.close()
})

test('what cannot be removed is refused, and nothing is written', async () => {
  const name = newName()
  const diary = await openNamed(name)
  const happened = whenWallShows({ date: '2026-11-22', time: '02:00' }, 'Europe/London')[0]
  if (!happened) throw new Error('a time in November')
  const { entry } = await diary.saveIncident({ kinds: ['noise'], happened, place: 'Hall' })
  const rows = () => raw(name, db => db.table('revisions').toArray())
  const before = await rows()
  for (const [fields, why, expected] of [
    [['happened'], 'x', 'notRemovable'],
    [['place', 'kinds'], 'x', 'notRemovable'],
    [['$written'], 'x', 'notRemovable'],
    [['whatHappened'], 'x', 'notThere'],
    [['place'], '', 'shape'],
  ] as const) {
    await expect(diary.removeWords(entry.id, { fields, why })).rejects.toMatchObject({
      name: 'Refused',
      why: expected,
    })
  }
  await expect(diary.removeWords(crypto.randomUUID(), { fields: ['place'], why: 'x' })).rejects.toMatchObject(
    { why: 'notThere' },
  )
  await expect(
    diary.removeWords(entry.id, { fields: ['place'], why: 'x', revision: 2 }),
  ).rejects.toMatchObject({ why: 'notThere' })
  expect(await rows()).toEqual(before)
  diary.close()
})

test('four windows save 250 each at once: numbers 1 to 1000, no gap, no double, links in order', async () => {
  const name = newName()
  const windows = await Promise.all([1, 2, 3, 4].map(() => openNamed(name)))
  expect(new Set(windows.map(({ id }) => id)).size).toBe(1)
  const happened = whenWallShows({ date: '2026-11-22', time: '02:00' }, 'Europe/London')[0]
  if (!happened) throw new Error('a time in November')
  const saved: number[] = []
  await Promise.all(
    windows.map(async diary => {
      for (let i = 0; i < 250; i++) {
        const { entry } = await diary.saveIncident({ kinds: ['noise'], happened, place: `${i}` })
        saved.push(entry.number)
      }
    }),
  )
  expect(saved.sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, i) => i + 1))
  expect(await windows[0]?.checkDiary()).toEqual({ revisions: 1000, entries: 1000, findings: [] })
  for (const diary of windows) diary.close()
})

test('two windows that amend one incident keep both versions', async () => {
  const name = newName()
  const [one, two] = [await openNamed(name), await openNamed(name)]
  const happened = whenWallShows({ date: '2026-11-22', time: '02:00' }, 'Europe/London')[0]
  if (!happened) throw new Error('a time in November')
  const { entry } = await one.saveIncident({ kinds: ['noise'], happened })
  await Promise.all([
    one.amendIncident(entry.id, { kinds: ['noise'], happened, place: 'Hall' }),
    two.amendIncident(entry.id, { kinds: ['noise'], happened, place: 'Stairs' }),
  ])
  const places = (await one.history(entry.id)).map(({ content }) => (content as Incident).place)
  expect(places).toHaveLength(3)
  expect(new Set(places)).toEqual(new Set([undefined, 'Hall', 'Stairs']))
  expect((await two.checkDiary()).findings).toEqual([])
  one.close()
  two.close()
})
