import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { impacts, kinds, strengths } from '../../src/core/incident.ts'
import { patternsOf, periodOf } from '../../src/core/patterns.ts'
import type { Entry } from '../../src/core/record.ts'
import { readZoned, zonedAt } from '../../src/core/time.ts'
import { incident, withdrawn } from './diary-maker.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }

describe('periodOf', () => {
  it.each([
    ['weeks4', '2026-11-23', '2026-10-27'],
    ['months3', '2026-11-23', '2026-08-24'],
    ['months3', '2026-05-31', '2026-03-01'],
    ['months12', '2026-11-23', '2025-11-24'],
    ['months12', '2028-02-29', '2027-03-01'],
  ] as const)('%s on %s begins on %s', (choice, today, from) =>
    expect(periodOf(choice, today)).toEqual({ from, to: today }),
  )
})

describe('an empty diary', () => {
  it('has figures of nothing and says nothing it cannot know', () => {
    const patterns = patternsOf([], { period: periodOf('all', '2026-11-23') })
    expect(patterns).toMatchObject({ count: 0, length: 1, nights: 0, woken: 0, withdrawn: 0 })
    expect(patterns.weeks).toEqual([{ monday: '2026-11-23', count: 0, full: false }])
    for (const none of ['perWeek', 'trend', 'mostly', 'longestWithout'] as const)
      expect(patterns[none], none).toBeUndefined()
  })
})

describe('the period counted', () => {
  const entries = [incident('2026-11-10 12:00'), incident('2026-11-20 12:00')]
  it('never reaches back before the first incident', () => {
    expect(patternsOf(entries, { period: november }).period).toEqual({ from: '2026-11-10', to: '2026-11-30' })
  })
  it('is the one asked for when the diary is older', () => {
    const period = { from: '2026-11-11', to: '2026-11-20' }
    expect(patternsOf(entries, { period })).toMatchObject({ period, count: 1, length: 10 })
  })
  it('holds both its ends and leaves out what is dated later', () => {
    const late = incident('2026-12-01 00:00')
    const patterns = patternsOf([...entries, late], { period: { from: '2026-11-10', to: '2026-11-20' } })
    expect(patterns.count).toBe(2)
  })
  it('begins with a kept entry, not with a withdrawn one', () => {
    const patterns = patternsOf([...entries, withdrawn(incident('2026-11-02 12:00'))], { period: november })
    expect(patterns.period.from).toBe('2026-11-10')
  })
})

describe('what is left out', () => {
  const entries = [
    incident('2026-11-10 12:00', { kinds: ['cannabis', 'noise'] }),
    incident('2026-11-10 13:00', { kinds: ['worried'] }),
    withdrawn(incident('2026-11-10 14:00')),
    withdrawn(incident('2026-11-10 15:00', { kinds: ['worried'] })),
  ]
  it('is in no figure and is counted', () => {
    const patterns = patternsOf(entries, { period: november })
    expect(patterns).toMatchObject({ count: 1, withdrawn: 1, worried: 1 })
    expect([...patterns.days]).toEqual([['2026-11-10', 1]])
  })
  it('follows the kinds asked for', () => {
    expect(patternsOf(entries, { period: november, kinds: ['noise'] })).toMatchObject({
      count: 1,
      withdrawn: 0,
      worried: 0,
    })
    expect(patternsOf(entries, { period: november, kinds: ['worried'] })).toMatchObject({
      count: 1,
      withdrawn: 1,
    })
    expect(patternsOf(entries, { period: november, kinds: ['dealing'] }).count).toBe(0)
  })
})

describe('nights and hours', () => {
  it('keep one night together, with its evening', () => {
    const patterns = patternsOf(
      [incident('2026-11-20 22:00'), incident('2026-11-20 23:59'), incident('2026-11-21 05:59')],
      { period: november },
    )
    expect(patterns.nights).toBe(1)
    expect(patterns.hours[4]?.[5]).toBe(1) // 05:59 on Saturday is in the Friday column
    expect(patterns.hours[4]?.[22]).toBe(1)
    expect(patterns.hours[5]?.every(count => count === 0)).toBe(true)
    expect(patterns.days.get('2026-11-21')).toBe(1) // the calendar keeps the true date
  })
  it.each([
    ['2026-11-20 21:59', 0],
    ['2026-11-20 22:00', 1],
    ['2026-11-21 00:00', 1],
    ['2026-11-21 05:59', 1],
    ['2026-11-21 06:00', 0],
  ])('%s makes %i nights', (time, nights) =>
    expect(patternsOf([incident(time)], { period: november }).nights).toBe(nights),
  )
})

describe('perWeek', () => {
  it.each([
    [13, undefined],
    [14, 1],
    [28, 0.5],
  ])('over %i days is %s', (days, want) => {
    const entries = [incident('2026-11-01 12:00'), incident('2026-11-02 12:00')]
    const to = new Date(Date.UTC(2026, 10, days)).toISOString().slice(0, 10)
    expect(patternsOf(entries, { period: { from: '2026-11-01', to } }).perWeek).toBe(want)
  })
})

describe('longestWithout', () => {
  const longest = (dates: string[], to = '2026-11-10') =>
    patternsOf(
      dates.map(date => incident(`${date} 12:00`)),
      { period: { from: '2026-11-01', to } },
    ).longestWithout
  it.each([
    ['between two', ['2026-11-01', '2026-11-04', '2026-11-09'], 4, '2026-11-05', '2026-11-08'],
    ['up to the end', ['2026-11-01', '2026-11-04'], 6, '2026-11-05', '2026-11-10'],
    [
      'the first of equals',
      ['2026-11-01', '2026-11-04', '2026-11-07', '2026-11-10'],
      2,
      '2026-11-02',
      '2026-11-03',
    ],
  ])('is the run %s', (_, dates, days, from, to) => expect(longest(dates)).toEqual({ days, from, to }))
  it('is nothing where every day has one', () =>
    expect(longest(['2026-11-01', '2026-11-02'], '2026-11-02')).toBeUndefined())
})

describe('trend', () => {
  // Mondays: 2026-09-28 is the first of eight full weeks that end on Sunday 22 November.
  const weekly = (counts: number[]) =>
    counts.flatMap((count, week) =>
      Array.from({ length: count }, () => {
        const day = new Date(Date.UTC(2026, 8, 28 + week * 7)).toISOString().slice(0, 10)
        return incident(`${day} 12:00`)
      }),
    )
  const trend = (counts: number[], to = '2026-11-22') =>
    patternsOf(weekly(counts), { period: { from: '2026-01-01', to } }).trend
  it.each([
    [[1, 0, 0, 0, 3, 2, 2, 2], 'more'],
    [[3, 2, 2, 2, 1, 0, 0, 0], 'less'],
    [[1, 1, 0, 0, 2, 2, 2, 2], 'noClearChange'],
    [[3, 2, 2, 2, 3, 2, 2, 2], 'noClearChange'],
  ])('of %j is %s', (counts, want) => expect(trend(counts)?.is).toBe(want))
  it('names both spans', () =>
    expect(trend([1, 0, 0, 0, 3, 2, 2, 2])).toEqual({
      is: 'more',
      earlier: { from: '2026-09-28', to: '2026-10-25', count: 1 },
      later: { from: '2026-10-26', to: '2026-11-22', count: 9 },
    }))
  it('is silent from nine incidents', () => expect(trend([1, 0, 0, 0, 2, 2, 2, 2])).toBeUndefined())
  it('is silent while the eighth week is not full', () =>
    expect(trend([1, 0, 0, 0, 3, 2, 2, 2], '2026-11-21')).toBeUndefined())
})

describe('impacts and strengths', () => {
  it('are counted, the commonest effect first, the weakest smell first', () => {
    const patterns = patternsOf(
      [
        incident('2026-11-10 02:00', { impacts: ['windows', 'sleep'], strength: 5 }),
        incident('2026-11-11 02:00', { impacts: ['sleep'], strength: 3 }),
        incident('2026-11-12 02:00', { strength: 5 }),
        incident('2026-11-13 02:00', { strength: 0 }),
      ],
      { period: november },
    )
    expect(patterns.impacts).toEqual([
      { is: 'sleep', count: 2 },
      { is: 'windows', count: 1 },
    ])
    expect(patterns.strengths).toEqual([
      { is: 0, count: 1 },
      { is: 3, count: 1 },
      { is: 5, count: 2 },
    ])
    expect(patterns.woken).toBe(2)
  })
})

/** The same figures the slow way: from instants through Intl, day by day and hour by hour, sharing no code with ours. */
function slowly(entries: Entry<'incident'>[], from: string, to: string) {
  const walls = entries
    .filter(one => !one.withdrawn && !one.content.kinds.every(kind => kind === 'worried'))
    .map(one => {
      const { at, zone } = readZoned(one.content.happened)
      const parts = (shift: number) =>
        Object.fromEntries(
          new Intl.DateTimeFormat('en-GB', {
            timeZone: zone,
            weekday: 'short',
            year: 'numeric',
            month: '2-digit',
            day: '2-digit',
            hour: '2-digit',
            hourCycle: 'h23',
          })
            .formatToParts(at - shift)
            .map(part => [part.type, part.value]),
        )
      const wall = parts(0)
      return {
        date: `${wall.year}-${wall.month}-${wall.day}`,
        hour: Number(wall.hour),
        weekday: wall.weekday,
      }
    })
    .filter(({ date }) => date >= from && date <= to)
  const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
  const dates: string[] = []
  for (let day = Date.parse(from); day <= Date.parse(to); day += 86_400_000)
    dates.push(new Date(day).toISOString().slice(0, 10))
  const onDate = (date: string) => walls.filter(wall => wall.date === date).length
  const runs = dates.map((_, i) => {
    let run = 0
    while (i + run < dates.length && onDate(dates[i + run] ?? '') === 0) run++
    return run
  })
  const nextDate = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)
  const evenings = ['', ...dates].map((date, i) =>
    i === 0 ? new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10) : date,
  )
  return {
    count: walls.length,
    days: dates.filter(date => onDate(date) > 0).map(date => [date, onDate(date)]),
    hours: names.map((name, day) =>
      Array.from(
        { length: 24 },
        (_, hour) =>
          walls.filter(
            wall => wall.hour === hour && wall.weekday === (hour < 6 ? names[(day + 1) % 7] : name),
          ).length,
      ),
    ),
    nights: evenings.filter(evening =>
      walls.some(
        wall =>
          (wall.date === evening && wall.hour >= 22) || (wall.date === nextDate(evening) && wall.hour < 6),
      ),
    ).length,
    longest: Math.max(...runs),
  }
}

describe('against an independent slow calculation', () => {
  const zones = ['Europe/London', 'Europe/Warsaw', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata']
  // Around both clock changes of 2026, in London and elsewhere, and around midnight on New Year's Eve.
  const instants = fc.oneof(
    fc.integer({ min: Date.UTC(2026, 9, 20), max: Date.UTC(2026, 10, 5) }),
    fc.integer({ min: Date.UTC(2026, 2, 6), max: Date.UTC(2026, 3, 8) }),
    fc.integer({ min: Date.UTC(2026, 11, 31, 18), max: Date.UTC(2027, 0, 1, 8) }),
  )
  const entry = fc
    .record({
      at: instants,
      zone: fc.constantFrom(...zones),
      kinds: fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1, maxLength: 3 }),
      takenBack: fc.boolean(),
      impacts: fc.subarray([...impacts]),
      strength: fc.constantFrom(...strengths),
    })
    .map(({ at, zone, takenBack, ...rest }) => {
      const one = incident(zonedAt(at, zone), rest)
      return takenBack ? withdrawn(one) : one
    })

  it('agrees on days, hours, nights and the longest time without', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), entries => {
        const fast = patternsOf(entries, { period: { from: '2026-03-10', to: '2026-12-31' } })
        const slow = slowly(entries, fast.period.from, fast.period.to)
        expect(fast.count).toBe(slow.count)
        expect([...fast.days].sort()).toEqual(slow.days)
        expect(fast.hours).toEqual(slow.hours)
        expect(fast.nights).toBe(slow.nights)
        expect(fast.longestWithout?.days ?? 0).toBe(slow.count === 0 ? 0 : slow.longest)
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
        expect(sum(fast.weeks.map(week => week.count))).toBe(slow.count)
        expect(sum(fast.strengths.map(one => one.count))).toBe(slow.count)
      }),
      { numRuns: 150 },
    )
  })
})
