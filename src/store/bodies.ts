/** What is sealed in the rows: written as JSON, read back through one schema. */
import * as v from 'valibot'
import { incidentCode } from '../core/chain.ts'
import type { Beside, LineRevision } from '../core/line.ts'
import { contentShapes, type Entry, type RecordType } from '../core/record.ts'
import { RevisionBody } from '../core/revision.ts'
import { instant } from '../core/shapes.ts'
import type { Standing } from '../core/standing.ts'
import type { Ring } from '../seal/ring.ts'
import { seal, unseal } from '../seal/sealed.ts'
import { Damaged } from './errors.ts'
import { bindEntry, bindRevision, EntryRow, RevisionRow } from './tables.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const EntryShape = v.strictObject({
  content: v.record(v.string(), v.unknown()),
  firstWritten: instant,
  lastWritten: instant,
  revisions: v.pipe(count, v.minValue(1)),
  withdrawn: v.optional(v.strictObject({ at: instant, why: v.string() })),
  removed: v.optional(v.array(v.strictObject({ field: v.string(), words: count, at: instant }))),
  letter: v.optional(v.string()),
  aside: v.optional(v.array(v.strictObject({ chain: v.string(), seq: count }))),
}) satisfies v.GenericSchema<unknown, EntryBody>
/** What stands, and what an entry keeps beside that. */
export type EntryBody = Standing & Beside

export interface UnsealedEntry {
  row: EntryRow
  body: EntryBody
}

export interface UnsealedRevision {
  row: RevisionRow
  body: RevisionBody
}

export const sealEntry = (row: Omit<EntryRow, 'sealed'>, body: EntryBody, ring: Ring): EntryRow => ({
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
    const body = v.parse(EntryShape, JSON.parse(unseal(row.sealed, bindEntry(row), ring)))
    v.assert(contentShapes[row.type], body.content)
    return { row, body }
  })
}

/** @throws Damaged */
export function unsealRevision(stored: unknown, ring: Ring): UnsealedRevision {
  const { row, body } = openRevision(stored, ring)
  return orDamaged(stored, () => ({ row, body: v.parse(RevisionBody, body) }))
}

/** What lies sealed in a version's row, whatever it is. @throws Damaged */
export function openRevision(stored: unknown, ring: Ring): { row: RevisionRow; body: unknown } {
  return orDamaged(stored, () => {
    const row = v.parse(RevisionRow, stored)
    return { row, body: JSON.parse(unseal(row.sealed, bindRevision(row), ring)) }
  })
}

/** A revision as core looks at it. */
export const plain = ({ row, body }: UnsealedRevision): LineRevision<Uint8Array> => ({ ...row, body })

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
