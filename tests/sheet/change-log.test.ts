/** What a full record tells of changes: what stood before, and why something was taken back, less what was masked. */
import { describe, expect, test } from 'vitest'
import type { Mask } from '../../src/core/sheet/choices.ts'
import { usualChoices } from '../../src/core/sheet/choosing.ts'
import { composeSheet } from '../../src/core/sheet/compose.ts'
import type { Block } from '../../src/core/sheet/model.ts'
import { gather } from '../../src/pages/sheet/making.ts'
import type { Diary } from '../../src/store/diary.ts'
import { sheetWording } from '../../src/text/sheet.ts'
import { aDiary, anIncident } from '../store/diary-maker.ts'

const textIn = (words: readonly { text: string }[]) => words.map(({ text }) => text).join('')

/** The rows of the change log, what they say was there before; and all data that the file carries. */
async function recordOf(diary: Diary, masks: Mask[] = []) {
  const request = await gather(diary, { ...usualChoices('record'), masks })
  const { rest, attached } = composeSheet(request, sheetWording)
  const at = rest.findIndex(one => one.is === 'heading' && one.anchor === 'changes')
  const table = rest.slice(at).find((one): one is Block & { is: 'table' } => one.is === 'table')
  const rows = Array.from({ length: table?.rows.length ?? 0 }, (_, i) => table?.rows.at(i)?.cells ?? [])
  const before = rows.map(cells => cells[3] ?? [])
  const fields = before.flat().flatMap(({ written }) => written?.field ?? [])
  return { rows: before.map(textIn), fields, data: JSON.stringify(attached) }
}

describe('a reason in which a word is masked', () => {
  test('of a removal is masked beside the words it removed, too', async () => {
    const diary = await aDiary()
    const { entry } = await diary.saveIncident(anIncident({ whatHappened: 'Bob did it' }))
    await diary.removeWords(entry.id, { fields: ['whatHappened'], why: 'It was not Zqrobert' })
    expect((await recordOf(diary)).data.split('Zqrobert')).toHaveLength(3)
    const { rows, data } = await recordOf(diary, [{ id: entry.id, field: 'withdrawn.why', word: 3 }])
    expect(rows.join()).not.toContain('Zqrobert')
    expect(data).not.toContain('Zqrobert')
    diary.close()
  })

  /** Withdrawn, put back, withdrawn again for another reason; gives when each was said. */
  async function withdrawnTwice() {
    const diary = await aDiary()
    const { entry } = await diary.saveIncident(anIncident())
    await diary.withdraw(entry.id, 'Flat 9 Zqdave was wrong')
    await diary.restore(entry.id)
    await diary.withdraw(entry.id, 'I misread what Zqdave wrote')
    const [, first] = await diary.history(entry.id)
    return { diary, id: entry.id, first: first?.written }
  }

  test('hides every other reason of its entry, where the same word stands elsewhere', async () => {
    const { diary, id } = await withdrawnTwice()
    const masks = [{ id, field: 'withdrawn.why', word: 4 }]
    const { rows, data } = await recordOf(diary, masks)
    expect(rows).toEqual([sheetWording.leftOut, '', 'I misread what Zqdave [masked]'])
    const better = await recordOf(diary, [{ id, field: 'withdrawn.why', word: 3 }])
    expect(better.rows).toEqual([sheetWording.leftOut, '', 'I misread what [masked] wrote'])
    expect(better.data).not.toContain('Zqdave')
    expect(data.split('Flat 9')).toHaveLength(1)
    diary.close()
  })

  test('that does not stand any more is masked by itself', async () => {
    const { diary, id, first } = await withdrawnTwice()
    const field = `why.${first}`
    const { rows, fields, data } = await recordOf(diary, [{ id, field, word: 2 }])
    expect(fields).toEqual([field, 'withdrawn.why'])
    expect(rows).toEqual(['Flat 9 [masked] was wrong', '', 'I misread what Zqdave wrote'])
    expect(data).not.toContain('Flat 9 Zqdave')
    diary.close()
  })
})

test('what was cleared is said once, and not again at the next change', async () => {
  const diary = await aDiary()
  const content = anIncident({ whatHappened: 'One' })
  const { entry } = await diary.saveIncident({ ...content, place: 'Hall' })
  await diary.amendIncident(entry.id, content)
  await diary.amendIncident(entry.id, { ...content, whatHappened: 'Two' })
  await diary.withdraw(entry.id, 'A mistake')
  await diary.restore(entry.id)
  await diary.amendIncident(entry.id, { ...content, whatHappened: 'Three' })
  const { rows } = await recordOf(diary)
  expect(rows).toEqual([
    'Where do you notice it?: Hall',
    'What happened?: One',
    'A mistake',
    '',
    'What happened?: Two',
  ])
  diary.close()
})
