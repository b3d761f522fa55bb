import { describe, expect, it } from 'vitest'
import { byDay, minutesLasted, nearness, whenIs, whichOne } from '../../src/core/days.ts'
import { readZoned, type ZonedTime } from '../../src/core/time.ts'

const z = (text: string) => text as ZonedTime
const at = (text: string) => readZoned(z(text)).at

describe('byDay', () => {
  it('groups by the date on the wall where it happened, latest day first', () => {
    const times = [
      '2026-11-22T02:10:00+00:00[Europe/London]',
      '2026-11-22T00:05:00+00:00[Europe/London]',
      '2026-11-21T23:40:00+00:00[Europe/London]',
      // 23:30 in Warsaw on the 22nd is 22:30 in London; the day stays the 22nd.
      '2026-11-22T23:30:00+01:00[Europe/Warsaw]',
    ].map(z)
    expect(byDay(times, one => one)).toEqual([
      { date: '2026-11-22', entries: [times[0], times[1], times[3]] },
      { date: '2026-11-21', entries: [times[2]] },
    ])
  })
  it('is empty for an empty diary', () => expect(byDay<ZonedTime>([], one => one)).toEqual([]))
})

describe('nearness', () => {
  it.each([
    ['2026-11-23', '2026-11-23', 'today'],
    ['2026-11-22', '2026-11-23', 'yesterday'],
    ['2026-11-21', '2026-11-23', 'other'],
    ['2026-11-24', '2026-11-23', 'other'],
    ['2026-02-28', '2026-03-01', 'yesterday'],
    ['2025-12-31', '2026-01-01', 'yesterday'],
    ['2028-02-29', '2028-03-01', 'yesterday'],
  ])('%s seen on %s is %s', (date, today, want) => expect(nearness(date, today)).toBe(want))
})

describe('whenIs', () => {
  const now = at('2026-11-23T08:30:00+00:00[Europe/London]')
  it.each([
    ['2026-11-23T02:10:00+00:00[Europe/London]', 'today'],
    ['2026-11-23T00:00:00+00:00[Europe/London]', 'today'],
    ['2026-11-22T23:59:00+00:00[Europe/London]', 'lastNight'],
    ['2026-11-22T20:00:00+00:00[Europe/London]', 'lastNight'],
    ['2026-11-22T19:59:00+00:00[Europe/London]', 'yesterday'],
    ['2026-11-21T23:59:00+00:00[Europe/London]', 'other'],
    ['2026-11-24T01:00:00+00:00[Europe/London]', 'other'],
  ])('%s is %s', (time, day) => expect(whenIs(z(time), now, 'Europe/London').day).toBe(day))

  it('names no near day, but the zone, where another clock hung on the wall', () => {
    expect(whenIs(z('2026-11-23T02:10:00+01:00[Europe/Warsaw]'), now, 'Europe/London')).toEqual({
      day: 'other',
      date: '2026-11-23',
      time: '02:10',
      which: 'only',
      elsewhere: 'Europe/Warsaw',
    })
  })
  it('says nothing of a zone whose clock shows the same', () => {
    const when = whenIs(z('2026-11-23T02:10:00+00:00[Europe/Lisbon]'), now, 'Europe/London')
    expect(when).toMatchObject({ day: 'today' })
    expect(when).not.toHaveProperty('elsewhere')
  })
  it('judges today by the reader’s clock, whatever UTC says', () => {
    const summer = at('2026-07-02T00:20:00+01:00[Europe/London]')
    expect(whenIs(z('2026-07-02T00:10:00+01:00[Europe/London]'), summer, 'Europe/London').day).toBe('today')
    expect(whenIs(z('2026-07-01T23:50:00+01:00[Europe/London]'), summer, 'Europe/London').day).toBe(
      'lastNight',
    )
  })
})

describe('whichOne', () => {
  it.each([
    ['2026-10-25T00:59:00+01:00[Europe/London]', 'only'],
    ['2026-10-25T01:00:00+01:00[Europe/London]', 'before'],
    ['2026-10-25T01:30:00+01:00[Europe/London]', 'before'],
    ['2026-10-25T01:30:00+00:00[Europe/London]', 'after'],
    ['2026-10-25T01:59:00+00:00[Europe/London]', 'after'],
    ['2026-10-25T02:00:00+00:00[Europe/London]', 'only'],
    ['2026-03-29T02:30:00+01:00[Europe/London]', 'only'],
  ])('%s is %s', (time, want) => expect(whichOne(readZoned(z(time)))).toBe(want))
})

describe('minutesLasted', () => {
  const start = z('2026-10-24T23:40:00+01:00[Europe/London]')
  it('counts real minutes over midnight and a clock change', () => {
    const ended = z('2026-10-25T01:10:00+00:00[Europe/London]')
    expect(minutesLasted(start, { is: 'until', ended })).toBe(150)
  })
  it('takes "about" at its word', () => expect(minutesLasted(start, { is: 'about', minutes: 30 })).toBe(30))
  it('knows nothing of what still goes on or was not said', () => {
    expect(minutesLasted(start, { is: 'ongoing' })).toBeUndefined()
    expect(minutesLasted(start, undefined)).toBeUndefined()
  })
})
