/** A revision as it is written: its envelope, its proof, and the names under which it is committed to. */
import * as v from 'valibot'
import { type Change, changes, type RecordType, recordTypes } from './record.ts'
import { instant } from './shapes.ts'
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

const count = v.pipe(v.number(), v.integer(), v.minValue(1))
const wordCount = v.pipe(v.number(), v.integer(), v.minValue(0))
export const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** All of a revision but its place in the chain; what is sealed in the store and written into a backup. */
export const RevisionBody = v.strictObject({
  /** The chain it is committed to, where that id was taken here by another chain (see core/backup/merge-versions.ts). */
  as: v.optional(v.pipe(v.string(), v.uuid())),
  diary: v.string(),
  type: v.picklist(recordTypes),
  number: count,
  revision: count,
  change: v.picklist(changes),
  written: instant,
  zone: v.string(),
  why: v.optional(v.string()),
  removals: v.optional(v.array(v.strictObject({ revision: count, field: v.string(), words: wordCount }))),
  content: v.record(v.string(), v.unknown()),
  /** The revision's salt; once words are removed, the salts of the fields that are left and the removed fields' hashes. */
  proof: v.variant('is', [
    v.strictObject({ is: v.literal('salt'), salt: hex }),
    v.strictObject({
      is: v.literal('parts'),
      salts: v.record(v.string(), hex),
      removed: v.array(
        v.strictObject({ field: v.string(), hash: hex, words: wordCount, at: instant, by: count }),
      ),
    }),
  ]),
})
export type RevisionBody = v.InferOutput<typeof RevisionBody>
