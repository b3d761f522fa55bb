import { describe, expect, it } from 'vitest'
import { addDays, readZoned, type ZonedTime } from '../../src/core/time.ts'
import { rangeSaid, shortDate } from '../../src/text/dates.ts'
import { daySaid, exactly, fromTo, lengthSaid, longDate, plainDate, whenSaid } from '../../src/text/days.ts'
import { sheetWording } from '../../src/text/sheet.ts'

const z = (text: string) => text as ZonedTime
const now = readZoned(z('2026-11-23T08:30:00+00:00[Europe/London]')).at

describe('whenSaid', () => {
  it.each([
    ['2026-11-23T02:10:00+00:00[Europe/London]', 'Today, 02:10'],
    ['2026-11-22T23:40:00+00:00[Europe/London]', 'Last night, 23:40'],
    ['2026-11-22T14:05:00+00:00[Europe/London]', 'Yesterday, 14:05'],
    ['2026-11-21T14:05:00+00:00[Europe/London]', 'Saturday 21 November 2026, 14:05'],
    [
      '2026-10-25T01:30:00+01:00[Europe/London]',
      'Sunday 25 October 2026, 01:30, before the clocks went back',
    ],
    ['2026-10-25T01:30:00+00:00[Europe/London]', 'Sunday 25 October 2026, 01:30, after the clocks went back'],
    ['2026-11-23T02:10:00+01:00[Europe/Warsaw]', 'Monday 23 November 2026, 02:10 (Warsaw time)'],
    [
      '2026-11-22T22:00:00-03:00[America/Argentina/Buenos_Aires]',
      'Sunday 22 November 2026, 22:00 (Buenos Aires time)',
    ],
  ])('%s is said "%s"', (time, want) => expect(whenSaid(z(time), now, 'Europe/London')).toBe(want))
})

describe('fromTo', () => {
  const start = z('2026-11-22T23:40:00+00:00[Europe/London]')
  const until = (ended: string) => ({ is: 'until' as const, ended: z(ended) })
  it.each([
    [undefined, '23:40'],
    [{ is: 'ongoing' as const }, '23:40, still going on'],
    [{ is: 'about' as const, minutes: 30 as const }, '23:40, about 30 minutes'],
    [{ is: 'about' as const, minutes: 60 as const }, '23:40, about 1 hour'],
    [until('2026-11-22T23:55:00+00:00[Europe/London]'), '23:40 to 23:55'],
    [until('2026-11-23T01:10:00+00:00[Europe/London]'), '23:40 to 01:10 (next day)'],
    [until('2026-11-24T01:10:00+00:00[Europe/London]'), '23:40 to 01:10 (Tuesday 24 November 2026)'],
  ])('%j is said "%s"', (span, want) => expect(fromTo(start, span)).toBe(want))
  it('keeps the two 01:30s of one night apart', () => {
    const first = z('2026-10-25T01:30:00+01:00[Europe/London]')
    expect(fromTo(first, until('2026-10-25T01:30:00+00:00[Europe/London]'))).toBe(
      '01:30, before the clocks went back to 01:30, after the clocks went back',
    )
  })
})

it('says dates in three lengths and the reader’s language', () => {
  expect(longDate('2026-11-21')).toBe('Saturday 21 November 2026')
  expect(plainDate('2026-11-01')).toBe('1 November 2026')
  expect(shortDate('2026-11-21')).toBe('Sat 21 Nov')
  expect(longDate('2026-11-21', 'pl')).toContain('listopada')
  expect(exactly(z('2026-11-22T23:40:00+00:00[Europe/London]'))).toBe('Sunday 22 November 2026, 23:40')
})

it('heads a day', () => {
  expect(daySaid('2026-11-23', '2026-11-23')).toBe('Today')
  expect(daySaid('2026-11-22', '2026-11-23')).toBe('Yesterday')
  expect(daySaid('2026-11-21', '2026-11-23')).toBe('Saturday 21 November 2026')
})

it.each([
  [0, '0 minutes'],
  [1, '1 minute'],
  [59, '59 minutes'],
  [60, '1 hour'],
  [90, '1 hour, 30 minutes'],
  [480, '8 hours'],
])('%i minutes are "%s"', (minutes, want) => expect(lengthSaid(minutes)).toBe(want))

it.each([
  [90, '1 hour, 30 minutes'],
  [2879, '47 hours, 59 minutes'],
  [2880, '2 days'],
  [2940, '2 days, 1 hour'],
  [17_257, '11 days, 23 hours'],
])('%i minutes are "%s" on the sheet', (minutes, want) => expect(sheetWording.length(minutes)).toBe(want))

it.each([
  ['2026-11-23', '2026-11-23', '23 November 2026'],
  ['2026-11-17', '2026-11-23', '17 to 23 November 2026'],
  ['2026-10-26', '2026-11-23', '26 October to 23 November 2026'],
  ['2025-11-26', '2026-11-23', '26 November 2025 to 23 November 2026'],
])('%s to %s is said "%s"', (from, to, want) => expect(rangeSaid(from, to)).toBe(want))

it('says every English date and length as Intl does', () => {
  const intl = (date: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(Date.parse(`${date}T12:00Z`))
  for (let date = '2026-01-01'; date < '2027-01-10'; date = addDays(date, 1)) {
    expect(plainDate(date)).toBe(intl(date, { day: 'numeric', month: 'long', year: 'numeric' }))
    expect(longDate(date)).toBe(`${intl(date, { weekday: 'long' })} ${plainDate(date)}`)
    expect(shortDate(date)).toBe(
      `${intl(date, { weekday: 'short' })} ${intl(date, { day: 'numeric', month: 'short' })}`,
    )
  }
  expect(lengthSaid(60 * 1234)).toBe('1,234 hours')
})
