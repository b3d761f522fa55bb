/** The example diary: from what its made-up resident wrote, and the moment in which somebody looks, to entries. */
import { amendmentOf } from './amendment.ts'
import type { Incident } from './incident.ts'
import type { Profile } from './profile.ts'
import type { Change } from './record.ts'
import type { Report } from './report.ts'
import { addDays, readZoned, wallAt, whenWallShows, type ZonedTime } from './time.ts'

export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** Weeks before the one that today is in, the day, and what the clock showed (`22:15`): nothing of it is a date. */
export type ExampleTime = [week: number, day: (typeof weekdays)[number], time: string]

/** What was done to an entry so many hours after it was first written: written over, or withdrawn and why. */
export type ExampleLater<Content> =
  | { hours: number; content: Partial<Content> }
  | { hours: number; withdrawn: string }

export interface ExampleIncident {
  at: ExampleTime
  /** When it stopped; after midnight where that is earlier than it began. */
  until?: string
  content: Omit<Incident, 'happened'>
  later?: ExampleLater<Incident>
}

/** A report is about all incidents since the one before. */
export interface ExampleReport {
  at: ExampleTime
  content: Omit<Report, 'told' | 'incidents' | 'replies'>
  replies?: readonly { at: ExampleTime; words: string }[]
  later?: ExampleLater<Report>
}

export interface Example {
  profile: Profile
  incidents: readonly ExampleIncident[]
  reports: readonly ExampleReport[]
}

/** One thing written. */
export interface Step {
  id: string
  type: 'incident' | 'report'
  change: Change
  content?: Incident | Report
  why?: string
  /** Milliseconds since 1970. */
  written: number
}

const minute = 60_000
const hour = 60 * minute

/**
 * Everything that was written in the example, oldest first: three months up to `now` (milliseconds); what would come
 * later is left out. The same moment and zone give the same diary.
 */
export function exampleSteps({ incidents, reports }: Example, now: number, zone: string): Step[] {
  const when = calendarOf(now, zone)
  const steps: Step[] = []
  const begun: { id: string; at: number }[] = []
  for (const [i, { at, until, content, later }] of incidents.entries()) {
    const happened = when(at)
    const ended = until === undefined ? undefined : when(at, until)
    const id = idOf('1', i)
    begun.push({ id, at: readZoned(happened).at })
    const whole: Incident = { ...content, happened, ...(ended ? { span: { is: 'until', ended } } : {}) }
    // Mostly while it went on, or soon after it stopped.
    const written = readZoned(ended ?? happened).at + (2 + (i % 7)) * minute
    steps.push(...stepsOf(id, 'incident', whole, written, later))
  }
  let before = Number.NEGATIVE_INFINITY
  for (const [i, { at, content, replies = [], later }] of reports.entries()) {
    const told = when(at)
    const toldAt = readZoned(told).at
    const about = begun.filter(one => one.at > before && one.at < toldAt).map(one => one.id)
    before = toldAt
    const whole: Report = { ...content, told, ...(about.length > 0 ? { incidents: about } : {}) }
    const id = idOf('2', i)
    steps.push(...stepsOf(id, 'report', whole, toldAt + 5 * minute, later))
    const came: NonNullable<Report['replies']> = []
    for (const reply of replies) {
      came.push({ came: when(reply.at), words: reply.words })
      const replied = { ...whole, replies: [...came] }
      steps.push({
        id,
        type: 'report',
        change: 'added',
        content: replied,
        written: readZoned(when(reply.at)).at + hour,
      })
    }
  }
  return steps.filter(({ written }) => written < now).sort((a, b) => a.written - b.written)
}

/** What was written at first, and what was done to it. */
function stepsOf<Content extends Incident | Report>(
  id: string,
  type: Step['type'],
  content: Content,
  written: number,
  later: ExampleLater<Content> | undefined,
): Step[] {
  const first: Step = { id, type, change: 'first', content, written }
  if (!later) return [first]
  const after = written + later.hours * hour
  if ('withdrawn' in later)
    return [first, { id, type, change: 'withdrawn', why: later.withdrawn, written: after }]
  const amended = { ...content, ...later.content }
  const change = amendmentOf(content, amended)
  return change === 'same' ? [first] : [first, { id, type, change, content: amended, written: after }]
}

/** Turns a time of the example into one of the calendar; with `until`, into the first such time after it. */
function calendarOf(now: number, zone: string): (at: ExampleTime, until?: string) => ZonedTime {
  const today = wallAt(now, zone).date
  const monday = addDays(today, -((new Date(`${today}T00:00Z`).getUTCDay() + 6) % 7))
  return ([week, day, began], until) => {
    const date = addDays(monday, weekdays.indexOf(day) - 7 * week)
    const wall = {
      date: until !== undefined && until < began ? addDays(date, 1) : date,
      time: until ?? began,
    }
    // A clock change may skip it: whoever looked at a clock then saw an hour more.
    const later = {
      ...wall,
      time: `${String(Number(wall.time.slice(0, 2)) + 1).padStart(2, '0')}${wall.time.slice(2)}`,
    }
    const [found] = [...whenWallShows(wall, zone), ...whenWallShows(later, zone)]
    if (!found) throw new Error('no clock skips two hours')
    return found
  }
}

const idOf = (type: string, n: number) => `e0000000-0000-4000-8000-${type}${String(n).padStart(11, '0')}`
