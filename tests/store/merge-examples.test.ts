/** What a person sees when diaries meet, one thing at a time. */
import { describe, expect, test } from 'vitest'
import { canonicalHolding, type Dump } from '../../src/core/backup/dump.ts'
import { dumpOf, readDump, textOf } from '../../src/core/backup/read.ts'
import { shownNumber } from '../../src/core/record.ts'
import { instantAt } from '../../src/core/time.ts'
import type { Diary } from '../../src/store/diary.ts'
import { aDiary, anIncident, newName, openNamed, raw } from './diary-maker.ts'

const backup = async (diary: Diary): Promise<Dump> =>
  readDump(textOf(dumpOf(await diary.dump(), instantAt(Date.UTC(2026, 10, 22)))))

/** Numbers as they are shown, with the place written in each. */
async function shown(diary: Diary): Promise<string[]> {
  const { entries } = await diary.listIncidents({ limit: 100, includeWithdrawn: true })
  return entries
    .sort((a, b) => a.number - b.number || (a.letter ?? '').localeCompare(b.letter ?? ''))
    .map(entry => `${shownNumber(entry)} ${entry.content.place}`)
}

async function diaryWith(...places: string[]): Promise<Diary> {
  const diary = await aDiary()
  for (const place of places) await diary.saveIncident(anIncident({ place }))
  return diary
}

test('an incident from another diary keeps its number, and shows a letter where there is one like it', async () => {
  const ours = await diaryWith('hall', 'stairs')
  await ours.takeIn(await backup(await diaryWith('bedroom', 'kitchen', 'garden')))
  expect(await shown(ours)).toEqual(['1 hall', '1·B bedroom', '2 stairs', '2·B kitchen', '3 garden'])
  await ours.saveIncident(anIncident({ place: 'lift' }))
  await ours.takeIn(await backup(await diaryWith('attic')))
  expect(await shown(ours)).toEqual([
    '1 hall',
    '1·B bedroom',
    '1·C attic',
    '2 stairs',
    '2·B kitchen',
    '3 garden',
    '4 lift',
  ])
  expect((await ours.checkDiary()).findings).toEqual([])
  expect(await ours.counts()).toEqual({ incident: 7, report: 0, share: 0 })
})

test('an entry changed on two phones keeps both histories; what stood here stands', async () => {
  const old = await diaryWith('hall')
  const file = await backup(old)
  const fresh = await aDiary()
  await fresh.takeIn(file)
  const [entry] = (await old.listIncidents({ limit: 1 })).entries
  if (!entry) throw new Error('an entry was saved')
  await old.amendIncident(entry.id, { ...entry.content, place: 'the old phone' })
  await fresh.amendIncident(entry.id, { ...entry.content, place: 'the new phone' })

  expect(await fresh.takeIn(await backup(old))).toMatchObject({ twice: 1, wentOn: 0, versions: 1 })
  expect(await shown(fresh)).toEqual(['1 the new phone'])
  const history = await fresh.history(entry.id)
  expect(history.map(({ content, aside }) => [(content as { place: string }).place, aside])).toEqual([
    ['hall', undefined],
    ['the new phone', undefined],
    ['the old phone', true],
  ])
  // It goes on from what stands.
  const { entry: after } = await fresh.amendIncident(entry.id, { ...entry.content, place: 'both' })
  expect([after.revisions, after.aside?.length]).toEqual([3, 1])
  expect((await fresh.checkDiary()).findings).toEqual([])
})

test('an entry that only went on elsewhere goes on here', async () => {
  const old = await diaryWith('hall')
  const fresh = await aDiary()
  await fresh.takeIn(await backup(old))
  const [entry] = (await old.listIncidents({ limit: 1 })).entries
  if (!entry) throw new Error('an entry was saved')
  await old.withdraw(entry.id, 'A mistake')
  expect(await fresh.takeIn(await backup(old))).toMatchObject({ twice: 0, wentOn: 1 })
  expect((await fresh.getEntry(entry.id))?.withdrawn?.why).toBe('A mistake')
  expect((await fresh.getEntry(entry.id))?.aside).toBeUndefined()
})

test('an old backup does not bring a name back, nor does a phone that had not heard of it', async () => {
  const here = await diaryWith('Mr Smith’s door')
  const before = await backup(here)
  const other = await aDiary()
  await other.takeIn(before)
  const [entry] = (await here.listIncidents({ limit: 1 })).entries
  if (!entry) throw new Error('an entry was saved')
  // The other phone carries the words on into a version of its own.
  await other.amendIncident(entry.id, { ...entry.content, strength: 4 })
  await here.removeWords(entry.id, { fields: ['place'], why: 'It was not him' })

  await here.takeIn(before)
  await here.takeIn(await backup(other))
  await other.takeIn(await backup(here))
  for (const diary of [here, other]) {
    expect(JSON.stringify(await diary.dump())).not.toContain('Smith')
    expect(await diary.getEntry(entry.id)).toMatchObject({ removed: [{ field: 'place', words: 3 }] })
    expect((await diary.checkDiary()).findings).toEqual([])
  }
})

describe('damage', () => {
  /** Overwrites the sealed body of one row, as a broken disk might. */
  const spoil = (name: string, table: 'revisions' | 'entries', id: string) =>
    raw(name, async db => {
      const row = await db.table(table).where('id').equals(id).first()
      await db.table(table).put({ ...row, sealed: new Uint8Array(60) })
    })

  async function spoilt(tables: readonly ('revisions' | 'entries')[]) {
    const name = newName()
    const diary = await openNamed(name)
    const { entry } = await diary.saveIncident(anIncident({ place: 'hall' }))
    await diary.saveIncident(anIncident({ place: 'stairs' }))
    const file = await backup(diary)
    for (const table of tables) await spoil(name, table, entry.id)
    return { diary, file, id: entry.id }
  }

  test('what does not open here is mended by a backup in which it does', async () => {
    const { diary, file, id } = await spoilt(['revisions', 'entries'])
    expect((await diary.checkDiary()).findings).not.toEqual([])
    expect(await diary.takeIn(file)).toMatchObject({ mended: 1, versions: 0 })
    expect((await diary.checkDiary()).findings).toEqual([])
    expect((await diary.getEntry(id))?.content).toMatchObject({ place: 'hall' })
  })

  test.each([[['revisions']], [['entries']], [['revisions', 'entries']]] as const)(
    'a diary with damaged %s is backed up all the same, and comes back as it was',
    async tables => {
      const { diary } = await spoilt(tables)
      const findings = (await diary.checkDiary()).findings.filter(
        ({ is }) => tables.length > 1 || is !== 'unreadable',
      )
      const file = await backup(diary)
      const fresh = await aDiary()
      await fresh.takeIn(file)
      const places = (await shown(fresh)).join()
      expect(places).toContain('stairs')
      // Where only one of the two is damaged, the other still tells the words.
      expect(places.includes('hall')).toBe(tables.length === 1)
      expect(canonicalHolding(await fresh.dump())).toBe(canonicalHolding(file))
      if (tables.length > 1) expect((await fresh.checkDiary()).findings).toEqual(findings)
    },
  )
})

test('a reading says how far it is: at its end all versions, of however many chains', async () => {
  const told = async (diary: Diary) => {
    const seen: [number, number][] = []
    await diary.dump({ onProgress: (done, of) => seen.push([done, of]) })
    return seen.at(-1)
  }
  expect(await told(await aDiary())).toBeUndefined()
  const ours = await diaryWith('hall', 'stairs')
  await ours.takeIn(await backup(await diaryWith('bedroom', 'kitchen', 'garden')))
  const goesOn = await aDiary()
  await goesOn.takeIn(await backup(ours))
  await goesOn.saveIncident(anIncident({ place: 'lift' }))
  expect(await told(ours)).toEqual([5, 5])
  expect(await told(goesOn)).toEqual([6, 6])
})

describe('all or nothing', () => {
  test('cancelled at any moment, nothing is written', async () => {
    const file = await backup(await diaryWith('bedroom', 'kitchen', 'garden'))
    const diary = await diaryWith('hall')
    const before = canonicalHolding(await diary.dump())
    let moments = 0
    for (let stopAt = 1; ; stopAt++) {
      const stop = new AbortController()
      let seen = 0
      const done = diary.takeIn(file, {
        signal: stop.signal,
        onProgress: () => {
          if (++seen === stopAt) stop.abort(new Error('cancelled'))
        },
      })
      const ended = await done.then(
        () => 'done',
        error => String(error.message),
      )
      if (ended === 'done') break
      expect(ended).toBe('cancelled')
      expect(canonicalHolding(await diary.dump())).toBe(before)
      moments++
    }
    expect(moments).toBeGreaterThan(5)
    expect((await diary.checkDiary()).findings).toEqual([])
  })

  test('what another window saves meanwhile is there afterwards', async () => {
    const file = await backup(await diaryWith('bedroom', 'kitchen'))
    const name = newName()
    const [one, two] = [await openNamed(name), await openNamed(name)]
    await one.saveIncident(anIncident({ place: 'hall' }))
    const saved: string[] = []
    const writes = async () => {
      for (let i = 0; i < 20; i++) {
        await two.saveIncident(anIncident({ place: `lift${i}` }))
        saved.push(`lift${i}`)
      }
    }
    const [, ended] = await Promise.allSettled([one.takeIn(file), writes()])
    // Once the file is in, the other window has to load anew: it says so rather than write on elsewhere.
    if (ended.status === 'rejected') expect(ended.reason).toMatchObject({ name: 'ConnectionLost' })
    expect(saved).not.toEqual([])
    expect((await shown(one)).map(text => text.split(' ')[1]).sort()).toEqual(
      ['bedroom', 'hall', 'kitchen', ...saved].sort(),
    )
    expect((await one.checkDiary()).findings).toEqual([])
  })

  test('another window that writes on afterwards hears that it must load anew', async () => {
    const file = await backup(await diaryWith('bedroom'))
    const name = newName()
    const [one, two] = [await openNamed(name), await openNamed(name)]
    await one.takeIn(file)
    await expect(two.saveIncident(anIncident())).rejects.toMatchObject({ name: 'ConnectionLost' })
    expect((await one.checkDiary()).findings).toEqual([])
  })
})
