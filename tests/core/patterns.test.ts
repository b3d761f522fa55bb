import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { impacts, kinds, strengths } from '../../src/core/incident.ts'
import { patternsOf, periodChoices, periodOf } from '../../src/core/patterns.ts'
import { zonedAt } from '../../src/core/time.ts'
import { summaryLines } from '../../src/text/patterns.ts'
import { incident, withdrawn } from './diary-maker.ts'
import { slowly } from './patterns-slow.ts'

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

/** What the sentences say, from the slow figures. */
function saidOf(slow: ReturnType<typeof slowly>, picked: boolean): string[] {
  const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`
  const { count, days, perWeek, nights, woken, longestWithout, trend, withdrawn, worried, mostly } = slow
  const lines = [`${many(count, 'incident', 'incidents')} on ${many(days.length, 'day', 'days')}: `]
  if (perWeek !== undefined && perWeek >= 0.05) lines.push(`${Math.round(perWeek * 10) / 10} a week.`)
  if (mostly) lines.push(`: ${mostly[0]?.count} of ${count}.`)
  if (nights > 0) lines.push(`On ${many(nights, 'night', 'nights')} (22:00 to 06:00).`)
  if (woken > 0) lines.push(`Woken or could not sleep: ${woken === 1 ? 'once' : `${woken} times`}.`)
  if (longestWithout)
    lines.push(
      `without ${picked || worried > 0 ? 'such ' : ''}an entry: ${many(longestWithout.days, 'day', 'days')} (`,
    )
  if (trend) lines.push(`: ${trend.later.count} in the 4 full weeks to `)
  if (trend) lines.push(`, ${trend.earlier.count} in the 4 weeks before.`)
  const leftOut = [
    ...(withdrawn > 0 ? [`Not counted: ${many(withdrawn, 'incident', 'incidents')} taken back`] : []),
    ...(worried > 0 ? [`Not counted: ${many(worried, 'entry', 'entries')} of worry`] : []),
  ]
  return count === 0 ? leftOut : [...lines, ...leftOut]
}

describe('against an independent slow calculation', () => {
  const zones = ['Europe/London', 'Europe/Warsaw', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata']
  const minutes = (from: number, to: number) =>
    fc.integer({ min: from / 60_000, max: to / 60_000 }).map(minute => minute * 60_000)
  const instants = fc.oneof(
    // The hours of both clock changes of 2026 in London and Warsaw, the days around those elsewhere, midnight on New
    // Year's Eve, evenings of one autumn, of which there may be enough to see a trend, and any time.
    minutes(Date.UTC(2026, 2, 28, 22), Date.UTC(2026, 2, 29, 4)),
    minutes(Date.UTC(2026, 9, 24, 22), Date.UTC(2026, 9, 25, 4)),
    minutes(Date.UTC(2026, 2, 6), Date.UTC(2026, 3, 8)),
    minutes(Date.UTC(2026, 11, 31, 18), Date.UTC(2027, 0, 1, 8)),
    fc
      .tuple(fc.nat(69), fc.integer({ min: 20 * 60, max: 26 * 60 }))
      .map(([day, minute]) => Date.UTC(2026, 9, 12 + day, 0, minute)),
    minutes(Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 31)),
  )
  const spans = fc.oneof(
    fc.constant(undefined),
    fc.constant({ is: 'ongoing' } as const),
    // Over midnight, over a clock change: what counts is the start.
    fc.integer({ min: 1, max: 26 * 60 }).map(lasted => ({ lasted })),
  )
  // Friday and Saturday evenings, more of them as time goes on.
  const weekends = fc
    .tuple(fc.nat(81), fc.integer({ min: 4, max: 5 }), fc.integer({ min: 21 * 60, max: 24 * 60 }))
    .map(([root, day, minute]) => Date.UTC(2026, 9, 12 + 7 * Math.floor(Math.sqrt(root)) + day, 0, minute))
  const entryAt = (at: fc.Arbitrary<number>) =>
    fc
      .record({
        at,
        zone: fc.oneof(fc.constant('Europe/London'), fc.constantFrom(...zones)),
        kinds: fc.oneof(
          fc.constant(['cannabis' as const]),
          fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1, maxLength: 3 }),
        ),
        takenBack: fc.nat(5).map(chance => chance === 0),
        impacts: fc.option(fc.subarray([...impacts]), { nil: undefined }),
        strength: fc.option(fc.constantFrom(...strengths), { nil: undefined }),
        span: spans,
      })
      .map(({ at, zone, takenBack, span, ...rest }) => {
        const lasting =
          span && 'lasted' in span
            ? ({ is: 'until', ended: zonedAt(at + span.lasted * 60_000, zone) } as const)
            : span
        const filled = Object.entries({ ...rest, span: lasting }).filter(([, value]) => value !== undefined)
        const one = incident(zonedAt(at, zone), Object.fromEntries(filled))
        return takenBack ? withdrawn(one) : one
      })
  const diaries = fc.oneof(
    fc.array(entryAt(instants), { maxLength: 60, size: 'max' }),
    fc.array(entryAt(fc.oneof({ weight: 5, arbitrary: weekends }, instants)), { maxLength: 60, size: 'max' }),
  )
  const date = fc
    .integer({ min: 0, max: 395 })
    .map(day => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10))
  const periods = fc.oneof(
    fc.constant({ from: '0001-01-01', to: '2026-12-31' }),
    fc.constantFrom(...periodChoices).map(choice => periodOf(choice, '2026-12-20')),
    fc.tuple(date, date).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
  )
  const picked = fc.option(fc.subarray([...kinds], { minLength: 1, maxLength: 3 }), { nil: undefined })

  it('agrees on every figure and on the numbers of every sentence', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(diaries, periods, picked, (entries, period, chosen) => {
        const fast = patternsOf(entries, { period, kinds: chosen })
        const slow = slowly(entries, { ...period, kinds: chosen })
        const { days, impacts, strengths, mostly, perWeek, kinds: _, ...same } = fast
        expect(same).toEqual({
          ...pick(slow, ['period', 'length', 'count', 'withdrawn', 'worried', 'hours', 'nights', 'weeks']),
          ...pick(slow, ['trend', 'longestWithout', 'woken']),
        })
        expect([...days].sort()).toEqual(slow.days)
        expect(perWeek ?? -1).toBeCloseTo(slow.perWeek ?? -1, 9)
        // Commonest first, weakest first; which of two that are alike comes first says nothing.
        const counts = impacts.map(one => one.count)
        expect(counts).toEqual([...counts].sort((a, b) => b - a))
        expect(new Set(impacts.map(one => `${one.is} ${one.count}`))).toEqual(
          new Set(slow.impacts.map(one => `${one.is} ${one.count}`)),
        )
        expect(strengths).toEqual([...slow.strengths].sort((a, b) => a.is - b.is))
        if (mostly) expect(slow.mostly).toContainEqual(mostly)
        else expect(slow.mostly).toBeUndefined()

        const lines = summaryLines(fast).join('\n')
        for (const said of saidOf(slow, chosen !== undefined)) expect(lines).toContain(said)
        for (const [name, there] of Object.entries({ ...same, mostly })) if (there) seen.add(name)
        if (slow.trend) seen.add(slow.trend.is)
      }),
      { numRuns: 150 },
    )
    // It was not about nothing: each figure was there in some diary.
    for (const name of ['mostly', 'trend', 'longestWithout', 'withdrawn', 'worried'])
      expect(seen).toContain(name)
  })

  it.each([
    // The clock goes back at 02:00 on 25 October: 01:30 is there twice, and both are of Saturday's night.
    [['2026-10-25T01:30:00+01:00', '2026-10-25T01:30:00+00:00'], '2026-10-25', 5, 1],
    // It goes forward at 01:00 on 29 March: 00:59 and 02:00 are a minute apart.
    [['2026-03-29T00:59:00+00:00', '2026-03-29T02:00:00+01:00'], '2026-03-29', 5, 1],
    [['2026-12-31T23:59:00+00:00', '2027-01-01T00:00:00+00:00'], '2026-12-31', 3, 1],
  ])('%j: the date, the evening and the night', (times, day, weekday, nights) => {
    const entries = times.map(time => incident(`${time}[Europe/London]`))
    const period = { from: '2026-01-01', to: '2027-01-31' }
    const fast = patternsOf(entries, { period })
    expect(fast.days.has(day)).toBe(true)
    expect(fast.nights).toBe(nights)
    expect(fast.hours[weekday]?.reduce((a, b) => a + b)).toBe(2)
    expect(fast.hours).toEqual(slowly(entries, period).hours)
  })
})

const pick = <T extends object, K extends keyof T>(of: T, keys: K[]): Pick<T, K> =>
  Object.fromEntries(keys.map(key => [key, of[key]])) as Pick<T, K>
