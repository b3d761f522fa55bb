import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { Report, recipients, referenceKinds, waysTold } from '../../src/core/report.ts'
import { formOfReport, newReportForm, ReportForm, readReportForm } from '../../src/core/report-form.ts'
import { readZoned, type ZonedTime, zonedAt } from '../../src/core/time.ts'
import { anInstant, aZone, typed, writtenAt } from './any-moments.ts'

const morning = Date.UTC(2026, 10, 23, 6, 32)
const withReply = (date: string) => ({
  ...newReportForm(Date.UTC(2026, 10, 20, 9), 'Europe/London', 'police', []),
  replies: [{ date, time: '', words: 'They will come by' }],
})

it.each([
  ['2026-11-23', '2026-11-23T06:32:00+00:00[Europe/London]'],
  ['2026-11-22', '2026-11-22T12:00:00+00:00[Europe/London]'],
])('a reply of %s can be noted before noon', (date, came) => {
  const reading = readReportForm(withReply(date), morning)
  expect(reading).toMatchObject({ ok: true, content: { replies: [{ came }] } })
})
it('a reply of tomorrow can not', () => {
  expect(readReportForm(withReply('2026-11-24'), morning)).toMatchObject({
    problems: [{ field: 'replies', fault: 'future' }],
  })
})

describe('when it was told', () => {
  const first = '2026-10-25T01:30:00+01:00[Europe/London]'
  const second = '2026-10-25T01:30:00+00:00[Europe/London]'
  const night = Date.UTC(2026, 9, 25, 1, 30, 40)
  const told = (moment: string): Report => ({ to: 'police', told: moment as ZonedTime })
  const read = (form: ReportForm) => readReportForm(form, morning)

  it('is now, the second time round too', () => {
    const form = newReportForm(night, 'Europe/London', 'police', [])
    expect(read(form)).toEqual({ ok: true, content: told(second) })
    expect(read({ ...form, time: '01:20' })).toMatchObject({
      content: { told: '2026-10-25T01:20:00+00:00[Europe/London]' },
    })
    expect(read({ ...form, second: false })).toEqual({ ok: true, content: told(first) })
    expect(read(newReportForm(night - 3_600_000, 'Europe/London', 'police', []))).toEqual({
      ok: true,
      content: told(first),
    })
  })

  it.each([
    first,
    second,
    '2026-11-20T01:00:00+01:00[Europe/Paris]',
    // A phone that went by the rules of a zone as they were; a time that was skipped by those we know.
    '2026-11-20T01:00:00+02:00[Europe/Paris]',
    '2026-03-29T01:30:00+00:00[Europe/London]',
  ])('stays as it was when something else is added: %s', moment => {
    const form = formOfReport(told(moment))
    expect(read(form)).toEqual({ ok: true, content: told(moment) })
    expect(read({ ...form, said: 'Thank you' })).toEqual({
      ok: true,
      content: { ...told(moment), said: 'Thank you' },
    })
  })

  it('is read anew where the person changes it, in its own zone', () => {
    const form = formOfReport(told('2026-11-20T01:00:00+02:00[Europe/Paris]'))
    expect(read({ ...form, time: '01:15' })).toEqual({
      ok: true,
      content: told('2026-11-20T01:15:00+01:00[Europe/Paris]'),
    })
    expect(read({ ...formOfReport(told(second)), second: false })).toEqual({ ok: true, content: told(first) })
  })

  it('is read from a draft kept before forms held more than the clock face', () => {
    const { second: _, stored: __, ...kept } = formOfReport(told(first))
    expect(read(v.parse(ReportForm, kept))).toEqual({ ok: true, content: told(first) })
  })

  it('comes back with its replies as they were', () => {
    const replies = [second, '2026-11-20T01:00:00+02:00[Europe/Paris]'].map(came => ({
      came: came as ZonedTime,
      words: 'They will come by',
    }))
    const content = { ...told(first), replies }
    const form = formOfReport(content)
    expect(read({ ...form, said: 'Thank you' })).toEqual({
      ok: true,
      content: { ...content, said: 'Thank you' },
    })
    const [reply] = form.replies
    if (reply)
      expect(read({ ...form, replies: [{ ...reply, date: '2026-10-26' }] })).toMatchObject({
        content: { replies: [{ came: '2026-10-26T01:30:00+00:00[Europe/London]' }] },
      })
  })

  it('a reply of today came now, the second time round too', () => {
    const form = newReportForm(night - 7_200_000, 'Europe/London', 'police', [])
    const replies = [{ date: '2026-10-25', time: '', words: 'They will come by' }]
    expect(readReportForm({ ...form, replies }, night)).toMatchObject({
      content: { replies: [{ came: second }] },
    })
  })
})

/** Whatever a record may say that a form wrote. */
const anyReport: fc.Arbitrary<Report> = fc
  .record(
    {
      to: fc.constantFrom(...recipients),
      toName: typed,
      how: fc.constantFrom(...waysTold),
      told: anInstant.chain(writtenAt),
      reference: fc.oneof(
        fc.constantFrom({ is: 'none' as const }, { is: 'waiting' as const }),
        fc.record({
          is: fc.constant('given' as const),
          numbers: fc.array(fc.record({ kind: fc.constantFrom(...referenceKinds), number: typed }), {
            minLength: 1,
            maxLength: 10,
          }),
        }),
      ),
      force: typed,
      person: typed,
      said: typed,
      replies: fc.array(fc.record({ came: anInstant.chain(writtenAt), words: typed }), { minLength: 1 }),
      incidents: fc.array(fc.uuid(), { minLength: 1 }),
    },
    { requiredKeys: ['to', 'told'] },
  )
  .map(({ force, ...rest }) => v.parse(Report, rest.to === 'police' && force ? { ...rest, force } : rest))

/** A form that was put away, and taken up again. */
const takenUp = (form: unknown) => v.parse(ReportForm, JSON.parse(JSON.stringify(form)))

describe('whatever was stored', () => {
  const later = Date.UTC(2026, 11, 24)

  it('comes back as it was from its form, but for the one field that was changed', () => {
    const unrelated = fc.constantFrom('person', 'said', 'toName')
    fc.assert(
      fc.property(anyReport, unrelated, typed, (report, field, words) => {
        const form = takenUp(formOfReport(report))
        expect(readReportForm(form, later)).toEqual({ ok: true, content: report })
        expect(readReportForm(takenUp({ ...form, [field]: words }), later)).toEqual({
          ok: true,
          content: { ...report, [field]: words },
        })
      }),
      { numRuns: 300 },
    )
  })

  it('is read by its clock faces where the form was put away before it held more', () => {
    fc.assert(
      fc.property(anyReport, report => {
        const { second: _, stored: __, replies, ...rest } = formOfReport(report)
        const before = { ...rest, replies: replies.map(({ stored: _, ...reply }) => reply) }
        const reading = readReportForm(takenUp(before), later)
        const { told, replies: ___, ...others } = report
        const { date, time, zone } = readZoned(told)
        if (reading.ok) {
          expect(reading.content).toMatchObject(others)
          expect(readZoned(reading.content.told)).toMatchObject({ date, time, zone })
        } else expect(reading.problems[0]?.fault).toBe('noSuchTime')
      }),
    )
  })

  it('of a form just begun is now', () => {
    fc.assert(
      fc.property(anInstant, aZone, (at, zone) => {
        const form = takenUp(newReportForm(at, zone, 'police', []))
        expect(readReportForm(form, at)).toMatchObject({ content: { told: zonedAt(at, zone) } })
      }),
      { numRuns: 300 },
    )
  })
})
