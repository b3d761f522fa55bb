import { expect, it } from 'vitest'
import { newReportForm, readReportForm } from '../../src/core/report-form.ts'

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
