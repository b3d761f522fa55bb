/**
 * The ASB Case Review (once "Community Trigger"): Anti-social Behaviour, Crime and Policing Act 2014, section 104.
 * The usual threshold is three complaints in six months, each made within a month of what it was about. Places may set
 * their own, and the law may have changed since: whatever this finds is a "may".
 */
import { kept } from './kept.ts'
import type { Entry } from './record.ts'
import type { Recipient } from './report.ts'
import { addMonths, readZoned } from './time.ts'

/** The bodies whose reports count: Crimestoppers is told without a name, and "somebody else" is no body of the Act. */
const bodies: readonly Recipient[] = ['police', 'landlord', 'council']
const threshold = 3

/** What was told to one body on one day: it counts once, however often it was told. */
export interface Complaint {
  to: Recipient
  /** `2026-07-12`, as the calendar stood where it was told. */
  date: string
  /** One or more, in the order they were told. */
  reports: readonly Entry<'report'>[]
}

export interface CaseReview {
  /** All that count, oldest first. */
  complaints: readonly Complaint[]
  /** The date on which the third-latest of them is six months old: whoever asks before it is in time. */
  before: string
}

/**
 * Whether a review may be asked for on `today` (a date): `undefined` where fewer than three reports count. A report
 * that names its incidents is judged by those, any other by all; withdrawn reports and incidents count for nothing.
 * `incidents` need to reach back seven months.
 */
export function caseReview(
  reports: readonly Entry<'report'>[],
  incidents: readonly Entry<'incident'>[],
  today: string,
): CaseReview | undefined {
  // By its first signs, before its time is read: somebody may have told hundreds of times.
  const lately = addMonths(today, -8)
  const told = reports
    .filter(({ withdrawn, content }) => !withdrawn && bodies.includes(content.to))
    .filter(({ content }) => content.told.slice(0, 10) >= lately)
    .map(report => ({ report, ...readZoned(report.content.told) }))
    .filter(({ date }) => date <= today && addMonths(date, 6) >= today)
    .sort((a, b) => a.at - b.at)
  const dayOf = (one: (typeof told)[number]) => `${one.date} ${one.report.content.to}`
  // For most diaries that is all there is to ask: incidents by the hundred need not be looked at.
  if (new Set(told.map(dayOf)).size < threshold) return undefined
  const isAboutOne = judgeOf(incidents)
  const complaints = new Map<string, Complaint & { reports: Entry<'report'>[] }>()
  for (const one of told) {
    const { report, date } = one
    if (!isAboutOne(one)) continue
    const same = complaints.get(dayOf(one))
    if (same) same.reports.push(report)
    else complaints.set(dayOf(one), { to: report.content.to, date, reports: [report] })
  }
  const found = [...complaints.values()].sort((a, b) => a.date.localeCompare(b.date))
  const oldestNeeded = found.at(-threshold)
  return oldestNeeded && { complaints: found, before: addMonths(oldestNeeded.date, 6) }
}

interface Told {
  report: Entry<'report'>
  date: string
  at: number
}

/** Whether what was told was told in time about anything that counts; each incident is read once, when it is asked about. */
function judgeOf(incidents: readonly Entry<'incident'>[]): (told: Told) => boolean {
  const byId = new Map(incidents.map(incident => [incident.id, incident]))
  const known = new Map<string, { at: number; tellBy: string }>()
  const behaviour = ({ id, content }: Entry<'incident'>) =>
    kept(known, id, () => {
      const { at, date } = readZoned(content.happened)
      return { at, tellBy: addMonths(date, 1) }
    })
  return ({ report, date, at: toldAt }) => {
    const { incidents: named = [] } = report.content
    const about = named.length > 0 ? named.flatMap(id => byId.get(id) ?? []) : incidents
    return about.some(incident => {
      if (!isNuisance(incident)) return false
      const { at, tellBy } = behaviour(incident)
      return at <= toldAt && date <= tellBy
    })
  }
}

/** Worry about somebody is no complaint about what they do. */
export const isNuisance = ({ withdrawn, content }: Entry<'incident'>): boolean =>
  !withdrawn && content.kinds.some(kind => kind !== 'worried')
