/** What is sealed in the rows: written as JSON, read back through one schema. */
import * as v from 'valibot'
import { incidentCode } from '../core/chain.ts'
import { changes, contentShapes, type Entry, type RecordType, recordTypes } from '../core/record.ts'
import { instant } from '../core/shapes.ts'
import type { Standing } from '../core/standing.ts'
import type { Ring } from '../seal/ring.ts'
import { seal, unseal } from '../seal/sealed.ts'
import { Damaged } from './errors.ts'
import { bindEntry, bindRevision, EntryRow, RevisionRow } from './tables.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(1))
const wordCount = v.pipe(v.number(), v.integer(), v.minValue(0))
const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const content = v.record(v.string(), v.unknown())

export const RevisionBody = v.strictObject({
  diary: v.string(),
  type: v.picklist(recordTypes),
  number: count,
  revision: count,
  change: v.picklist(changes),
  written: instant,
  zone: v.string(),
  why: v.optional(v.string()),
  removals: v.optional(v.array(v.strictObject({ revision: count, field: v.string(), words: wordCount }))),
  content,
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

const EntryBody = v.strictObject({
  content,
  firstWritten: instant,
  lastWritten: instant,
  revisions: count,
  withdrawn: v.optional(v.strictObject({ at: instant, why: v.string() })),
  removed: v.optional(v.array(v.strictObject({ field: v.string(), words: wordCount, at: instant }))),
}) satisfies v.GenericSchema<unknown, Standing>

export interface UnsealedEntry {
  row: EntryRow
  body: Standing
}

export interface UnsealedRevision {
  row: RevisionRow
  body: RevisionBody
}

export const sealEntry = (row: Omit<EntryRow, 'sealed'>, body: Standing, ring: Ring): EntryRow => ({
  ...row,
  sealed: seal(JSON.stringify(body), bindEntry(row), ring),
})

export const sealRevision = (
  row: Omit<RevisionRow, 'sealed'>,
  body: RevisionBody,
  ring: Ring,
): RevisionRow => ({
  ...row,
  sealed: seal(JSON.stringify(body), bindRevision(row), ring),
})

/** @throws Damaged */
export function unsealEntry(stored: unknown, ring: Ring): UnsealedEntry {
  return orDamaged(stored, () => {
    const row = v.parse(EntryRow, stored)
    const body = v.parse(EntryBody, JSON.parse(unseal(row.sealed, bindEntry(row), ring)))
    v.assert(contentShapes[row.type], body.content)
    return { row, body }
  })
}

/** @throws Damaged */
export function unsealRevision(stored: unknown, ring: Ring): UnsealedRevision {
  return orDamaged(stored, () => {
    const row = v.parse(RevisionRow, stored)
    return { row, body: v.parse(RevisionBody, JSON.parse(unseal(row.sealed, bindRevision(row), ring))) }
  })
}

function orDamaged<T>(stored: unknown, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw new Damaged(String((stored as { id?: unknown } | undefined)?.id), { cause })
  }
}

/** An entry as pages see it. The content was checked against the shape of its type when it was unsealed. */
export function entryOf<T extends RecordType>({ row, body }: UnsealedEntry): Entry<T> {
  return {
    ...body,
    id: row.id,
    type: row.type,
    number: row.number,
    code: incidentCode(row.commitment),
  } as unknown as Entry<T>
}
