/** What every record is made of: entries as they stand now, and the revisions that led there. */
import type { Incident } from './incident.ts'
import type { Report } from './report.ts'
import type { Instant } from './time.ts'

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
  share: Record<string, unknown>
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
  /** Set where the writer took it back; the number and this stub stay. */
  withdrawn?: { at: Instant; why: string }
}

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
  /** What was written; fields whose words were removed are missing from it. */
  content: Partial<ContentOf[T]>
  /** Why it was withdrawn, or why words were removed. */
  why?: string
  /** What was removed from this revision later, and when. */
  removed?: { field: string; words: number; at: Instant; why: string }[]
}
