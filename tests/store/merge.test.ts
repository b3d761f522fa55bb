/** What a backup promises: all of it comes back, and bringing it in never costs anything that is here. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalHolding, type Dump, type Holding } from '../../src/core/backup/dump.ts'
import { dumpOf, readDump, textOf } from '../../src/core/backup/read.ts'
import { isReadable } from '../../src/core/backup/verify.ts'
import { instantAt } from '../../src/core/time.ts'
import type { Diary } from '../../src/store/diary.ts'
import { aDiary, anIncident, newName, openNamed, tickingClock } from './diary-maker.ts'
import { dump, load } from './dump.ts'
import { act, anyDeed, type Deed } from './lives.ts'

/** `LONG=10 npx vitest run tests/store/merge.test.ts` looks ten times as far. */
const long = Number(process.env.LONG ?? 1)

/** As a file would carry it. */
const backup = async (diary: Diary): Promise<Dump> =>
  readDump(textOf(dumpOf(await diary.dump(), instantAt(Date.UTC(2026, 10, 22)))))

async function lived(deeds: readonly Deed[], clock = tickingClock()): Promise<Diary> {
  const diary = await openNamed(newName(), clock)
  for (const deed of deeds) await act(diary, deed)
  return diary
}

/** Every text that a diary still holds, in any version. */
const textsOf = ({ revisions }: Holding): string[] =>
  revisions.filter(isReadable).map(({ link, body }) => JSON.stringify([link, body.content]))

const sound = async (diary: Diary) => expect((await diary.checkDiary()).findings).toEqual([])

describe('there and back', () => {
  test('whatever was done: backed up, erased, restored, it is the same, and so is its next backup', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyDeed, { maxLength: 25 }),
        fc.array(anyDeed, { maxLength: 5 }),
        async (deeds, more) => {
          const diary = await lived(deeds)
          await diary.saveProfile({ name: 'A. Resident' })
          await diary.saveSetting('dismissedSteps', { backup: '2026-11-22T00:00:00.000Z' })
          await diary.saveSetting('lastBackup', '2026-11-22T00:00:00.000Z')
          const file = await backup(diary)
          const entries = await all(diary)
          const code = await diary.recordCode()
          await diary.eraseEverything()
          await diary.takeIn(file)

          expect(canonicalHolding(await diary.dump())).toBe(canonicalHolding(file))
          expect(await all(diary)).toEqual(entries)
          if (file.revisions.length > 0) {
            expect(textOf(await backup(diary))).toBe(textOf(file))
            expect(await diary.recordCode()).toBe(code)
            expect(diary.id).toBe(file.diary)
          }
          await sound(diary)
          for (const deed of more) await act(diary, deed)
          await sound(diary)
          diary.close()
        },
      ),
      { numRuns: 12 * long },
    )
  })

  test('what belongs to one phone alone stays there', async () => {
    const diary = await lived([])
    await diary.saveIncident(anIncident())
    await diary.saveSetting('backupPassphrase', 'correct horse')
    await diary.saveSetting('lastBackup', '2026-11-22T00:00:00.000Z')
    await diary.saveSetting('idle', 5)
    expect((await backup(diary)).settings).toEqual({ idle: 5 })
    diary.close()
  })
})

describe('two phones', () => {
  /** `swap`: each phone gets the backup of the other; `one`: only the first gets it. */
  type Step = { phone: 0 | 1; deed: Deed } | { to: 0 | 1 }
  const anyStep: fc.Arbitrary<Step> = fc.oneof(
    { weight: 5, arbitrary: fc.record({ phone: fc.constantFrom(0 as const, 1 as const), deed: anyDeed }) },
    { weight: 1, arbitrary: fc.record({ to: fc.constantFrom(0 as const, 1 as const) }) },
  )

  test('whatever both write and whoever restores whom: nothing is lost or doubled, nothing removed comes back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyDeed, { maxLength: 6 }),
        fc.constantFrom('stranger' as const, 'restored' as const, 'cloned' as const),
        fc.array(anyStep, { maxLength: 14 }),
        async (before, second, steps) => {
          const clock = tickingClock()
          const [first, other] = [newName(), newName()]
          const lived = await openNamed(first, clock)
          for (const deed of before) await act(lived, deed)
          // As a copy of the whole phone makes it: both go on in the same chain, and neither knows.
          if (second === 'cloned') await load(other, await dump(first))
          const phones: [Diary, Diary] = [lived, await openNamed(other, clock)]
          if (second === 'restored') await phones[1].takeIn(await backup(phones[0]))
          for (const step of steps) {
            if ('deed' in step) await act(phones[step.phone], step.deed)
            else await meet(phones[step.to], phones[1 - step.to] as Diary)
          }
          await meet(phones[0], phones[1])
          await meet(phones[1], phones[0])
          for (const phone of phones) phone.close()
        },
      ),
      { numRuns: 15 * long },
    )
  })

  async function meet(here: Diary, other: Diary) {
    const [mine, theirs] = [await here.dump(), await backup(other)]
    const standing = new Map((await all(here)).map(entry => [entry.id, entry]))
    const code = await here.recordCode()
    const foreseen = await here.wouldBring(theirs)
    expect(await here.takeIn(theirs)).toEqual(foreseen)
    await sound(here)
    const now = await here.dump()

    const links = now.revisions.map(({ link }) => link)
    expect(new Set(links).size).toBe(links.length)
    expect(new Set(links)).toEqual(new Set([...mine.revisions, ...theirs.revisions].map(({ link }) => link)))
    const gone = goneFrom(mine, theirs)
    const texts = new Set(textsOf(now))
    for (const one of [...mine.revisions, ...theirs.revisions]) {
      const fields = gone.get(one.link)
      if (!fields && one.body && !sameWordsGone(one.id, gone, [mine, theirs]))
        expect(texts).toContain(JSON.stringify([one.link, one.body.content]))
      for (const field of fields ?? [])
        expect(now.revisions.find(({ link }) => link === one.link)?.body?.content).not.toHaveProperty(field)
    }

    const entries = await all(here)
    expect(new Set(entries.map(one => `${one.type} ${one.number} ${one.letter ?? ''}`)).size).toBe(
      entries.length,
    )
    for (const entry of entries) {
      const was = standing.get(entry.id)
      if (!was) continue
      expect([entry.number, entry.letter]).toEqual([was.number, was.letter])
      // Where both went on from the same version, what stood here stands.
      if (entry.aside && !was.aside && !sameWordsGone(entry.id, gone, [mine, theirs]))
        expect(entry.content).toEqual(was.content)
    }
    if (mine.diary === theirs.diary || mine.revisions.length === 0)
      expect(here.id).toBe(
        mine.revisions.length ? mine.diary : theirs.revisions.length ? theirs.diary : here.id,
      )
    else expect(await here.recordCode()).toBe(code)

    expect((await here.takeIn(theirs)).versions).toBe(0)
    expect(canonicalHolding(await here.dump())).toBe(canonicalHolding(now))
    // The whole of it goes through a file again.
    const third = await aDiary()
    await third.takeIn(await backup(here))
    expect(canonicalHolding(await third.dump())).toBe(canonicalHolding(now))
    third.close()
  }

  /** Fields that one of the two has removed, by link. */
  function goneFrom(...held: Holding[]): Map<string, string[]> {
    const gone = new Map<string, string[]>()
    for (const { link, body } of held.flatMap(one => one.revisions)) {
      if (body?.proof.is === 'parts')
        gone.set(link, [...(gone.get(link) ?? []), ...body.proof.removed.map(({ field }) => field)])
    }
    return gone
  }

  const sameWordsGone = (id: string, gone: Map<string, string[]>, held: Holding[]) =>
    held.flatMap(one => one.revisions).some(one => one.id === id && gone.has(one.link))
})

async function all(diary: Diary) {
  const entries = []
  for (const type of ['incident', 'report', 'share'] as const)
    for await (const page of diary.allEntries(type)) {
      expect(page.damaged).toEqual([])
      entries.push(...page.entries)
    }
  return entries
}
