/** Which day an entry belongs to, and how near it is to the day of the person who reads. */
import type { Span } from './incident.ts'
import { addDays, readZoned, wallAt, whenWallShows, type Zoned, type ZonedTime, zonedAt } from './time.ts'

export interface Day<E> {
  /** `2026-11-21`, as the calendar stood where it happened. */
  date: string
  entries: E[]
}

/** Entries under the date on which they happened, latest day first; within a day they keep the order they came in. */
export function byDay<E>(entries: readonly E[], timeOf: (entry: E) => ZonedTime): Day<E>[] {
  const days = new Map<string, Day<E>>()
  for (const entry of entries) {
    const date = timeOf(entry).slice(0, 10)
    const day = days.get(date)
    if (day) day.entries.push(entry)
    else days.set(date, { date, entries: [entry] })
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? 1 : -1))
}

export type Nearness = 'today' | 'yesterday' | 'other'

/** How near a date is to `today`, the date where the reader is. */
export function nearness(date: string, today: string): Nearness {
  if (date === today) return 'today'
  return date === addDays(today, -1) ? 'yesterday' : 'other'
}

/** From this hour on, yesterday is called last night. */
const eveningFrom = '20:00'

export interface When {
  day: Nearness | 'lastNight'
  date: string
  time: string
  which: WhichOne
  /** The IANA zone it happened in, where its clock showed another time than the reader's did. */
  elsewhere?: string
}

/**
 * How a reader in `zone` at `now` (milliseconds) would name the time. Near days are named only where the clock it
 * happened by agrees with the reader's: after a journey "today" could be either of two days.
 */
export function whenIs(time: ZonedTime, now: number, zone: string): When {
  const there = readZoned(time)
  const when: When = { day: 'other', date: there.date, time: there.time, which: whichOne(there) }
  if (readZoned(zonedAt(there.at, zone)).offset !== there.offset) return { ...when, elsewhere: there.zone }
  const near = nearness(there.date, wallAt(now, zone).date)
  return { ...when, day: near === 'yesterday' && there.time >= eveningFrom ? 'lastNight' : near }
}

/** Of a wall time that a clock change showed twice: before the change or after it. */
export type WhichOne = 'only' | 'before' | 'after'

export function whichOne({ date, time, zone, at }: Zoned): WhichOne {
  const both = whenWallShows({ date, time }, zone).map(one => readZoned(one).at)
  if (both.length < 2) return 'only'
  return at === both[0] ? 'before' : 'after'
}

/** How long it lasted in minutes by the real clock, whatever the wall clock did; `undefined` where nobody said or nobody knows yet. */
export function minutesLasted(happened: ZonedTime, span: Span | undefined): number | undefined {
  if (span?.is === 'about') return span.minutes
  if (span?.is === 'until') return (readZoned(span.ended).at - readZoned(happened).at) / 60_000
  return undefined
}
