/** What was left out of a document is not in the one that is made again from its record either. */
import { describe, expect, test } from 'vitest'
import { backupText } from '../../src/backup/text.ts'
import { readDump } from '../../src/core/backup/read.ts'
import { shownNumber } from '../../src/core/record.ts'
import type { Share } from '../../src/core/share.ts'
import type { Choices } from '../../src/core/sheet/choices.ts'
import { usualChoices } from '../../src/core/sheet/choosing.ts'
import { composeSheet } from '../../src/core/sheet/compose.ts'
import type { SheetRequest } from '../../src/core/sheet/request.ts'
import { choicesToKeep } from '../../src/core/sheet/select.ts'
import { instantAt } from '../../src/core/time.ts'
import { gather, gatherAgain, withBackup } from '../../src/pages/sheet/making.ts'
import type { Diary } from '../../src/store/diary.ts'
import { emailToLandlord } from '../../src/text/email.ts'
import { sheetWording } from '../../src/text/sheet.ts'
import { when } from '../core/diary-maker.ts'
import { aDiary, anIncident } from '../store/diary-maker.ts'

const filesOf = (request: SheetRequest) => composeSheet(request, sheetWording).attached
const shownIn = ({ incidents }: SheetRequest) => incidents.map(shownNumber).sort()
const names = (request: SheetRequest) => filesOf(request).map(({ name }) => name)

/** The request a document was made from, and what is kept of it. */
async function made(diary: Diary, choices: Choices) {
  const request = await withBackup(diary, await gather(diary, choices))
  const { revisions, fileName } = composeSheet(request, sheetWording)
  const { profile, madeAt, zone, recordCode = '', firstDay, damaged, lastSheet } = request
  const share: Share = {
    made: madeAt,
    zone,
    profile,
    choices: choicesToKeep(request.choices),
    ...(firstDay === undefined ? {} : { firstDay }),
    ...(damaged === undefined ? {} : { damaged }),
    ...(lastSheet === undefined ? {} : { lastSheet }),
    revisions,
    code: recordCode,
    file: fileName,
    pages: 1,
    hash: '0'.repeat(64),
  }
  await diary.saveShare(share)
  return { request, share }
}

const record = (more: Partial<Choices> = {}): Choices => ({ ...usualChoices('record'), ...more })

async function lived() {
  const diary = await aDiary()
  await diary.saveIncident(anIncident({ happened: when('2026-09-01 10:00'), whatHappened: 'Zqold' }))
  const later = anIncident({ happened: when('2026-11-01 10:00'), kinds: ['noise'], whatHappened: 'Newer' })
  const { entry } = await diary.saveIncident(later)
  return { diary, later, entry }
}

describe('a full record made again', () => {
  const between: Choices['period'] = { is: 'between', from: '2026-10-15', to: '2026-11-24' }
  const leftOut: [string, Partial<Choices>][] = [
    ['days were chosen', { period: between }],
    ['kinds were chosen', { kinds: ['noise'] }],
  ]
  test.each(leftOut)('carries no backup where %s', async (_, more) => {
    const { diary } = await lived()
    const { request, share } = await made(diary, record(more))
    expect(names(request)).not.toContain('diary-backup.json')
    const again = await gatherAgain(diary, share)
    expect(filesOf(again)).toEqual(filesOf(request))
    expect(JSON.stringify(filesOf(again))).not.toContain('Zqold')
    diary.close()
  })

  test('carries none where what was told to Crimestoppers stayed out', async () => {
    const { diary } = await lived()
    await diary.saveReport({ to: 'crimestoppers', told: when('2026-11-02 10:00'), said: 'Zqtold' })
    const { request, share } = await made(diary, record())
    const again = await gatherAgain(diary, share)
    expect(filesOf(again)).toEqual(filesOf(request))
    expect(JSON.stringify(filesOf(again))).not.toContain('Zqtold')
    diary.close()
  })

  test('carries the same backup as the first where nothing was left out, whatever was written since', async () => {
    const { diary, later, entry } = await lived()
    await made(diary, record())
    const { request, share } = await made(diary, record())
    expect(names(request)).toContain('diary-backup.json')
    await diary.amendIncident(entry.id, { ...later, whatHappened: 'Zqsince' })
    await diary.saveIncident(anIncident({ whatHappened: 'Zqsince' }))
    const again = await gatherAgain(diary, share)
    expect(filesOf(again)).toEqual(filesOf(request))
    diary.close()
  })

  test('carries none where a diary brought in since lies beside it', async () => {
    const { diary } = await lived()
    const { request, share } = await made(diary, record())
    const other = await aDiary()
    await other.saveIncident(anIncident({ whatHappened: 'Zqbrought' }))
    const theirs = await backupText(other, request.madeAt, await other.recordCode(), {})
    await diary.takeIn(readDump(theirs ?? ''))
    expect(names(request)).toContain('diary-backup.json')
    expect(JSON.stringify(filesOf(await gatherAgain(diary, share)))).not.toContain('Zqbrought')
    other.close()
    diary.close()
  })
})

test('an entry brought in keeps its letter on a sheet made again after it was amended', async () => {
  const { diary } = await lived()
  const other = await aDiary()
  const theirs = anIncident({ whatHappened: 'Brought' })
  const { entry } = await other.saveIncident(theirs)
  const text = await backupText(other, instantAt(Date.UTC(2026, 10, 23)), await other.recordCode(), {})
  await diary.takeIn(readDump(text ?? ''))
  const choices = { ...usualChoices('landlord'), attach: true }
  const { request, share } = await made(diary, choices)
  expect(shownIn(request)).toContain('1·B')
  await diary.amendIncident(entry.id, { ...theirs, place: 'Hall' })
  const again = await gatherAgain(diary, share)
  expect(shownIn(again)).toEqual(shownIn(request))
  expect(filesOf(again)).toEqual(filesOf(request))
  other.close()
  diary.close()
})

describe('a sheet of one source', () => {
  const source = 'Flat Zqone'
  const said = (more: object = {}) =>
    anIncident({ source: { is: 'thought', words: source }, whatHappened: 'Smoke', ...more })
  const inWords = (request: SheetRequest) => JSON.stringify(composeSheet(request, sheetWording))
  async function oneSource() {
    const diary = await aDiary()
    const { entry } = await diary.saveIncident(said())
    const { entry: second } = await diary.saveIncident(said({ whatHappened: 'More' }))
    await diary.saveIncident(anIncident({ whatHappened: 'Zqother' }))
    const { request, share } = await made(diary, { ...usualChoices('landlord'), attach: true, source })
    return { diary, entry, second, request, share }
  }

  test('is made again as it was', async () => {
    const { diary, request, share } = await oneSource()
    const again = await gatherAgain(diary, share)
    expect(inWords(again)).toBe(inWords(request))
    expect(inWords(again)).toContain(`Only incidents thought to come from: ${source}.`)
    expect(inWords(again)).not.toContain('Zqother')
    diary.close()
  })

  test('keeps its incidents, and nothing keeps the words, once they are removed for good', async () => {
    const { diary, entry, second, share } = await oneSource()
    await diary.removeWords(entry.id, { fields: ['source'], why: 'Wrong' })
    // The other one still says them.
    expect(inWords(await gatherAgain(diary, share))).toContain(`thought to come from: ${source}.`)
    await diary.removeWords(second.id, { fields: ['source'], why: 'Wrong' })
    const again = inWords(await gatherAgain(diary, share))
    expect(again).toContain('Smoke')
    expect(again).toContain('More')
    expect(again).toContain('Only incidents thought to come from one place.')
    expect(again).not.toContain('Zqother')
    const { madeAt, recordCode = '' } = await gather(diary, usualChoices('record'))
    const backup = await backupText(diary, madeAt, recordCode, {})
    expect(backup).toContain('Zqother')
    expect(backup).not.toContain('Zqone')
    diary.close()
  })

  test('of an earlier version of the app, which kept the words, keeps its incidents too', async () => {
    const { diary, entry, second, share } = await oneSource()
    for (const { id } of [entry, second]) await diary.removeWords(id, { fields: ['source'], why: 'Wrong' })
    const before: Share = { ...share, choices: { ...share.choices, source } }
    const again = inWords(await gatherAgain(diary, before))
    expect(again).toContain('Smoke')
    expect(again).not.toContain('Zqone')
    diary.close()
  })
})

test('a sheet made again says in its e-mail nothing of reports that did not stand on it', async () => {
  const diary = await aDiary()
  const denial = 'I do not have a police number yet.'
  const { entry } = await diary.saveIncident(anIncident({ kinds: ['worried'] }))
  await diary.saveIncident(anIncident())
  const numbers = [{ kind: 'unsure' as const, number: '5226' }]
  await diary.saveReport({
    to: 'police',
    told: when('2026-11-02 10:00'),
    incidents: [entry.id],
    reference: { is: 'given', numbers },
  })
  const { request, share } = await made(diary, usualChoices('landlord'))
  expect(request.reports).toHaveLength(1)
  const again = await gatherAgain(diary, share)
  expect(again.reports).toHaveLength(0)
  for (const one of [request, again]) expect(emailToLandlord(one, 'sheet.pdf').body).not.toContain(denial)
  diary.close()
})
