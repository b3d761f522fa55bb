/** Every database that a released version wrote opens, for ever, with every word in it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import first from '../fixtures/database-1.json' with { type: 'json' }
import { anIncident, newName, openNamed } from './diary-maker.ts'
import { dump, load } from './dump.ts'
import { fill, tellAll } from './full-diary.ts'

describe.each([first])('database version $database.version', ({ database, told }) => {
  test('opens with all that was in it, in order', async () => {
    const name = newName()
    await load(name, database)
    const diary = await openNamed(name)
    expect(await tellAll(diary)).toEqual(told)
    expect((await diary.checkDiary()).findings).toEqual([])
    diary.close()
  })

  test('goes on from where it was', async () => {
    const name = newName()
    await load(name, database)
    const diary = await openNamed(name)
    const { entry } = await diary.saveIncident(anIncident())
    expect(entry.number).toBe(told.counts.incident + 1)
    expect((await diary.checkDiary()).findings).toEqual([])
    diary.close()
  })
})

/**
 * Leaves out/database.json behind: of a version about to be released, it is copied to tests/fixtures/database-N.json
 * and added to the list above.
 */
test('today’s database opens elsewhere as a fixture does', async () => {
  const name = newName()
  const diary = await openNamed(name)
  await fill(diary)
  const told = await tellAll(diary)
  diary.close()
  const about =
    'A whole database, made by the app as it was, kept for ever. Keys are in it: nothing in it is real.'
  const fixture = JSON.stringify({ about, told, database: await dump(name) }, null, 1)
  mkdirSync('out', { recursive: true })
  writeFileSync('out/database.json', `${fixture}\n`)

  const elsewhere = newName()
  await load(elsewhere, JSON.parse(fixture).database)
  const again = await openNamed(elsewhere)
  expect(await tellAll(again)).toEqual(told)
  again.close()
})
