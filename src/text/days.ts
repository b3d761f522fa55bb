/** Dates, times and durations as people say them. */
import { type Nearness, nearness, type WhichOne, whenIs, whichOne } from '../core/days.ts'
import type { Span } from '../core/incident.ts'
import { kept } from '../core/kept.ts'
import { addDays, readZoned, type ZonedTime } from '../core/time.ts'

const dayWords: Record<Exclude<Nearness, 'other'> | 'lastNight', string> = {
  today: 'Today',
  yesterday: 'Yesterday',
  lastNight: 'Last night',
}

/** "Saturday 21 November 2026" */
export function longDate(date: string, locale = 'en-GB'): string {
  // Put together by hand: some engines set a comma after the weekday and some do not.
  return `${dateIn(date, { weekday: 'long' }, locale)} ${plainDate(date, locale)}`
}

/** "21 November 2026" */
export function plainDate(date: string, locale = 'en-GB'): string {
  return dateIn(date, { day: 'numeric', month: 'long', year: 'numeric' }, locale)
}

/** A heading over a day: "Today", "Yesterday" or "Saturday 21 November 2026". `today` is the date where the reader is. */
export function daySaid(date: string, today: string, locale = 'en-GB'): string {
  const near = nearness(date, today)
  return near === 'other' ? longDate(date, locale) : dayWords[near]
}

/** "Last night, 23:40", for a reader in `zone` at `now` (milliseconds). */
export function whenSaid(time: ZonedTime, now: number, zone: string, locale = 'en-GB'): string {
  const when = whenIs(time, now, zone)
  const day = when.day === 'other' ? longDate(when.date, locale) : dayWords[when.day]
  const clock = `${day}, ${when.time}${changeSaid[when.which]}`
  return when.elsewhere ? `${clock} (${zoneSaid(when.elsewhere)} time)` : clock
}

/** "Saturday 21 November 2026, 23:40": the same for every reader on every day. */
export function exactly(time: ZonedTime, locale = 'en-GB'): string {
  return `${longDate(time.slice(0, 10), locale)}, ${clockSaid(time)}`
}

/** "23:40", or "01:30, before the clocks went back" where a night had two. */
export function clockSaid(time: ZonedTime): string {
  const there = readZoned(time)
  return there.time + changeSaid[whichOne(there)]
}

const changeSaid: Record<WhichOne, string> = {
  only: '',
  before: ', before the clocks went back',
  after: ', after the clocks went back',
}

/** "23:40 to 01:10 (next day)", "23:40, about 30 minutes", "23:40, still going on" or "23:40". */
export function fromTo(happened: ZonedTime, span: Span | undefined, locale = 'en-GB'): string {
  const start = clockSaid(happened)
  if (!span) return start
  if (span.is !== 'until') return `${start}, ${lastedSaid(span, locale)}`
  const [from, to] = [happened.slice(0, 10), span.ended.slice(0, 10)]
  const end = clockSaid(span.ended)
  if (from === to) return `${start} to ${end}`
  return `${start} to ${end} (${to === addDays(from, 1) ? 'next day' : longDate(to, locale)})`
}

/** "about 30 minutes" or "still going on". */
export function lastedSaid(span: Exclude<Span, { is: 'until' }>, locale = 'en-GB'): string {
  return span.is === 'ongoing' ? 'still going on' : `about ${lengthSaid(span.minutes, locale)}`
}

/** Minutes as "5 minutes", "2 hours" or "1 hour, 30 minutes". */
export function lengthSaid(minutes: number, locale = 'en-GB'): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return unitSaid(rest, 'minute', locale)
  const whole = unitSaid(hours, 'hour', locale)
  return rest === 0 ? whole : `${whole}, ${unitSaid(rest, 'minute', locale)}`
}

const unitFormats = new Map<string, Intl.NumberFormat>()

const unitSaid = (count: number, unit: 'hour' | 'minute', locale: string): string =>
  locale === 'en-GB' && count < 1000
    ? `${count} ${unit}${count === 1 ? '' : 's'}`
    : kept(
        unitFormats,
        locale + unit,
        () => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }),
      ).format(count)

/** "Europe/London" → "London", "America/Argentina/Buenos_Aires" → "Buenos Aires". */
export const zoneSaid = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')

const formats = new Map<string, Intl.DateTimeFormat>()

/** A date, `2026-11-21`, in the parts that are asked for. */
export const dateIn = (date: string, options: Intl.DateTimeFormatOptions, locale: string): string =>
  locale === 'en-GB'
    ? dateInEnglish(date, options)
    : kept(
        formats,
        locale + JSON.stringify(options),
        () => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }),
      ).format(Date.parse(`${date}T12:00Z`))

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** As Intl says it, whose first answer holds a start up for 15 to 60 ms (measured) and is not the same in every engine: Sep, Sept. */
function dateInEnglish(date: string, { weekday, day, month, year }: Intl.DateTimeFormatOptions): string {
  const at = new Date(`${date}T12:00Z`)
  const name = (list: string[], i: number, how: string) =>
    how === 'long' ? list[i] : list[i]?.slice(0, list[i] === 'September' ? 4 : 3)
  return [
    weekday && name(days, at.getUTCDay(), weekday),
    day && at.getUTCDate(),
    month && name(months, at.getUTCMonth(), month),
    year && date.slice(0, 4),
  ]
    .filter(Boolean)
    .join(' ')
}
