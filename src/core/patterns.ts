/**
 * What a diary shows when its incidents are counted. Counting goes by the start of each incident and the wall clock
 * where it happened. Days and weeks (Monday to Sunday) are calendar ones; for hours, weekdays and nights the time
 * before 06:00 belongs to the evening before it, so that one night is not torn into two days.
 */
import { type Concentration, concentration } from './concentration.ts'
import { impacts as everyImpact, type Kind, type Strength, strengths } from './incident.ts'
import type { Entry } from './record.ts'
import { addDays, addMonths, daysBetween } from './time.ts'

/** Two dates, `2026-10-27`, both inside. */
export interface Period {
  from: string
  to: string
}

export const periodChoices = ['weeks4', 'months3', 'months12', 'all'] as const
export type PeriodChoice = (typeof periodChoices)[number]

/** The period a person picked, ending today. */
export function periodOf(choice: PeriodChoice, today: string): Period {
  const from = {
    weeks4: () => addDays(today, -27),
    months3: () => addDays(addMonths(today, -3), 1),
    months12: () => addDays(addMonths(today, -12), 1),
    all: () => '0001-01-01',
  }[choice]()
  return { from, to: today }
}

export interface Filter {
  period: Period
  /** An incident counts if any of its kinds is here. Left out: every kind but `worried`, which is about somebody and no nuisance. */
  kinds?: readonly Kind[]
}

export interface Counted<T> {
  is: T
  count: number
}
export type Impact = (typeof everyImpact)[number]

export interface Week {
  monday: string
  count: number
  /** Whether all seven days lie in the period. */
  full: boolean
}

/** Four full weeks beside the four before them. */
export interface Trend {
  is: 'more' | 'less' | 'noClearChange'
  later: Period & { count: number }
  earlier: Period & { count: number }
}

export interface Patterns {
  /** The kinds asked for, where some were. */
  kinds: readonly Kind[] | undefined
  /** The days counted: the period asked for, but never from before the diary's first incident. */
  period: Period
  /** How many days that is. */
  length: number
  count: number
  /** Withdrawn incidents of the same kinds in the period asked for: in no figure here. */
  withdrawn: number
  /** Entries of worry about somebody in the period that the filter leaves out. */
  worried: number
  /** Incidents by date; days without any are not in it. */
  days: ReadonlyMap<string, number>
  /** Incidents by weekday (Monday 0) of the evening and hour of the clock (0–23). */
  hours: readonly (readonly number[])[]
  /** Nights (22:00 to 06:00) with at least one incident. */
  nights: number
  weeks: readonly Week[]
  /** Incidents a week; only where there are two weeks to speak of. */
  perWeek?: number
  trend?: Trend
  mostly?: Concentration
  /** The longest run of whole days without an entry. No entry is no proof of quiet. */
  longestWithout?: Period & { days: number }
  /** Commonest first. */
  impacts: readonly Counted<Impact>[]
  /** Weakest first; only those that were picked. */
  strengths: readonly Counted<Strength>[]
  /** Incidents after which the writer was woken or could not sleep. */
  woken: number
}

export function patternsOf(entries: readonly Entry<'incident'>[], filter: Filter): Patterns {
  const period = begunPeriod(entries, filter.period)
  const days = new Map<string, number>()
  const hours = Array.from({ length: 7 }, () => new Array<number>(24).fill(0))
  const nights = new Set<number>()
  const impactCounts = new Map<Impact, number>()
  const strengthCounts = new Map<Strength, number>()
  let [count, withdrawn, worried] = [0, 0, 0]

  for (const { content, withdrawn: takenBack } of entries) {
    const date = content.happened.slice(0, 10)
    if (date < filter.period.from || date > filter.period.to) continue
    if (!counts(content.kinds, filter.kinds)) {
      if (!takenBack && !filter.kinds) worried++
      continue
    }
    if (takenBack) {
      withdrawn++
      continue
    }
    count++
    add(days, date)
    const hour = Number(content.happened.slice(11, 13))
    const evening = dayNumber(date) - (hour < 6 ? 1 : 0)
    const ofWeekday = hours[weekdayOf(evening)]
    if (ofWeekday) ofWeekday[hour] = (ofWeekday[hour] ?? 0) + 1
    if (hour >= 22 || hour < 6) nights.add(evening)
    for (const impact of content.impacts ?? []) add(impactCounts, impact)
    if (content.strength !== undefined) add(strengthCounts, content.strength)
  }

  const length = daysBetween(period.from, period.to) + 1
  const weeks = weeksOf(days, period)
  return {
    kinds: filter.kinds,
    period,
    length,
    count,
    withdrawn,
    worried,
    days,
    hours,
    nights: nights.size,
    weeks,
    perWeek: length >= 14 ? (count * 7) / length : undefined,
    trend: trendOf(weeks),
    mostly: concentration(hours),
    longestWithout: longestWithout(days, period),
    impacts: countedOf(everyImpact, impactCounts).sort((a, b) => b.count - a.count),
    strengths: countedOf(strengths, strengthCounts),
    woken: impactCounts.get('sleep') ?? 0,
  }
}

/** Before its first incident a diary did not exist: days without one there say nothing. */
function begunPeriod(entries: readonly Entry<'incident'>[], { from, to }: Period): Period {
  let began = to
  for (const { content, withdrawn } of entries) {
    const date = content.happened.slice(0, 10)
    if (!withdrawn && date < began) began = date
  }
  return { from: began > from ? began : from, to }
}

const counts = (kinds: readonly Kind[], chosen: readonly Kind[] | undefined) =>
  chosen ? kinds.some(kind => chosen.includes(kind)) : kinds.some(kind => kind !== 'worried')

function weeksOf(days: ReadonlyMap<string, number>, { from, to }: Period): Week[] {
  const byMonday = new Map<number, number>()
  for (const [date, count] of days) {
    const monday = mondayOf(date)
    byMonday.set(monday, (byMonday.get(monday) ?? 0) + count)
  }
  const [first, last] = [dayNumber(from), dayNumber(to)]
  const weeks: Week[] = []
  for (let monday = mondayOf(from); monday <= last; monday += 7) {
    const full = monday >= first && monday + 6 <= last
    weeks.push({ monday: dateOf(monday), count: byMonday.get(monday) ?? 0, full })
  }
  return weeks
}

/**
 * Nothing is said from fewer than eight full weeks or ten incidents. "More" and "less" need a difference of at least
 * twice the square root of the sum: were both halves alike, chance alone would differ by that much one time in twenty.
 */
function trendOf(weeks: readonly Week[]): Trend | undefined {
  const full = weeks.filter(week => week.full).slice(-8)
  if (full.length < 8) return undefined
  const [earlier, later] = [full.slice(0, 4), full.slice(4)].map(span)
  if (!earlier || !later || earlier.count + later.count < 10) return undefined
  const difference = later.count - earlier.count
  const clear = difference ** 2 >= 4 * (later.count + earlier.count)
  return { is: clear ? (difference > 0 ? 'more' : 'less') : 'noClearChange', later, earlier }
}

function span(weeks: readonly Week[]): Period & { count: number } {
  const mondays = weeks.map(week => week.monday)
  return {
    from: mondays[0] ?? '',
    to: addDays(mondays.at(-1) ?? '', 6),
    count: weeks.reduce((sum, week) => sum + week.count, 0),
  }
}

function longestWithout(days: ReadonlyMap<string, number>, { from, to }: Period): Patterns['longestWithout'] {
  if (days.size === 0) return undefined
  const stops = [
    dayNumber(from) - 1,
    ...[...days.keys()].map(dayNumber).sort((a, b) => a - b),
    dayNumber(to) + 1,
  ]
  let [longest, start] = [0, 0]
  for (let i = 1; i < stops.length; i++) {
    const [before, after] = [stops[i - 1] ?? 0, stops[i] ?? 0]
    if (after - before - 1 > longest) [longest, start] = [after - before - 1, before + 1]
  }
  if (longest === 0) return undefined
  return { days: longest, from: dateOf(start), to: dateOf(start + longest - 1) }
}

function countedOf<T>(list: readonly T[], tally: ReadonlyMap<T, number>): Counted<T>[] {
  return list.flatMap(is => {
    const count = tally.get(is)
    return count ? [{ is, count }] : []
  })
}

function add<T>(tally: Map<T, number>, key: T): void {
  tally.set(key, (tally.get(key) ?? 0) + 1)
}

/** Days since 1 January 1970, a Thursday. */
const dayNumber = (date: string) => Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000)
const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)
/** Monday 0 … Sunday 6. */
const weekdayOf = (day: number) => (((day + 3) % 7) + 7) % 7
const mondayOf = (date: string) => dayNumber(date) - weekdayOf(dayNumber(date))
