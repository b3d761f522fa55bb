/** Finding entries: what is typed is looked for without regard to case, accents or order. Pure, so that a worker may do it. */
import { missingDetails } from './details.ts'
import type { Kind } from './incident.ts'
import type { Period } from './patterns.ts'
import type { Entry } from './record.ts'
import { numbersOf, type Recipient } from './report.ts'

/** What somebody looks for; everything named has to hold. */
export interface Query {
  /** Every word has to be there, whole or as part of one. */
  words?: string
  period?: Period
  /** Incidents alone: one of its kinds. */
  kind?: Kind
  /** Reports alone. */
  to?: Recipient
  /** With or without a police reference: a report that has one, an incident that such a report is about. */
  policeReference?: boolean
  /** Something is missing: details of an incident, or a report's reference that is still awaited. */
  incomplete?: boolean
  /** Withdrawn ones too; left out otherwise. */
  withdrawn?: boolean
}

/** An entry made ready to be looked through: built once, asked at every key. */
export interface Findable {
  id: string
  text: string
  date: string
  kinds: readonly Kind[]
  to?: Recipient
  /** A report's own; whether an incident has one is known from the reports alone. */
  policeReference: boolean
  incomplete: boolean
  withdrawn: boolean
}

/** Text without case and accents: "Żółć" and "zolc" are found by either. */
export function fold(text: string): string {
  // Most text is plain, and there are many entries.
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase()
  // Lower case before and after: İ becomes i with a mark, and the sign ℡ becomes capital letters.
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđıæœßþð‘’“”]/g, letter => plain[letter] ?? letter)
}

/** Letters that Unicode does not take apart, and quotation marks that phones put in by themselves. */
const plain: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ð: 'd',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
}

/** `said` is all of the entry in words, as the screen says it. */
export function findableIncident(entry: Entry<'incident'>, said: string): Findable {
  return {
    id: entry.id,
    text: fold(said),
    date: entry.content.happened.slice(0, 10),
    kinds: entry.content.kinds,
    policeReference: false,
    incomplete: missingDetails(entry).length > 0,
    withdrawn: entry.withdrawn !== undefined,
  }
}

export function findableReport(entry: Entry<'report'>, said: string): Findable {
  const { to, told, reference } = entry.content
  return {
    id: entry.id,
    text: fold(said),
    date: told.slice(0, 10),
    kinds: [],
    to,
    policeReference: hasPoliceReference(entry),
    incomplete: reference === undefined || reference.is === 'waiting',
    withdrawn: entry.withdrawn !== undefined,
  }
}

/** Ids of the incidents that a report with a police reference is about. */
export function policeReferenced(reports: readonly Entry<'report'>[]): Set<string> {
  return new Set(
    reports
      .filter(report => !report.withdrawn && hasPoliceReference(report))
      .flatMap(({ content }) => content.incidents ?? []),
  )
}

const hasPoliceReference = ({ content }: Entry<'report'>) =>
  content.to === 'police' && numbersOf(content).length > 0

/** Whether nothing is asked for: then there is no need to look. */
export const isEmpty = ({ words, withdrawn: _, ...rest }: Query): boolean =>
  !words?.trim() && Object.values(rest).every(value => value === undefined)

/** Whether all words typed are in a text, folded once for many texts. */
export function hasWords(typed: string): (folded: string) => boolean {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  return folded => words.every(word => folded.includes(word))
}

/** A test for one query, to be asked of many. `referenced` comes from {@link policeReferenced}. */
export function finder(query: Query, referenced: ReadonlySet<string>): (findable: Findable) => boolean {
  const { period, kind, to, policeReference, incomplete } = query
  const fits = hasWords(query.words ?? '')
  return found =>
    (query.withdrawn === true || !found.withdrawn) &&
    (!period || (found.date >= period.from && found.date <= period.to)) &&
    (!kind || found.kinds.includes(kind)) &&
    (!to || found.to === to) &&
    (policeReference === undefined ||
      (found.policeReference || referenced.has(found.id)) === policeReference) &&
    (incomplete === undefined || found.incomplete === incomplete) &&
    fits(found.text)
}
