/** Which entries a sheet shows, and how each stands to the last one. */
import type { Incident } from '../incident.ts'
import { type Entry, shownNumber } from '../record.ts'
import { numbersOf, type Reference, type Report } from '../report.ts'
import { readZoned, type ZonedTime } from '../time.ts'
import type { Choices, LastSheet } from './choices.ts'
import type { SheetRequest } from './request.ts'

export type Standing = 'new' | 'amended' | 'same'

export interface Chosen {
  /** Oldest first, by when they happened; withdrawn ones too, as stubs. */
  incidents: readonly Entry<'incident'>[]
  /** Oldest first, by when somebody was told. */
  reports: readonly Entry<'report'>[]
  /** What figures are counted from: all that stand; on a sheet of what is new, only those that are. */
  counted: readonly Entry<'incident'>[]
  /** Days between which those began; none where there are none. */
  days: { from: string; to: string } | undefined
  /** From this day on every incident there is stands here: only of such days a figure may say how many they had. */
  wholeFrom: string | undefined
  standing(entry: Entry): Standing
  /** Set where the sheet is what is new since the last one. */
  since: LastSheet | undefined
  /** The number of a shown incident, by its id. */
  numberOf(id: string): string | undefined
  /** What the police gave for it; numbers of others stand with their report. */
  referencesOf(incident: Entry<'incident'>): readonly GivenReference[]
}

/** A reference, and where it was written. */
export interface GivenReference extends Reference {
  report: Entry<'report'>
  field: string
}

export const referencesIn = (report: Entry<'report'>): GivenReference[] =>
  numbersOf(report.content).map((one, i) => ({ ...one, report, field: `reference.numbers.${i}.number` }))

/** What the police gave, for reports that stand. */
export const policeReferencesIn = (reports: readonly Entry<'report'>[]): GivenReference[] =>
  reports.filter(({ content, withdrawn }) => content.to === 'police' && !withdrawn).flatMap(referencesIn)

export function choose(request: SheetRequest): Chosen {
  const { choices, lastSheet } = request
  const standing = (entry: Entry): Standing => {
    const before = lastSheet?.revisions[entry.id]
    if (before === undefined) return 'new'
    return entry.revisions > before ? 'amended' : 'same'
  }
  const since = choices.period.is === 'sinceLast' ? lastSheet : undefined
  const inPeriod = (entry: Entry, day: string): boolean => {
    if (choices.period.is === 'between') return day >= choices.period.from && day <= choices.period.to
    return since === undefined || standing(entry) !== 'same'
  }
  const incidents = inOrder(
    request.incidents.filter(entry => inPeriod(entry, dayOf(entry)) && wanted(entry.content, choices)),
    ({ content }) => content.happened,
  )
  const numbers = new Map(incidents.map(entry => [entry.id, shownNumber(entry)]))
  const shown = new Set(numbers.keys())
  const worries = new Set(
    request.incidents.filter(({ content }) => isWorryLeftOut(content, choices)).map(({ id }) => id),
  )
  const reports = inOrder(
    request.reports.filter(({ content }) => reportWanted(content, shown, worries, choices)),
    ({ content }) => content.told,
  )
  const byIncident = new Map<string, GivenReference[]>()
  for (const one of policeReferencesIn(reports)) {
    for (const id of one.report.content.incidents ?? [])
      byIncident.set(id, [...(byIncident.get(id) ?? []), one])
  }
  const counted = incidents.filter(
    entry => !entry.withdrawn && (since === undefined || standing(entry) === 'new'),
  )
  const dates = counted.map(dayOf).sort()
  const [from, to] = [dates[0], dates.at(-1)]
  return {
    incidents,
    reports,
    counted,
    days: from === undefined || to === undefined ? undefined : { from, to },
    wholeFrom: since ? undefined : wholeFrom(choices, request.firstDay ?? from),
    standing,
    since,
    numberOf: id => numbers.get(id),
    referencesOf: ({ id }) => byIncident.get(id) ?? [],
  }
}

/** The later of the diary's first day and the period's; a choice of kinds or of one source leaves no day whole. */
function wholeFrom(choices: Choices, began: string | undefined): string | undefined {
  if (choices.kinds || isOfOneSource(choices)) return undefined
  const { period } = choices
  return period.is === 'between' && began !== undefined && period.from > began ? period.from : began
}

/** Oldest first; what happened in the same minute stays in the order of its numbers. */
function inOrder<E extends Entry>(entries: readonly E[], timeOf: (entry: E) => ZonedTime): E[] {
  return entries
    .map(entry => ({ entry, at: readZoned(timeOf(entry)).at }))
    .sort((a, b) => a.at - b.at || a.entry.number - b.entry.number)
    .map(({ entry }) => entry)
}

/** Who was told is part of every sheet; but what was said of other incidents than those chosen is not. */
function reportWanted(
  report: Report,
  shown: ReadonlySet<string>,
  worries: ReadonlySet<string>,
  choices: Choices,
): boolean {
  if (report.to === 'crimestoppers' && !choices.crimestoppers) return false
  const about = report.incidents ?? []
  if (about.some(id => shown.has(id))) return true
  // What was said of somebody who may be a victim stays out with the entry about them.
  if (about.length > 0 && about.every(id => worries.has(id))) return false
  if (choices.kinds || isOfOneSource(choices)) return about.length === 0
  const day = report.told.slice(0, 10)
  return choices.period.is !== 'between' || (day >= choices.period.from && day <= choices.period.to)
}

const isWorryLeftOut = ({ kinds }: Incident, choices: Choices): boolean =>
  choices.for === 'landlord' && kinds.includes('worried') && !choices.worried

function wanted(incident: Incident, choices: Choices): boolean {
  if (isWorryLeftOut(incident, choices)) return false
  if (choices.kinds && !incident.kinds.some(kind => choices.kinds?.includes(kind))) return false
  // A document is made again from the very entries that stood on it, whether or not they still say where from.
  return choices.source === undefined || saysSource(incident, choices.source)
}

const saysSource = ({ source }: Incident, words: string): boolean =>
  source?.is === 'thought' && source.words === words

/** Whether one source was chosen. */
export const isOfOneSource = ({ source, oneSource = false }: Choices): boolean =>
  source !== undefined || oneSource

/** The one source chosen, in words; `undefined` where no incident on a document made again says them any more. */
export function sourceChosen({ choices, incidents }: SheetRequest): string | undefined {
  if (choices.source !== undefined) return choices.source
  for (const { source } of incidents.map(({ content }) => content))
    if (source?.is === 'thought') return source.words
  return undefined
}

/** The choices as they are kept with the share of a document. */
export const choicesToKeep = ({ source, ...others }: Choices): Choices =>
  source === undefined ? others : { ...others, oneSource: true }

const dayOf = ({ content }: Entry<'incident'>) => content.happened.slice(0, 10)

/** The day of the first incident there is, sent before or not, of the kinds and the source chosen. */
export const firstDay = (incidents: readonly Entry<'incident'>[], choices: Choices): string | undefined =>
  incidents
    .filter(({ content, withdrawn }) => !withdrawn && wanted(content, choices))
    .map(dayOf)
    .sort()[0]

/** Where incidents are thought to come from, in the writer's words, most often named first. */
export function sourcesIn(incidents: readonly Entry<'incident'>[]): string[] {
  const counts = new Map<string, number>()
  for (const { content, withdrawn } of incidents) {
    if (withdrawn || content.source?.is !== 'thought') continue
    const { words } = content.source
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([words]) => words)
}
