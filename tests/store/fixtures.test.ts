/** Every database that a released version wrote opens, for ever, with every word in it. */
import { describe, expect, test } from 'vitest'
import first from '../fixtures/database-1.json' with { type: 'json' }
import { anIncident, newName, openNamed } from './diary-maker.ts'
import { load } from './dump.ts'

describe.each([first])('database version $database.version', ({ database, expected }) => {
  test('opens with all that was in it, in order', async () => {
    const name = newName()
    await load(name, database)
    const diary = await openNamed(name)
    const found = {
      incidents: [] as unknown[],
      reports: [] as unknown[],
      shares: [] as unknown[],
      histories: [] as unknown[],
    }
    for await (const { entries, damaged } of diary.allEntries('incident')) {
      found.incidents.push(...entries)
      expect(damaged).toEqual([])
    }
    for await (const { entries } of diary.allEntries('report')) found.reports.push(...entries)
    for await (const { entries } of diary.allEntries('share')) found.shares.push(...entries)
    for (const { id } of [...expected.incidents, ...expected.reports, ...expected.shares]) {
      found.histories.push(await diary.history(id))
    }
    expect({
      ...found,
      profile: await diary.profile(),
      recordCode: await diary.recordCode(),
      ongoing: (await diary.openIncidents()).map(({ id }) => id),
    }).toEqual(expected)
    expect((await diary.checkDiary()).findings).toEqual([])
    diary.close()
  })

  test('goes on from where it was', async () => {
    const name = newName()
    await load(name, database)
    const diary = await openNamed(name)
    const { entry } = await diary.saveIncident(anIncident())
    expect(entry.number).toBe(expected.incidents.length + 1)
    expect((await diary.checkDiary()).findings).toEqual([])
    diary.close()
  })
})
