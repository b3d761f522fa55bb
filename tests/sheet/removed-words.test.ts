/** Words that were removed for good are in no full record made after that, not even in its change log or its data. */
import { expect, test } from 'vitest'
import { usualChoices } from '../../src/core/sheet/choosing.ts'
import { gather } from '../../src/pages/sheet/making.ts'
import type { Diary } from '../../src/store/diary.ts'
import { aDiary, anIncident } from '../store/diary-maker.ts'
import { everythingIn, make } from './read.ts'
import { at } from './sample.ts'

const markers = Array.from({ length: 20 }, (_, i) => `Zq${i}removed${i}Xv`)
const half = (from: number) => markers.slice(from, from + 10).join(' ')

const inRecord = async (diary: Diary) => {
  const everything = await everythingIn(make(await gather(diary, usualChoices('record'))).bytes)
  return { everything, found: markers.filter(marker => everything.includes(marker)) }
}

test('twenty words, in two fields of three versions, are nowhere once removed', async () => {
  const diary = await aDiary()
  const content = anIncident({ whatHappened: `It was ${half(0)}`, peopleThere: half(10) })
  const { entry } = await diary.saveIncident(content)
  await diary.amendIncident(entry.id, { ...content, whatHappened: `I think it was ${half(0)}` })
  await diary.amendIncident(entry.id, { ...content, whatHappened: `On the stairs ${half(0)}`, place: 'Hall' })
  expect((await inRecord(diary)).found).toEqual(markers)

  await diary.removeWords(entry.id, { fields: ['whatHappened', 'peopleThere'], why: 'The wrong person' })
  const { everything, found } = await inRecord(diary)
  expect(found).toEqual([])
  expect(everything).toContain('The wrong person')
  diary.close()
})

test('replies that were removed are not told as if none had come', async () => {
  const diary = await aDiary()
  const { entry } = await diary.saveReport({
    to: 'landlord',
    told: at('2026-11-20T10:00:00+00:00[Europe/London]'),
    replies: [{ came: at('2026-11-21T10:00:00+00:00[Europe/London]'), words: 'We will look at it.' }],
  })
  const firstPage = async () => await everythingIn(make(await gather(diary, usualChoices('landlord'))).bytes)
  expect(await firstPage()).toContain('1 reply.')
  await diary.removeWords(entry.id, { fields: ['replies'], why: 'It named somebody.' })
  const after = await firstPage()
  expect(after).toContain('Replies removed by the writer.')
  expect(after).not.toContain('No reply noted.')
  diary.close()
})
