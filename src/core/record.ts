/** What every record is made of: entries as they stand now, and the revisions that led there. */
import * as v from 'valibot'
import { Incident } from './incident.ts'
import { Report } from './report.ts'
import { Share } from './share.ts'
import { type Instant, readZoned, type ZonedTime } from './time.ts'

export const recordTypes = ['incident', 'report', 'share'] as const
export type RecordType = (typeof recordTypes)[number]

/**
 * What a revision did. `added` fills what was empty, `changed` replaces what was written: only the second looks
 * like an edit. `wordsRemoved` erased the words of earlier revisions for good. `restored` takes a withdrawal back.
 */
export const changes = ['first', 'added', 'changed', 'withdrawn', 'restored', 'wordsRemoved'] as const
export type Change = (typeof changes)[number]

export interface ContentOf {
  incident: Incident
  report: Report
  share: Share
}

/** The one shape of each type's content. Field names never start with `$`: those are the envelope's. */
export const contentShapes = {
  incident: Incident,
  report: Report,
  share: Share,
} as const

/** What was found good, and as what: a backup asks about the same content at each of its steps. None is ever changed. */
const good = new WeakMap<object, RecordType>()

/** Whether it has the shape of its type. */
export function isContent(type: RecordType, content: object): boolean {
  const known = good.get(content) === type
  if (!known && !v.is(contentShapes[type], content)) return false
  good.set(content, type)
  return true
}

/** A field whose words were erased for good: how many there were, and when it was done. */
export interface RemovedWords {
  field: string
  words: number
  at: Instant
}

/** A record as it stands now. */
export interface Entry<T extends RecordType = RecordType> {
  id: string
  type: T
  /** Permanent in its diary and type: 1, 2, 3 …, no gaps, never reused. */
  number: number
  content: ContentOf[T]
  /** When it was first written, and when it last was. */
  firstWritten: Instant
  lastWritten: Instant
  /** How many revisions it has; 1 means never touched since. */
  revisions: number
  /** 8 characters that change when, and only when, the content is amended. */
  code: string
  /** Set where the writer took it back; the number and this stub stay. */
  withdrawn?: { at: Instant; why: string }
  /** Fields that stood in this content and were erased for good. */
  removed?: RemovedWords[]
  /** Shown behind the number where an entry brought in has the same as another: 7·B. */
  letter?: string
  /** Where it was changed on two phones: the versions of the other one, kept but not counted. */
  aside?: { chain: string; seq: number }[]
}

/** An entry's number as it is shown: `7`, or `7·B` where an entry brought in had the number of another. */
export const shownNumber = ({ number, letter }: Pick<Entry, 'number' | 'letter'>): string =>
  letter === undefined ? String(number) : `${number}·${letter}`

/** Whether it is there and of this type. */
export const isOf = <T extends RecordType>(entry: Entry | undefined, type: T): entry is Entry<T> =>
  entry?.type === type

/** One saved version. Revisions are never changed; of one whose words were removed, `removed` says what is gone. */
export interface Revision<T extends RecordType = RecordType> {
  id: string
  type: T
  number: number
  revision: number
  change: Change
  written: Instant
  /** IANA zone of the writing phone. */
  zone: string
  /** What was written; fields whose words were removed are missing. Empty where the content was not touched. */
  content: Partial<ContentOf[T]>
  /** Why it was withdrawn, or why words were removed. */
  why?: string
  /** Written on another phone, where this entry was changed on two: kept, and not counted in what stands. */
  aside?: true
  /** What was removed from this revision later, and why. */
  removed?: (RemovedWords & { why: string })[]
}

/** The changes that carry content; the others leave what was written as it stood. */
export const carriesContent = (change: Change): boolean =>
  change === 'first' || change === 'added' || change === 'changed'

/** When it took place, or when somebody was told, in milliseconds; for a share, when it was made. */
export function happenedAt(type: RecordType, content: object, written: Instant): number {
  const { happened, told } = content as { happened?: ZonedTime; told?: ZonedTime }
  const time = type === 'incident' ? happened : type === 'report' ? told : undefined
  return time === undefined ? Date.parse(written) : readZoned(time).at
}

/** Whether it was still going on when it was last written about. */
export const isOngoing = (type: RecordType, content: object): boolean =>
  type === 'incident' && (content as Partial<Incident>).span?.is === 'ongoing'
