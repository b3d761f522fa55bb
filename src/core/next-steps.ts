/** What a person could do next, found from the diary: one calm thing at a time, each with its reason. */
import * as v from 'valibot'
import { type CaseReview, caseReview, isNuisance } from './case-review.ts'
import { missingDetails } from './details.ts'
import type { Kind } from './incident.ts'
import type { Profile } from './profile.ts'
import type { Entry } from './record.ts'
import { numbersOf, type Recipient, type Reference } from './report.ts'
import { instant } from './shapes.ts'
import { daysBetween, type Instant, instantAt, readZoned, wallAt, type ZonedTime } from './time.ts'

/** What the steps are found from; the store need not open older entries for it. */
export interface Facts {
  /** Those that happened in the last seven months at least, in any order, the withdrawn too. */
  incidents: readonly Entry<'incident'>[]
  /** All of them, or the newest few hundred, in any order, the withdrawn too. */
  reports: readonly Entry<'report'>[]
  /** When a sheet for the landlord was last made. */
  lastSheet?: Instant | undefined
  lastBackup?: Instant | undefined
  /** How many entries were written or changed since the last backup, or ever. */
  notBackedUp: number
  /** Whether a passcode is set. */
  locked?: boolean
  sourceLandlord?: Profile['sourceLandlord']
}

/** In the order in which they are offered. */
export const stepKinds = [
  'ownHome',
  'caseReview',
  'backup',
  'lock',
  'details',
  'waitingNumber',
  'passNumber',
  'tellPolice',
  'makeSheet',
] as const
export type StepKind = (typeof stepKinds)[number]

export type Step =
  /** It is thought to come from the writer's own home: other help first, and no nudge to report or share. */
  | { is: 'ownHome' }
  | { is: 'caseReview'; review: CaseReview }
  | { is: 'backup'; entries: number; days?: number }
  | { is: 'lock' }
  | { is: 'details'; incidents: readonly Entry<'incident'>[] }
  | { is: 'waitingNumber'; report: Entry<'report'> }
  | { is: 'passNumber'; report: Entry<'report'>; numbers: readonly Reference[] }
  | { is: 'tellPolice'; incidents: number; lastTold?: ZonedTime }
  | { is: 'makeSheet'; incidents: number; days?: number }

/** When each was last waved away; kept among the settings. */
export const Dismissed = v.record(v.picklist(stepKinds), instant)
export type Dismissed = v.InferOutput<typeof Dismissed>

/** For how many days a step that was waved away stays away. */
const rests: Record<StepKind, number> = {
  ownHome: Number.POSITIVE_INFINITY,
  caseReview: 28,
  backup: 7,
  lock: Number.POSITIVE_INFINITY,
  details: 3,
  waitingNumber: 7,
  passNumber: 14,
  tellPolice: 28,
  makeSheet: 7,
}
const day = 86_400_000
const hour = 3_600_000

/** Steps that send something out of the home: never offered where it is thought to come from that home. */
const outward: readonly StepKind[] = ['caseReview', 'waitingNumber', 'passNumber', 'tellPolice', 'makeSheet']

/**
 * Every step that applies, the first to be offered first; each is looked for when it is asked for. `now` in
 * milliseconds, `zone` where the reader is.
 */
export function* nextSteps(
  facts: Facts,
  now: number,
  zone: string,
  dismissed: Dismissed = {},
): Generator<Step, void> {
  const today = wallAt(now, zone).date
  const ownHome = facts.sourceLandlord === 'myOwnHome'
  const incidents = facts.incidents.filter(isNuisance)
  const reports = facts.reports.filter(report => !report.withdrawn)
  const find: Record<StepKind, () => Step | undefined> = {
    ownHome: () => (ownHome ? { is: 'ownHome' } : undefined),
    caseReview: () => reviewStep(reports, incidents, today),
    backup: () => backupStep(facts, now),
    lock: () => lockStep(facts),
    details: () => detailsStep(facts.incidents, now),
    waitingNumber: () => waitingStep(reports, now),
    passNumber: () => passStep(reports, facts.lastSheet),
    tellPolice: () => policeStep(incidents, reports, now),
    makeSheet: () => sheetStep(incidents, facts.lastSheet, now),
  }
  const applies = (is: StepKind) => {
    if (ownHome && outward.includes(is)) return false
    const at = dismissed[is]
    return at === undefined || now >= Date.parse(at) + rests[is] * day
  }
  for (const is of stepKinds.filter(applies)) {
    const step = find[is]()
    if (step) yield step
  }
}

function reviewStep(
  reports: Entry<'report'>[],
  incidents: Entry<'incident'>[],
  today: string,
): Step | undefined {
  const review = caseReview(reports, incidents, today)
  return review && { is: 'caseReview', review }
}

/** After five entries or seven days; the very first backup a little sooner, because until then nothing is safe. */
function backupStep({ notBackedUp, lastBackup, incidents, reports }: Facts, now: number): Step | undefined {
  if (notBackedUp === 0) return undefined
  if (lastBackup !== undefined) {
    const days = Math.floor((now - Date.parse(lastBackup)) / day)
    return notBackedUp >= 5 || days >= 7 ? { is: 'backup', entries: notBackedUp, days } : undefined
  }
  const isOld = ({ firstWritten }: Entry) => now - Date.parse(firstWritten) >= 7 * day
  const due = notBackedUp >= 3 || incidents.some(isOld) || reports.some(isOld)
  return due ? { is: 'backup', entries: notBackedUp } : undefined
}

/** Once somebody knows what they keep here: not before, never twice. */
const lockStep = ({ locked, incidents }: Facts): Step | undefined =>
  locked === false && incidents.length >= 3 ? { is: 'lock' } : undefined

/** Not in the night they were logged, but while they are fresh: courts ask for the same day or soon after. */
function detailsStep(all: readonly Entry<'incident'>[], now: number): Step | undefined {
  // By the date on its wall, which in no zone is more than a day away: most are older, and asked no more.
  const lately = instantAt(now - 15 * day).slice(0, 10)
  const incidents = all
    .filter(({ withdrawn, content }) => !withdrawn && content.happened.slice(0, 10) >= lately)
    .filter(({ firstWritten, content }) => {
      const age = now - readZoned(content.happened).at
      return age <= 14 * day && now - Date.parse(firstWritten) >= 6 * hour
    })
    .filter(entry => missingDetails(entry).length > 0)
    .sort((a, b) => readZoned(b.content.happened).at - readZoned(a.content.happened).at)
  return incidents.length > 0 ? { is: 'details', incidents } : undefined
}

/** Police online reports promise a number within 48 hours (Cambridgeshire). The one that waits longest comes first. */
function waitingStep(reports: Entry<'report'>[], now: number): Step | undefined {
  const report = reports
    .filter(({ content }) => content.reference?.is === 'waiting')
    .filter(({ content }) => now - readZoned(content.told).at >= 2 * day)
    .sort((a, b) => readZoned(a.content.told).at - readZoned(b.content.told).at)[0]
  return report && { is: 'waitingNumber', report }
}

/** A landlord asks for the police number: given, and neither told to the landlord since nor on a sheet made since. */
function passStep(reports: Entry<'report'>[], lastSheet: Instant | undefined): Step | undefined {
  const report = latest(
    reports.filter(({ content }) => content.to === 'police' && numbersOf(content).length > 0),
  )
  if (!report) return undefined
  const told = readZoned(report.content.told).at
  // A number that came later was written later than the report was told.
  const known = report.revisions > 1 ? Math.max(told, Date.parse(report.lastWritten)) : told
  const landlord = latest(to(reports, 'landlord'))
  if (landlord && readZoned(landlord.content.told).at >= known) return undefined
  if (lastSheet && Date.parse(lastSheet) >= known) return undefined
  return { is: 'passNumber', report, numbers: numbersOf(report.content) }
}

/** What the landlord's page asks to tell the police always. */
const drugs: readonly Kind[] = ['cannabis', 'dealing', 'drugUse', 'growing']

/** Never told: from the first incident on. Told before: after a fortnight with three new ones. */
function policeStep(
  incidents: Entry<'incident'>[],
  reports: Entry<'report'>[],
  now: number,
): Step | undefined {
  const last = latest(to(reports, 'police'))
  const since = last ? readZoned(last.content.told).at : Number.NEGATIVE_INFINITY
  const count = incidents
    .filter(({ content }) => content.kinds.some(kind => drugs.includes(kind)))
    .filter(({ content }) => !last || readZoned(content.happened).at > since).length
  if (!last) return count > 0 ? { is: 'tellPolice', incidents: count } : undefined
  const due = count >= 3 && now - since >= 14 * day
  return due ? { is: 'tellPolice', incidents: count, lastTold: last.content.told } : undefined
}

/** Landlords ask for sheets every one to four weeks and close silent cases: a fortnight is the middle of it. */
function sheetStep(
  incidents: Entry<'incident'>[],
  lastSheet: Instant | undefined,
  now: number,
): Step | undefined {
  if (lastSheet === undefined) {
    const isOld = ({ content }: Entry<'incident'>) => now - readZoned(content.happened).at >= 14 * day
    const due = incidents.length >= 3 && incidents.some(isOld)
    return due ? { is: 'makeSheet', incidents: incidents.length } : undefined
  }
  const count = incidents.filter(({ firstWritten }) => firstWritten > lastSheet).length
  const days = daysBetween(lastSheet.slice(0, 10), instantAt(now).slice(0, 10))
  return count > 0 && days >= 14 ? { is: 'makeSheet', incidents: count, days } : undefined
}

/**
 * "All since my last report": incidents after the last report to the same body, and not after `told`, oldest first.
 * Without an earlier report that is all of them. `reports` are the others: one that is being changed is not its own
 * predecessor. Worry about somebody is never put in unasked.
 */
export function sinceLastReport(
  incidents: readonly Entry<'incident'>[],
  reports: readonly Entry<'report'>[],
  recipient: Recipient,
  told: ZonedTime,
): Entry<'incident'>[] {
  const until = readZoned(told).at
  const earlier = to(reports, recipient)
    .map(({ content }) => readZoned(content.told).at)
    .filter(at => at <= until)
  const after = Math.max(Number.NEGATIVE_INFINITY, ...earlier)
  return incidents
    .filter(isNuisance)
    .map(entry => ({ entry, at: readZoned(entry.content.happened).at }))
    .filter(({ at }) => at > after && at <= until)
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry)
}

const to = (reports: readonly Entry<'report'>[], recipient: Recipient) =>
  reports.filter(({ withdrawn, content }) => !withdrawn && content.to === recipient)

function latest(reports: readonly Entry<'report'>[]): Entry<'report'> | undefined {
  let found: { report: Entry<'report'>; at: number } | undefined
  for (const report of reports) {
    const { at } = readZoned(report.content.told)
    if (!found || at > found.at) found = { report, at }
  }
  return found?.report
}
