/** What the counted diary says, in sentences an officer can use. Each carries its period and its count. */
import type { Concentration } from '../core/concentration.ts'
import type { Patterns, Period, PeriodChoice } from '../core/patterns.ts'
import type { PictureWords } from '../core/pictures.ts'
import { addDays } from '../core/time.ts'
import { rangeSaid } from './dates.ts'
import { plainDate } from './days.ts'
import { rounded } from './numbers.ts'

export const patternsText = {
  title: 'Patterns',
  empty: 'Nothing to count yet. When you have logged an incident, its pattern will show here.',
  nothingInPeriod: 'No incidents of this kind in this time.',
  period: 'Which time?',
  kind: 'Which kind?',
  everyKind: 'Every kind',
  inShort: 'In short',
  calendar: 'Day by day',
  calendarHint: 'The large number is how many incidents that day. Tap a day to read it.',
  hours: 'Time and day of the week',
  hoursHint:
    'By when it started. A night counts with the evening before: 02:00 on Saturday is in the Friday column.',
  weeks: 'Week by week',
  weeksHint: 'Weeks run from Monday to Sunday. A pale bar is a week that is not all in this time.',
  weeksCut: 'The picture shows the last 53 weeks. The table has them all.',
  impacts: 'How it affects you',
  strengths: 'How strong it was',
  table: 'Show as a table',
  across: 'Hours and days',
  noProof: 'A day without an entry does not prove that it was quiet.',
  columns: {
    date: 'Date',
    incidents: 'Incidents',
    hour: 'Hour',
    week: 'Week from',
    effect: 'Effect',
    strength: 'Strength',
  },
  partOfWeek: 'part of the week',
  nextDay: 'next day',
  older: 'Show older months',
  noEntries: 'No entries on this day.',
  back: 'Back to Patterns',
  counting: 'Counting …',
} as const

export const periodLabel: Record<PeriodChoice, string> = {
  weeks4: 'Last 4 weeks',
  months3: 'Last 3 months',
  months12: 'Last 12 months',
  all: 'Everything',
}

/** "1 incident", "14 incidents" */
export const incidentsSaid = (count: number, locale = 'en-GB') =>
  `${rounded(count, locale)} ${count === 1 ? 'incident' : 'incidents'}`

/** "the 4 weeks to 23 November 2026", or "27 October to 23 November 2026" where no few weeks fit. */
export function periodSaid({ from, to }: Period, length: number, locale = 'en-GB'): string {
  if (length % 7 === 0 && length <= 84) {
    return `the ${length === 7 ? 'week' : `${length / 7} weeks`} to ${plainDate(to, locale)}`
  }
  return rangeSaid(from, to, locale)
}

/** The sentences an officer would want, most telling first. One says what is left out, where something is. */
export function summaryLines(patterns: Patterns, locale = 'en-GB'): string[] {
  const { count, days, period, length, perWeek, mostly, longestWithout, woken, nights, kinds, worried } =
    patterns
  if (count === 0) return leftOutLines(patterns, locale)
  const on = days.size === 1 ? '1 day' : `${rounded(days.size, locale)} days`
  const lines = [`${incidentsSaid(count, locale)} on ${on}: ${periodSaid(period, length, locale)}.`]
  // Two in a year are no "0 a week".
  if (perWeek !== undefined && perWeek >= 0.05) lines.push(`${rounded(perWeek, locale)} a week.`)
  if (mostly) lines.push(`Mostly ${concentrationSaid(mostly, locale)}: ${mostly.count} of ${mostly.of}.`)
  if (nights > 0)
    lines.push(`On ${nights === 1 ? '1 night' : `${rounded(nights, locale)} nights`} (22:00 to 06:00).`)
  if (woken > 0) lines.push(`Woken or could not sleep: ${timesSaid(woken, locale)}.`)
  if (longestWithout) {
    const { days: without, from, to } = longestWithout
    const entry = kinds || worried > 0 ? 'such an entry' : 'an entry'
    lines.push(
      `Longest time without ${entry}: ${without === 1 ? '1 day' : `${without} days`} (${rangeSaid(from, to, locale)}).`,
    )
  }
  const trend = trendSaid(patterns, locale)
  if (trend) lines.push(trend)
  return [...lines, ...leftOutLines(patterns, locale)]
}

/** What is in none of the figures. */
export function leftOutLines({ withdrawn, worried }: Patterns, locale = 'en-GB'): string[] {
  const lines: string[] = []
  if (withdrawn > 0) lines.push(`Not counted: ${incidentsSaid(withdrawn, locale)} taken back by the writer.`)
  if (worried > 0)
    lines.push(
      `Not counted: ${worried === 1 ? '1 entry' : `${rounded(worried, locale)} entries`} of worry about somebody.`,
    )
  return lines
}

/** What was recorded, never what is: "more often" is not "worse". */
export function trendSaid({ trend }: Patterns, locale = 'en-GB'): string | undefined {
  if (!trend) return undefined
  const said = { more: 'Recorded more often', less: 'Recorded less often', noClearChange: 'No clear change' }[
    trend.is
  ]
  const [later, earlier] = [rounded(trend.later.count, locale), rounded(trend.earlier.count, locale)]
  return `${said}: ${later} in the 4 full weeks to ${plainDate(trend.later.to, locale)}, ${earlier} in the 4 weeks before.`
}

/**
 * "Friday to Sunday between 20:00 and 23:00", "in the night from Friday to Saturday, between 23:00 and 01:00". Hours after
 * midnight count with the evening before: one weekday alone would be the wrong one for them.
 */
export function concentrationSaid({ day, days, hour, hours }: Concentration, locale = 'en-GB'): string {
  const names = weekdayNames('long', locale)
  const name = (after: number) => names[(day + after) % 7] ?? ''
  if (hours === 24) return `from ${name(0)} ${hourSaid(hour)} to ${name(days)} ${hourSaid(hour)}`
  const when = `between ${hourSaid(hour)} and ${hourSaid((hour + hours) % 24)}`
  if (days === 7) return when
  if (hour >= 6 && hour + hours <= 24) {
    const on = days === 1 ? `on ${name(0)}` : `${name(0)} ${days === 2 ? 'and' : 'to'} ${name(days - 1)}`
    return `${on} ${when}`
  }
  if (days === 1) return `in the night from ${name(0)} to ${name(1)}, ${when}`
  const began = Array.from({ length: days - 1 }, (_, i) => name(i)).join(', ')
  return `in the nights that began on ${began} and ${name(days - 1)}, ${when}`
}

/** "Friday, 23:00"; "night from Friday to Saturday, 01:00" for an hour after midnight, which counts with the evening before. */
export function hourOfWeekSaid(day: number, hour: number, names: readonly string[]): string {
  const said = hour < 6 ? `night from ${names[day]} to ${names[(day + 1) % 7]}` : names[day]
  return `${said}, ${hourSaid(hour)}`
}

/** What the picture of hours and weekdays shows, in a sentence. */
export function hoursSaid({ hours }: Patterns, locale = 'en-GB'): string {
  const cells = hours.flatMap((row, day) => row.map((count, hour) => ({ day, hour, count })))
  const [most] = cells.sort((a, b) => b.count - a.count)
  if (!most || most.count === 0) return patternsText.nothingInPeriod
  const when = hourOfWeekSaid(most.day, most.hour, weekdayNames('long', locale))
  return `Hours of the day by day of the week. Most: ${when}, ${incidentsSaid(most.count, locale)}.`
}

/** What the picture of weeks shows, in a sentence. */
export function weeksSaid({ weeks }: Patterns, locale = 'en-GB'): string {
  const [most] = [...weeks].sort((a, b) => b.count - a.count)
  if (!most) return patternsText.nothingInPeriod
  return `Incidents in each week. Weeks: ${rounded(weeks.length, locale)}. Most: ${rounded(most.count, locale)}, in the week from ${plainDate(most.monday, locale)}.`
}

/** What a picture of counted things shows, in a sentence. */
export const countedSaid = (
  title: string,
  counted: readonly { name: string; count: number }[],
  locale = 'en-GB',
) => `${title}: ${counted.map(({ name, count }) => `${name} ${rounded(count, locale)}`).join(', ')}.`

/** "November 2026: 14 incidents on 11 days." */
export function monthCounted(month: string, { days }: Patterns, locale = 'en-GB'): string {
  const counts = [...days].flatMap(([date, count]) => (date.startsWith(month) ? [count] : []))
  const sum = counts.reduce((a, b) => a + b, 0)
  return `${monthSaid(month, locale)}: ${incidentsSaid(sum, locale)} on ${counts.length === 1 ? '1 day' : `${rounded(counts.length, locale)} days`}.`
}

const timesSaid = (count: number, locale: string) =>
  count === 1 ? 'once' : `${rounded(count, locale)} times`

export const hourSaid = (hour: number) => `${String(hour).padStart(2, '0')}:00`

/** Names of the weekdays, Monday first. */
export function weekdayNames(length: 'short' | 'long', locale = 'en-GB'): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' })
  // 5 January 1970 was a Monday.
  return Array.from({ length: 7 }, (_, i) => format.format(Date.parse(`${addDays('1970-01-05', i)}T12:00Z`)))
}

/** "November 2026" for `2026-11`. */
export function monthSaid(month: string, locale = 'en-GB'): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${month}-15T12:00Z`),
  )
}

/** The short words on the drawings. */
export function pictureWords(locale = 'en-GB'): PictureWords {
  const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  return {
    weekdays: weekdayNames('short', locale),
    hour: hourSaid,
    nextDay: ['next', 'day'],
    date: date => dates.format(Date.parse(`${date}T12:00Z`)),
  }
}
