/** How often a sheet says that an entry was changed: what was done with the entry as a whole is no change of its words. */
import { expect, test } from 'vitest'
import { usualChoices } from '../../src/core/sheet/choosing.ts'
import { gather } from '../../src/pages/sheet/making.ts'
import { aDiary, anIncident } from '../store/diary-maker.ts'
import { make, pageTexts } from './read.ts'

test('counts what was added or changed, and nothing else', async () => {
  const diary = await aDiary()
  const saved = async (words: string) =>
    (await diary.saveIncident(anIncident({ whatHappened: words }))).entry.id
  const [untouched, amended] = [await saved('One'), await saved('Two')]
  for (const id of [untouched, amended]) {
    await diary.withdraw(id, 'A mistake')
    await diary.restore(id)
  }
  await diary.amendIncident(amended, anIncident({ whatHappened: 'Two', place: 'Hall' }))
  await diary.amendIncident(amended, anIncident({ whatHappened: 'Three', place: 'Hall' }))
  await diary.removeWords(amended, { fields: ['place'], why: 'The wrong hall' })
  for (const who of ['landlord', 'record'] as const) {
    const text = (await pageTexts(make(await gather(diary, usualChoices(who))).bytes)).join(' ')
    expect(text.match(/Added to or changed[^,]*,/g)).toEqual(['Added to or changed 2 times,'])
  }
  diary.close()
})
