/** Dates as sheets and patterns say them; home does without. */
import { dateIn, plainDate } from './days.ts'

/** "17 to 23 November 2026", "26 October to 23 November 2026"; one day is only said once. */
export function rangeSaid(from: string, to: string, locale = 'en-GB'): string {
  if (from === to) return plainDate(to, locale)
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  const start = sameMonth
    ? dateIn(from, { day: 'numeric' }, locale)
    : sameYear
      ? dateIn(from, { day: 'numeric', month: 'long' }, locale)
      : plainDate(from, locale)
  return `${start} to ${plainDate(to, locale)}`
}

/** "Sat 21 Nov", for rows where the year is said elsewhere. */
export function shortDate(date: string, locale = 'en-GB'): string {
  return `${dateIn(date, { weekday: 'short' }, locale)} ${dateIn(date, { day: 'numeric', month: 'short' }, locale)}`
}
