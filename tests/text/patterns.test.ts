import { describe, expect, it } from 'vitest'
import { patternsOf } from '../../src/core/patterns.ts'
import { concentrationSaid, hoursSaid, periodSaid, summaryLines, trendSaid } from '../../src/text/patterns.ts'
import { incident, withdrawn } from '../core/diary-maker.ts'

const of = (entries: ReturnType<typeof incident>[], from: string, to: string) =>
  patternsOf(entries, { period: { from, to } })

describe('summaryLines', () => {
  it('says what an officer wants, each with its count', () => {
    // Fridays, Saturdays and Sundays late, three weeks running, and one Tuesday noon.
    const nights = ['2026-10-30', '2026-11-06', '2026-11-13'].flatMap(friday => {
      const day = (add: number) => new Date(Date.parse(friday) + add * 86_400_000).toISOString().slice(0, 10)
      return [`${day(0)} 21:30`, `${day(0)} 23:00`, `${day(1)} 22:15`, `${day(3)} 00:10`]
    })
    const entries = [
      ...nights.map((time, i) => incident(time, i % 2 ? { impacts: ['sleep'] } : {})),
      incident('2026-10-27 12:00'),
      withdrawn(incident('2026-11-01 12:00')),
      incident('2026-11-01 12:00', { kinds: ['worried'] }),
    ]
    expect(summaryLines(of(entries, '2026-10-27', '2026-11-23'))).toEqual([
      '13 incidents on 10 days: the 4 weeks to 23 November 2026.',
      '3.3 a week.',
      'Mostly Friday and Saturday between 21:00 and 00:00: 9 of 13.',
      'On 9 nights (22:00 to 06:00).',
      'Woken or could not sleep: 6 times.',
      'Longest time without such an entry: 7 days (17 to 23 November 2026).',
      'Not counted: 1 incident taken back by the writer.',
      'Not counted: 1 entry of worry about somebody.',
    ])
  })
  it('says one of one', () => {
    expect(
      summaryLines(of([incident('2026-11-23 12:00', { impacts: ['sleep'] })], '2026-11-01', '2026-11-23')),
    ).toEqual(['1 incident on 1 day: 23 November 2026.', 'Woken or could not sleep: once.'])
  })
  it('says nothing of nothing but what was left out', () => {
    expect(summaryLines(of([], '2026-11-01', '2026-11-23'))).toEqual([])
    expect(summaryLines(of([withdrawn(incident('2026-11-20 12:00'))], '2026-11-01', '2026-11-23'))).toEqual([
      'Not counted: 1 incident taken back by the writer.',
    ])
  })
})

it.each([
  ['2026-11-23', '2026-11-23', 1, '23 November 2026'],
  ['2026-11-17', '2026-11-23', 7, 'the week to 23 November 2026'],
  ['2026-10-27', '2026-11-23', 28, 'the 4 weeks to 23 November 2026'],
  ['2026-10-26', '2026-11-23', 29, '26 October to 23 November 2026'],
])('%s to %s is said "%s"', (from, to, length, want) => expect(periodSaid({ from, to }, length)).toBe(want))

it.each([
  [{ day: 4, days: 3, hour: 20, hours: 4 }, 'Friday to Sunday between 20:00 and 00:00'],
  [{ day: 6, days: 2, hour: 20, hours: 1 }, 'Sunday and Monday between 20:00 and 21:00'],
  [{ day: 4, days: 1, hour: 23, hours: 1 }, 'on Friday between 23:00 and 00:00'],
  [{ day: 0, days: 7, hour: 22, hours: 2 }, 'between 22:00 and 00:00'],
  [{ day: 0, days: 7, hour: 1, hours: 2 }, 'between 01:00 and 03:00'],
  // Before 06:00 counts with the evening before: no single weekday is named for it.
  [{ day: 4, days: 1, hour: 1, hours: 1 }, 'in the night from Friday to Saturday, between 01:00 and 02:00'],
  [{ day: 6, days: 1, hour: 23, hours: 2 }, 'in the night from Sunday to Monday, between 23:00 and 01:00'],
  [{ day: 4, days: 1, hour: 5, hours: 1 }, 'in the night from Friday to Saturday, between 05:00 and 06:00'],
  [
    { day: 4, days: 3, hour: 21, hours: 4 },
    'in the nights that began on Friday, Saturday and Sunday, between 21:00 and 01:00',
  ],
  [
    { day: 6, days: 2, hour: 0, hours: 2 },
    'in the nights that began on Sunday and Monday, between 00:00 and 02:00',
  ],
  [{ day: 5, days: 2, hour: 6, hours: 24 }, 'from Saturday 06:00 to Monday 06:00'],
  [{ day: 4, days: 1, hour: 6, hours: 24 }, 'from Friday 06:00 to Saturday 06:00'],
])('%j is said "%s"', (where, want) => expect(concentrationSaid({ ...where, count: 10, of: 12 })).toBe(want))

it('names both days of a night that most began in after midnight', () => {
  // Ten Saturdays at 01:10.
  const saturdays = Array.from({ length: 10 }, (_, week) =>
    incident(`${new Date(Date.UTC(2026, 7, 1 + 7 * week)).toISOString().slice(0, 10)} 01:10`),
  )
  const patterns = of(saturdays, '2026-08-01', '2026-10-03')
  expect(summaryLines(patterns)).toContain(
    'Mostly in the night from Friday to Saturday, between 01:00 and 02:00: 10 of 10.',
  )
  expect(hoursSaid(patterns)).toBe(
    'Hours of the day by day of the week. Most: night from Friday to Saturday, 01:00, 10 incidents.',
  )
  expect(hoursSaid(of([incident('2026-11-06 23:10')], '2026-11-01', '2026-11-23'))).toContain(
    'Most: Friday, 23:00, 1 incident.',
  )
})

it('says no rate that rounds to nothing', () => {
  const lines = (to: string) =>
    summaryLines(of([incident('2026-01-05 10:00'), incident('2026-01-06 10:00')], '2026-01-01', to)).join(' ')
  expect(lines('2026-11-24')).not.toContain('a week')
  expect(lines('2026-03-01')).toContain('0.3 a week')
})

it('says of what kind no entry was, where not all are counted', () => {
  const entries = [
    incident('2026-11-01 12:00'),
    incident('2026-11-08 12:00', { kinds: ['noise'] }),
    incident('2026-11-20 12:00'),
  ]
  const longest = (filter: Partial<Parameters<typeof patternsOf>[1]>, more: typeof entries = []) =>
    summaryLines(
      patternsOf([...entries, ...more], { period: { from: '2026-11-01', to: '2026-11-20' }, ...filter }),
    ).find(line => line.startsWith('Longest'))
  expect(longest({})).toBe('Longest time without an entry: 11 days (9 to 19 November 2026).')
  expect(longest({ kinds: ['cannabis'] })).toBe(
    'Longest time without such an entry: 18 days (2 to 19 November 2026).',
  )
  // A worry is no nuisance and is not counted; but it is an entry.
  expect(longest({}, [incident('2026-11-12 12:00', { kinds: ['worried'] })])).toMatch(/without such an entry/)
})

it('says that more was recorded, not that it is worse', () => {
  const period = { from: '2026-09-28', to: '2026-11-22' }
  const later = { from: '2026-10-26', to: '2026-11-22', count: 9 }
  const earlier = { from: '2026-09-28', to: '2026-10-25', count: 1 }
  const patterns = { ...of([], period.from, period.to), trend: { is: 'more' as const, later, earlier } }
  expect(trendSaid(patterns)).toBe(
    'Recorded more often: 9 in the 4 full weeks to 22 November 2026, 1 in the 4 weeks before.',
  )
})
