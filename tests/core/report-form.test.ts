import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/core/report.ts'
import { formOfReport, newReportForm, ReportForm, readReportForm } from '../../src/core/report-form.ts'
import type { ZonedTime } from '../../src/core/time.ts'

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
