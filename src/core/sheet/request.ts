/** All that a sheet is made from. Plain data, so that it can be handed to a worker. */
import type { Profile } from '../profile.ts'
import type { Entry, Revision } from '../record.ts'
import type { Instant } from '../time.ts'
import type { Amended } from './amended.ts'
import type { Choices, LastSheet } from './choices.ts'

export interface SheetRequest {
  profile: Profile
  /** Every incident and report of the diary, withdrawn ones included; what goes on the sheet is chosen from them. */
  incidents: readonly Entry<'incident'>[]
  reports: readonly Entry<'report'>[]
  /** How many more there are that could not be read: the document says so. */
  damaged?: number
  choices: Choices
  lastSheet?: LastSheet
  /** The day of the first incident of the diary, as chosen but for the period. */
  firstDay?: string
  /** 16 characters that stand for the whole record: whoever holds an earlier sheet can compare. */
  recordCode?: string
  /** How often each incident was amended, by its id; without it each revision counts as one. */
  amended?: Readonly<Record<string, Amended>>
  /** Every revision, oldest first; for the full record's change log. */
  revisions?: readonly Revision[]
  /** The whole diary as the text of a backup; a full record from which nothing is left out carries it. */
  backup?: string
  madeAt: Instant
  /** IANA zone of the phone: written times are told in it. */
  zone: string
  /** Made again from what stood on the first one alone: of what else there is it must say nothing. */
  again?: true
  /** Made from the example diary: every page and the file's name say so, and it carries no data. */
  example?: true
}

/** An empty sheet, for somebody who writes by hand. Nothing of the diary goes into it. */
export interface EmptySheetRequest {
  emptyPages: EmptyPages
  madeAt: Instant
}

/** As many as anybody prints at once. */
export const emptyPages = [1, 2, 3, 4] as const
export type EmptyPages = (typeof emptyPages)[number]
