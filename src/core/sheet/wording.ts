/** Every sentence of a sheet, as the composer asks for it. The words themselves stand in `text/sheet.ts`. */
import type {
  actions,
  frequencies,
  Incident,
  impacts,
  Kind,
  loudnesses,
  Span,
  Strength,
  unpleasantnesses,
  waysKnown,
} from '../incident.ts'
import type { PictureWords } from '../pictures.ts'
import type { sameLandlord } from '../profile.ts'
import type { Change, RecordType } from '../record.ts'
import type { Recipient, referenceKinds, waysTold } from '../report.ts'
import type { ZonedTime } from '../time.ts'
import type { Mark } from './model.ts'

type Labels<List extends readonly string[]> = Record<List[number], string>
/** A count and what it is a count of: `countOf(3, 'incident')` → "3 incidents". */
export type Counted = 'incident' | 'day' | 'entry' | 'report' | 'reference' | 'word' | 'reply'

export interface Wording {
  lang: string
  labels: {
    kind: Record<Kind, string>
    strength: Record<Strength, string>
    loudness: Labels<typeof loudnesses>
    unpleasant: Labels<typeof unpleasantnesses>
    frequency: Labels<typeof frequencies>
    impact: Labels<typeof impacts>
    action: Labels<typeof actions>
    wayKnown: Labels<typeof waysKnown>
    recipient: Record<Recipient, string>
    wayTold: Labels<typeof waysTold>
    reference: Labels<typeof referenceKinds>
    sameLandlord: Labels<typeof sameLandlord>
  }
  /** "Saturday 21 November 2026", from `2026-11-21`. */
  longDate(date: string): string
  /** "Sat 21 Nov 2026" */
  shortDate(date: string): string
  /** "1 September to 21 November 2026" */
  days(from: string, to: string): string
  /** "23:40", or which of the two where a clock change showed it twice; with its zone where a clock in `zone` showed another time. */
  clock(time: ZonedTime, zone: string): string
  /** "23:40 to 01:10 (next day)" */
  fromTo(incident: Pick<Incident, 'happened' | 'span'>, zone: string): string
  /** A table's cell: "23:40–01:10". */
  fromToShort(incident: Pick<Incident, 'happened' | 'span'>, zone: string): string
  lasted(span: Exclude<Span, { is: 'until' }>): string
  length(minutes: number): string
  countOf(count: number, what: Counted): string

  title: Record<'landlord' | 'record', string>
  /** What stands on every page of a sheet of the example; `word` is in its title and the file's name too. */
  example: Mark
  subject: Record<'landlord' | 'record', string>
  pageOf(page: number, pages: number): string
  running(
    title: string,
    name: string | undefined,
    caseNumber: string | undefined,
    code: string | undefined,
  ): string
  madeOn(when: string): string
  leftOut: string
  /** Stands where words were removed for good. */
  removed: string
  masked: string
  maskedNote: string
  notGiven: string
  notSaid: string
  seeInFull: string
  none: string

  first: {
    forWhom(landlord: string): string
    covers(days: string): string
    coversNothing: string
    coversNew(days: string): string
    coversNothingNew: string
    begins(day: string): string
    onlyKinds(kinds: string): string
    /** Entries that are there and cannot be read. */
    damaged(count: number): string
    /** Undefined where the source is left out. */
    onlySource(source: string | undefined): string
    whoWrites: string
    landlordHead: string
    name: string
    address: string
    reach: string
    safeContact: string
    speakFirst: string
    affected: string
    landlord: string
    caseNumber: string
    source: string
    sourceNotClear: string
    severalSources(count: number): string
    sourceLandlord: string
    policeReferences: string
    noPoliceReference: string
    referenceColumns: Record<'number' | 'kind' | 'force' | 'told' | 'person', string>
    moreReferences(count: number): string
    reportsMade: string
    noReports: string
    reportsTo(recipient: string, count: number, last: string): string
    replies(count: number): string
    repliesRemoved: string
    whatIsNew: string
    firstSheet: string
    newSince(last: string, count: number, numbers: string): string
    amendedSince(count: number, numbers: string): string
    withdrawn(count: number, numbers: string): string
    nothingNew(last: string): string
    asked: string
    inShort: string
    inShortNew: string
    shortColumns: Record<'what' | 'count' | 'period', string>
    recorded: string
    recordedCount(incidents: number, days: number): string
    lastDays(days: number): string
    /** `before` is undefined where the days before are not all here. */
    lastDaysCount(now: number, before: number | undefined, days: number): string
    atNight: string
    strong: string
    of(part: number, whole: number): string
    ofNoted(part: number, noted: number): string
  }
  pattern: {
    heading: string
    explained(count: number, period: string): string
    explainedNew(count: number, period: string): string
    weeks: string
    hours: string
    impacts: string
    weekOf(monday: string, full: boolean): string
    /** Reads a picture's counts out, largest first: "Friday, 23:00: 4". */
    counted(what: string, count: number): string
    and(rest: number): string
    /** "Friday, 23:00", or which two days its night joins. Monday is 0. */
    hourOfWeek(day: number, hour: number): string
    picture: PictureWords
    /** Said where the picture has room for the last weeks only. */
    weeksCut(weeks: number): string
    /** Said where a week is not all in the period: its bar is paler. */
    partWeeks: string
    noProof: string
  }
  table: {
    heading: string
    explained: string
    summary(count: number): string
    columns: Record<'number' | 'day' | 'time' | 'where' | 'what' | 'effect' | 'reference', string>
    withdrawn(day: string): string
    nothing: string
  }
  full: {
    heading: string
    explained: string
    incident(number: string): string
    bookmark(number: string, day: string): string
    what: string
    written: string
    writtenAt(when: string): string
    writtenLater(when: string, later: string): string
    amended(times: number, last: string): string
    whatHappened: string
    effect: string
    where: string
    frequency: string
    frequencySaid(said: string): string
    counted(count: number, days: number): string
    peopleThere: string
    whoElseNoticed: string
    actions: string
    source: string
    howKnown: string
    reference: string
    code(code: string): string
    /** Ends with the words that lead to the reason. */
    withdrawn(when: string): string
  }
  reports: {
    heading: string
    explained: string
    bookmark(number: string, who: string): string
    title(number: string, who: string): string
    told: string
    how: string
    reference: string
    noReference: string
    waiting: string
    force: string
    person: string
    said: string
    reply(when: string): string
    replies: string
    about: string
    /** Ends with the words that lead to the reason. */
    withdrawn(when: string): string
  }
  inFull: { heading: string; explained: string }
  codesNote: string
  /** Every field that was answered, labelled, in reading order. */
  said(type: RecordType, content: object): { field: string; label: string; words: string }[]
  log: {
    heading: string
    none: string
    explained: string
    columns: Record<'entry' | 'when' | 'what' | 'before', string>
    entry(type: RecordType, number: string): string
    changes: Record<Change, string>
    /** Written on another phone, where an entry was changed on two. */
    aside: string
  }
  kept: { heading: string; sentences: readonly string[]; code: string }
  attached: {
    heading: string
    explained: string
    json: string
    backup: string
    incidents: string
    reports: string
  }
  csv: { incidents: readonly string[]; reports: readonly string[] }
  /** A sheet to be written in by hand. */
  empty: {
    title: string
    subject: string
    /** Without `.pdf`. */
    fileName: string
    running: string
    howTo: string
    rules: readonly string[]
    more: string
    moreRules: readonly string[]
    name: string
    address: string
    summary: string
    declared: string
  }
  declaration: {
    heading: string
    plain: readonly string[]
    formalHeading: string
    /** Exact: Practice Direction 22 as amended from 6 April 2020. */
    formal: readonly string[]
    signature: string
    printedName(name: string | undefined): string
    date: string
    dateNote: string
  }
}
