/** A file that is ready is not offered any more once words were removed for good: it still holds them. */
import { beforeEach, expect, test, vi } from 'vitest'
import { backupText } from '../../src/backup/text.ts'
import { readDump } from '../../src/core/backup/read.ts'
import { usualChoices } from '../../src/core/sheet/choosing.ts'
import { instantAt } from '../../src/core/time.ts'
import { backingUp, backUp } from '../../src/pages/backup/backing-up.ts'
import { make, making } from '../../src/pages/sheet/making.ts'
import type { Diary } from '../../src/store/diary.ts'
import { aDiary, anIncident, newName, openNamed } from '../store/diary-maker.ts'

/** What happens while a file is being made. */
const meanwhile = vi.hoisted(() => ({ until: async () => {} }))

vi.mock('../../src/sheet/make.ts', () => ({
  drawingBuild: 'test',
  makeSheet: async () => {
    await meanwhile.until()
    return { bytes: new Uint8Array(), name: 'sheet.pdf', pages: 1, revisions: {}, hash: '0'.repeat(64) }
  },
}))
vi.mock('../../src/backup/make.ts', () => ({
  makeBackup: async () => {
    await meanwhile.until()
    return { bytes: new Uint8Array(), name: 'backup.txt', made: '2026-11-22T02:00:00.000Z' }
  },
}))
vi.stubGlobal('navigator', { userAgent: 'test' })

beforeEach(() => {
  meanwhile.until = async () => {}
  making.set({ is: 'idle' })
  backingUp.set({ is: 'idle' })
})

const remove = (diary: Diary, id: string) => diary.removeWords(id, { fields: ['whatHappened'], why: 'Wrong' })

const both = async (diary: Diary) => {
  await make(diary, usualChoices('landlord'), new Map())
  await backUp(diary, 'amber kettle sunday ladder')
}
const states = () => [making.value.is, backingUp.value.is]

test('it stays while something else is written, and goes with words removed in this window', async () => {
  const diary = await aDiary()
  const { entry } = await diary.saveIncident(anIncident({ whatHappened: 'Zqname' }))
  await both(diary)
  await diary.saveIncident(anIncident())
  expect(states()).toEqual(['ready', 'ready'])
  await remove(diary, entry.id)
  expect(states()).toEqual(['idle', 'idle'])
  diary.close()
})

test('it goes with words removed in another window', async () => {
  const name = newName()
  const diary = await openNamed(name)
  const other = await openNamed(name)
  const { entry } = await diary.saveIncident(anIncident({ whatHappened: 'Zqname' }))
  await both(diary)
  await remove(other, entry.id)
  await vi.waitFor(() => expect(states()).toEqual(['idle', 'idle']))
  other.close()
  diary.close()
})

test('it goes where a backup brings in that words were removed on another phone', async () => {
  const diary = await aDiary()
  const { entry } = await diary.saveIncident(anIncident({ whatHappened: 'Zqname' }))
  const textOf = async (of: Diary) =>
    (await backupText(of, instantAt(Date.UTC(2026, 10, 23)), await of.recordCode(), {})) ?? ''
  const other = await aDiary()
  await other.takeIn(readDump(await textOf(diary)))
  await remove(other, entry.id)
  await both(diary)
  await diary.takeIn(readDump(await textOf(other)))
  expect(states()).toEqual(['idle', 'idle'])
  other.close()
  diary.close()
})

test('it does not become ready where words are removed while it is made', async () => {
  const diary = await aDiary()
  const { entry } = await diary.saveIncident(anIncident({ whatHappened: 'Zqname', place: 'Zqplace' }))
  let fields = ['whatHappened']
  meanwhile.until = async () => {
    await diary.removeWords(entry.id, { fields, why: 'Wrong' })
    fields = ['place']
  }
  await both(diary)
  expect(states()).toEqual(['idle', 'idle'])
  diary.close()
})

test('what is kept of a sheet of one source does not hold its words', async () => {
  const diary = await aDiary()
  await diary.saveIncident(anIncident({ source: { is: 'thought', words: 'Zqflat' } }))
  await make(diary, { ...usualChoices('landlord'), source: 'Zqflat' }, new Map())
  expect(states()[0]).toBe('ready')
  const [share] = (await diary.listShares({ limit: 1 })).entries
  expect(share?.content.choices.oneSource).toBe(true)
  expect(JSON.stringify(share)).not.toContain('Zqflat')
  diary.close()
})
