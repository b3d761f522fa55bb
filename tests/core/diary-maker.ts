/** Entries for tests, as the store would hand them out. */
import type { Incident } from '../../src/core/incident.ts'
import type { Entry } from '../../src/core/record.ts'
import type { Report } from '../../src/core/report.ts'
import { type Instant, instantAt, readZoned, type ZonedTime } from '../../src/core/time.ts'

let made = 0

function wrap<T extends 'incident' | 'report'>(
  type: T,
  content: Entry<T>['content'],
  time: ZonedTime,
): Entry<T> {
  made++
  const written: Instant = instantAt(readZoned(time).at + 60_000)
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`
  const code = String(made).padStart(8, '0')
  return { id, type, number: made, content, firstWritten: written, lastWritten: written, revisions: 1, code }
}

/** `2026-11-21 23:40` in winter London, or a whole RFC 9557 string. */
export const when = (text: string): ZonedTime =>
  (text.includes('[') ? text : `${text.replace(' ', 'T')}:00+00:00[Europe/London]`) as ZonedTime

export function incident(happened: string, rest: Partial<Incident> = {}): Entry<'incident'> {
  const time = when(happened)
  return wrap('incident', { kinds: ['cannabis'], happened: time, ...rest }, time)
}

export function report(told: string, rest: Partial<Report> = {}): Entry<'report'> {
  const time = when(told)
  return wrap('report', { to: 'police', told: time, ...rest }, time)
}

export function withdrawn<E extends Entry>(entry: E): E {
  return { ...entry, withdrawn: { at: entry.lastWritten, why: 'I was wrong about the day' } }
}
