/**
 * Wall-clock time, as people write it, and the instants it stands for.
 *
 * "Happened" is kept as an RFC 9557 string with offset and zone, `2026-10-25T01:30:00+01:00[Europe/London]`:
 * the offset tells the two 01:30s of an October night apart, the zone says whose wall the clock hung on.
 * "Written" is kept as an ISO instant in UTC, `2026-10-25T00:31:07.120Z`.
 */

import { kept } from './kept.ts'

declare const zonedTime: unique symbol
/** An RFC 9557 string with offset and zone, minute precision, checked by {@link parseZoned}. */
export type ZonedTime = string & { readonly [zonedTime]: true }

declare const instantBrand: unique symbol
/** An ISO 8601 instant in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export type Instant = string & { readonly [instantBrand]: true }

/** What a clock on the wall shows: `date` is `2026-02-28`, `time` is `23:40`. */
export interface WallTime {
  date: string
  time: string
}

export interface Zoned extends WallTime {
  /** `+01:00` */
  offset: string
  /** IANA name, `Europe/London` */
  zone: string
  /** Milliseconds since 1970 in UTC. */
  at: number
}

const pattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):00([+-])(\d{2}):(\d{2})\[([A-Za-z0-9_+\-/]+)\]$/

/**
 * Reads an RFC 9557 string. Returns `undefined` for anything that is not one: a wrong shape, a day that no
 * calendar has, an unknown zone. The offset is taken at its word: zone rules change, what was written does not.
 */
export function parseZoned(text: string): Zoned | undefined {
  const found = pattern.exec(text)
  if (!found) return undefined
  const [, date = '', time = '', sign, hours, minutes, zone = ''] = found
  const wall = wallAsUtc({ date, time })
  if (wall === undefined || !isZone(zone) || Number(hours) > 18 || Number(minutes) > 59) return undefined
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  return { date, time, zone, offset: `${sign}${hours}:${minutes}`, at: wall - offset * 60_000 }
}

/** As {@link parseZoned}, for strings already known to be good; throws on any other, which is a fault of ours. */
export function readZoned(text: ZonedTime): Zoned {
  const zoned = parseZoned(text)
  if (!zoned) throw new Error('a stored time is not RFC 9557')
  return zoned
}

/**
 * Every instant at which a wall clock in `zone` shows this time, earliest first: two for a time that a clock
 * change repeats, none for one that it skips or for a date that does not exist.
 */
export function whenWallShows(wall: WallTime, zone: string): ZonedTime[] {
  const asUtc = wallAsUtc(wall)
  if (asUtc === undefined) return []
  // Offsets a day either side cover every change near this time: no zone changes twice within a day.
  const offsets = new Set([-1, 1].map(days => offsetMinutes(asUtc + days * 86_400_000, zone)))
  return [...offsets]
    .filter(offset => offsetMinutes(asUtc - offset * 60_000, zone) === offset)
    .sort((a, b) => b - a)
    .map(offset => `${wall.date}T${wall.time}:00${offsetText(offset)}[${zone}]` as ZonedTime)
}

/** The wall clock in `zone` at an instant (milliseconds), to the minute. */
export function wallAt(at: number, zone: string): WallTime {
  const shown = new Date(at + offsetMinutes(at, zone) * 60_000).toISOString()
  return { date: shown.slice(0, 10), time: shown.slice(11, 16) }
}

/** The minute that holds an instant (milliseconds), as it is kept. */
export function zonedAt(at: number, zone: string): ZonedTime {
  const { date, time } = wallAt(at, zone)
  return `${date}T${time}:00${offsetText(offsetMinutes(at, zone))}[${zone}]` as ZonedTime
}

/** Milliseconds as the instant that is kept. */
export function instantAt(at: number): Instant {
  return new Date(at).toISOString() as Instant
}

/** The day after (or before) a date, `2026-02-28` → `2026-03-01`; calendar days, so that no clock change is in the way. */
export function addDays(date: string, days: number): string {
  const at = wallAsUtc({ date, time: '00:00' })
  if (at === undefined) throw new Error('not a date')
  return new Date(at + days * 86_400_000).toISOString().slice(0, 10)
}

/** The same day some calendar months later (or before), the month's last where it has no such day: 31 January → 28 February. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return addDays(first.toISOString().slice(0, 10), Math.min(day, last) - 1)
}

/** Whole calendar days from one date to another; negative where `to` is the earlier. */
export function daysBetween(from: string, to: string): number {
  const [a, b] = [from, to].map(date => wallAsUtc({ date, time: '00:00' }))
  if (a === undefined || b === undefined) throw new Error('not a date')
  return Math.round((b - a) / 86_400_000)
}

/** A wall time read as if it were UTC, in milliseconds; `undefined` where no such date or time exists. */
function wallAsUtc({ date, time }: WallTime): number | undefined {
  if (!dateShape.test(date) || !timeShape.test(time)) return undefined
  const [month, dayOfMonth] = [Number(date.slice(5, 7)) - 1, Number(date.slice(8))]
  const [hours, minutes] = [Number(time.slice(0, 2)), Number(time.slice(3))]
  // By numbers, which takes a third of what reading a text does. Four centuries on, since of the years before 100
  // Date.UTC makes others; days and months are the same there.
  const later = Date.UTC(Number(date.slice(0, 4)) + 400, month, dayOfMonth, hours, minutes)
  // 30 February rolls over: only a date that reads back is one.
  const back = new Date(later)
  if (back.getUTCMonth() !== month || back.getUTCDate() !== dayOfMonth || hours > 23 || minutes > 59)
    return undefined
  return later - fourCenturies
}

const dateShape = /^\d{4}-\d{2}-\d{2}$/
const timeShape = /^\d{2}:\d{2}$/
const day = 86_400_000
/** The calendar repeats after so many days. */
const fourCenturies = 146_097 * day
const offsets = new Map<string, number>()

/**
 * Asking `Intl` is the dearest thing a long list does. No zone changes twice within a day: where both ends of a UTC
 * day have the same offset, so has all of it.
 */
function offsetMinutes(at: number, zone: string): number {
  const start = Math.floor(at / day) * day
  const offset = (end: number) => kept(offsets, zone + end, () => askedOffset(end, zone))
  const first = offset(start)
  return first === offset(start + day) ? first : askedOffset(at, zone)
}

function askedOffset(at: number, zone: string): number {
  if (native) return Math.round(nativeOffset(native, at, zone) / 60e9)
  const shows = formatter(zone)
    .formatToParts(at)
    .map(({ type, value }) => [type, Number(value)])
  const part = Object.fromEntries(shows) as Record<Intl.DateTimeFormatPartTypes, number>
  const shown = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second)
  return Math.round((shown - Math.floor(at / 1000) * 1000) / 60_000)
}

/** As much of the Temporal API as we ask, where the browser has it: Intl's first answer takes 15 to 60 ms of a start (measured). */
interface Native {
  Instant: {
    fromEpochMilliseconds(at: number): { toZonedDateTimeISO(zone: string): { offsetNanoseconds: number } }
  }
}
const native = (globalThis as { Temporal?: Native }).Temporal

const nativeOffset = ({ Instant }: Native, at: number, zone: string): number =>
  Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(zone).offsetNanoseconds

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

const zones = new Set<string>()

function isZone(zone: string): boolean {
  if (zones.has(zone)) return true
  // Temporal takes an offset or a whole date for a zone too; the names of zones begin with a letter.
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    if (native) nativeOffset(native, 0, zone)
    else formatter(zone)
  } catch {
    return false // RangeError is how both say that they know no such zone.
  }
  zones.add(zone)
  return true
}

const formatters = new Map<string, Intl.DateTimeFormat>()

const formatter = (zone: string): Intl.DateTimeFormat =>
  kept(
    formatters,
    zone,
    () =>
      new Intl.DateTimeFormat('en-GB', {
        timeZone: zone,
        calendar: 'iso8601',
        numberingSystem: 'latn',
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
      }),
  )
