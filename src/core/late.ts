/** How long after it happened something was written. */
import { daysBetween, type Instant, readZoned, wallAt, type ZonedTime } from './time.ts'

const dayLong = 86_400_000

/** By how many dates later, on the calendar where it happened; 0 within 24 hours. */
export function daysLate(happened: ZonedTime, written: Instant): number {
  const { at, date, zone } = readZoned(happened)
  const then = Date.parse(written)
  return then - at > dayLong ? daysBetween(date, wallAt(then, zone).date) : 0
}
