/**
 * The ASB Case Review (once "Community Trigger"): Anti-social Behaviour, Crime and Policing Act 2014, section 104.
 * The usual threshold is three complaints in six months, each made within a month of what it was about. Places may set
 * their own, and the law may have changed since: whatever this finds is a "may".
 */
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
  const behaviours = behavioursIn(incidents, addMonths(today, -8))
  const complaints = new Map<string, Complaint & { reports: Entry<'report'>[] }>()
  for (const report of [...reports].sort((a, b) => toldAt(a) - toldAt(b))) {
    const { to, told } = report.content
    const date = told.slice(0, 10)
    if (report.withdrawn || !bodies.includes(to)) continue
    if (date > today || addMonths(date, 6) < today) continue
    if (!isAboutOne(report, behaviours)) continue
    const same = complaints.get(`${date} ${to}`)
    if (same) same.reports.push(report)
    else complaints.set(`${date} ${to}`, { to, date, reports: [report] })
  }
  const found = [...complaints.values()].sort((a, b) => a.date.localeCompare(b.date))
  const oldestNeeded = found.at(-threshold)
  return oldestNeeded && { complaints: found, before: addMonths(oldestNeeded.date, 6) }
}

interface Behaviour {
  id: string
  at: number
  /** The last date on which telling somebody about it counts. */
  tellBy: string
}

function behavioursIn(incidents: readonly Entry<'incident'>[], from: string): Behaviour[] {
  return incidents
    .filter(({ withdrawn, content }) => !withdrawn && content.happened.slice(0, 10) >= from)
    .filter(({ content }) => content.kinds.some(kind => kind !== 'worried'))
    .map(({ id, content: { happened } }) => ({
      id,
      at: readZoned(happened).at,
      tellBy: addMonths(happened.slice(0, 10), 1),
    }))
}

function isAboutOne({ content }: Entry<'report'>, behaviours: readonly Behaviour[]): boolean {
  const { told, incidents = [] } = content
  const [toldOn, toldAt] = [told.slice(0, 10), readZoned(told).at]
  const named = incidents.length > 0 ? new Set<string>(incidents) : undefined
  return behaviours.some(
    ({ id, at, tellBy }) => (!named || named.has(id)) && at <= toldAt && toldOn <= tellBy,
  )
}

const toldAt = (report: Entry<'report'>) => readZoned(report.content.told).at
