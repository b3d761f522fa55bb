/** A masked word stays masked when the text around it is mended: then all of that text is, until somebody looks again. */
import { describe, expect, test } from 'vitest'
import type { Profile } from '../../src/core/profile.ts'
import type { Report } from '../../src/core/report.ts'
import type { Share } from '../../src/core/share.ts'
import type { Mask } from '../../src/core/sheet/choices.ts'
import { usualChoices } from '../../src/core/sheet/choosing.ts'
import { composeSheet } from '../../src/core/sheet/compose.ts'
import { masksNow, textsUnder } from '../../src/core/sheet/masks.ts'
import type { SheetRequest } from '../../src/core/sheet/request.ts'
import { instantAt } from '../../src/core/time.ts'
import { gather, gatherAgain } from '../../src/pages/sheet/making.ts'
import { emailToLandlord } from '../../src/text/email.ts'
import { sheetWording } from '../../src/text/sheet.ts'
import { incident, report, when } from '../core/diary-maker.ts'
import { aDiary, anIncident } from '../store/diary-maker.ts'

/** Long lists are composed as they are asked for. */
const isLazy = (value: unknown): value is ArrayLike<unknown> & { at(i: number): unknown } =>
  typeof value === 'object' && value !== null && 'at' in value && !Array.isArray(value)

/** All that is handed over: the pages, what is attached, the e-mail. */
const saidIn = (request: SheetRequest) =>
  JSON.stringify(
    [composeSheet(request, sheetWording), emailToLandlord(request, 'sheet.pdf')],
    (_, value: unknown) => (isLazy(value) ? Array.from(value, (_, i) => value.at(i)) : value),
  )

const choicesOf = (request: SheetRequest, masks: Mask[]) => ({ ...request.choices, masks })

/** The request as it is for what is written now, after masks were put on what was written then. */
function mended(then: SheetRequest, now: SheetRequest, masks: Mask[]): SheetRequest {
  const { held, anew } = masksNow(masks, textsUnder(masks, then), now)
  return { ...now, choices: choicesOf(now, [...held, ...anew]) }
}

const requestOf = (more: Partial<SheetRequest>): SheetRequest => ({
  profile: {},
  incidents: [],
  reports: [],
  choices: { ...usualChoices('landlord'), attach: true },
  madeAt: instantAt(Date.UTC(2026, 10, 24, 10)),
  zone: 'Europe/London',
  ...more,
})

describe('a text mended after a word of it was masked', () => {
  test('is masked whole on the next sheet, and the sheet made again is as it was', async () => {
    const diary = await aDiary()
    const content = anIncident({ whatHappened: 'I saw Zqdave on the stairs', place: 'Hall' })
    const { entry } = await diary.saveIncident(content)
    const choices = {
      ...usualChoices('landlord'),
      masks: [{ id: entry.id, field: 'whatHappened', word: 2 }],
    }
    const putOn = textsUnder(choices.masks, await gather(diary, choices))
    const first = await gather(diary, choices, putOn)
    expect(first.choices).toEqual(choices)
    expect(saidIn(first)).toContain('I saw [masked] on the stairs')

    const { place: _, ...elsewhere } = content
    await diary.amendIncident(entry.id, { ...elsewhere, impactWords: 'Tired' })
    expect((await gather(diary, choices, putOn)).choices).toEqual(choices)

    await diary.amendIncident(entry.id, { ...content, whatHappened: 'Today I saw Zqdave on the stairs' })
    const second = await gather(diary, choices, putOn)
    expect(saidIn(second)).toContain(`"${Array(7).fill('[masked]').join(' ')}"`)
    expect(saidIn(second)).not.toMatch(/Zqdave|stairs/)

    const share: Share = {
      made: second.madeAt,
      zone: second.zone,
      profile: {},
      choices: second.choices,
      firstDay: '2026-11-22',
      revisions: composeSheet(second, sheetWording).revisions,
      code: second.recordCode ?? '',
      file: 'sheet.pdf',
      pages: 1,
      hash: '0'.repeat(64),
    }
    await diary.saveShare(share)
    await diary.amendIncident(entry.id, { ...content, whatHappened: 'Zqdave' })
    // Of a police number it only knows less.
    expect(saidIn(await gatherAgain(diary, share))).toBe(saidIn({ ...second, again: true }))
    diary.close()
  })

  const told = (rest: Partial<Report>) => report('2026-11-12 10:00', rest)
  const reply = (words: string) => ({ came: when('2026-11-13 10:00'), words })
  const number = (of: string) => ({ kind: 'log' as const, number: of })
  const lists: [string, string, Partial<Report>, Partial<Report>][] = [
    [
      'replies',
      'replies.0',
      { replies: [reply('Zq1'), reply('B')] },
      { replies: [reply('B'), reply('Zq1')] },
    ],
    ['the last reply', 'replies.1', { replies: [reply('B'), reply('Zq1')] }, { replies: [reply('Zq1')] }],
    [
      'numbers',
      'reference.numbers.0.number',
      { reference: { is: 'given', numbers: [number('Zq1'), number('B')] } },
      { reference: { is: 'given', numbers: [number('B'), number('Zq1')] } },
    ],
  ]
  test.each(lists)('masks all %s where they stand in another order', (_, field, before, after) => {
    const first = told(before)
    const masks = [{ id: first.id, field, word: 0 }]
    const [then, now] = [first, { ...first, content: told(after).content }].map(one =>
      requestOf({ reports: [one] }),
    )
    if (!then || !now) throw new Error('two')
    expect(saidIn(mended(then, then, masks))).not.toContain('Zq1')
    expect(saidIn(mended(then, now, masks))).not.toContain('Zq1')
  })

  test('leaves the mask of one reply alone where another is added behind it', () => {
    const first = told({ replies: [reply('Zq1 came')] })
    const masks = [{ id: first.id, field: 'replies.0', word: 0 }]
    const more = { ...first, content: { ...first.content, replies: [reply('Zq1 came'), reply('Again')] } }
    const said = saidIn(mended(requestOf({ reports: [first] }), requestOf({ reports: [more] }), masks))
    expect(said).toContain('[masked] came')
    expect(said).toContain('Again')
  })

  test.each<[string, Profile, Profile]>([
    ['name', { name: 'A Zq1' }, { name: 'Zq1 A' }],
    ['whatIAsk', { whatIAsk: 'Zq1 B' }, { whatIAsk: 'B Zq1' }],
    ['landlord.name', { landlord: { name: 'Zq1 B' } }, { landlord: { name: 'B Zq1' } }],
  ])('goes for %s of the writer too', (field, before, after) => {
    const masks = [{ id: 'profile', field, word: field === 'name' ? 1 : 0 }]
    const now = mended(requestOf({ profile: before }), requestOf({ profile: after }), masks)
    expect(saidIn(now)).not.toContain('Zq1')
  })

  test('keeps the mask of a text that is gone: earlier versions stay hidden, and so does what comes back', () => {
    const one = incident('2026-11-10 23:00', { whatHappened: 'Zq1 B' })
    const masks = [{ id: one.id, field: 'whatHappened', word: 0 }]
    const then = requestOf({ incidents: [one] })
    const { whatHappened: _, ...empty } = one.content
    const putOn = textsUnder(masks, then)
    const gone = requestOf({ incidents: [{ ...one, content: empty }] })
    expect(masksNow(masks, putOn, gone)).toEqual({ held: masks, anew: [] })
    const back = requestOf({ incidents: [{ ...one, content: { ...empty, whatHappened: 'B Zq1' } }] })
    const after = masksNow(masks, textsUnder(masks, gone, putOn), back)
    expect(after).toEqual({ held: [], anew: [0, 1].map(word => ({ ...masks[0], word })) })
  })

  test('an entry withdrawn anew for another reason hides all of that reason', () => {
    const one = incident('2026-11-10 23:00')
    const out = (why: string) =>
      requestOf({ incidents: [{ ...one, withdrawn: { at: one.lastWritten, why } }] })
    const masks = [{ id: one.id, field: 'withdrawn.why', word: 0 }]
    expect(saidIn(mended(out('Zq1 did not'), out('It was not Zq1'), masks))).not.toContain('Zq1')
  })
})
