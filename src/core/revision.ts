/** A revision as it is written: its envelope, and the names under which envelope and content are committed to. */
import type { Change, RecordType } from './record.ts'
import type { Instant } from './time.ts'

/** Words taken out of an earlier revision, as the `wordsRemoved` revision says it. */
export interface Removal {
  revision: number
  field: string
  words: number
}

/** Everything about a revision that is not what the person wrote about the incident itself. */
export interface Envelope {
  /** The chain it is linked into: the diary's id, or the random id of a branch. */
  chain: string
  /** The diary in which the number counts. */
  diary: string
  id: string
  type: RecordType
  number: number
  revision: number
  change: Change
  written: Instant
  zone: string
  why?: string | undefined
  removals?: Removal[] | undefined
}

/** All fields of a revision under the names that are hashed: the envelope's with `$`, the content's as they are. */
export function committedFields(envelope: Envelope, content: object): Record<string, unknown> {
  const fields: Record<string, unknown> = { ...content }
  for (const [name, value] of Object.entries(envelope)) fields[`$${name}`] = value
  return fields
}
