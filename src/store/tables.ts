/**
 * The rows as they lie in the browser. Bodies are sealed; only what is needed to find, order and check stays readable.
 * Keys are random UUIDs or chain and sequence: no auto-increment (unreadable on iOS 16.7, dexie#1878), no null in a
 * compound index (dexie#494), no Blob (platform faults, dexie#618).
 *
 * A version once released is never changed: a new one is added, and its fixture joins tests/fixtures for ever.
 * A change to the shape of any content is a new version too, so that a window of older code never reads it.
 */

import * as v from 'valibot'
import { toHex } from '../core/bytes.ts'
import { recordTypes } from '../core/record.ts'
import { ownName } from './example/here.ts'

const uuid = v.pipe(v.string(), v.uuid())
const count = v.pipe(v.number(), v.integer(), v.minValue(1))
const bytes = v.custom<Uint8Array>(value => value instanceof Uint8Array)
const hash = v.pipe(
  bytes,
  v.check(value => value.length === 32),
)

/** The one row that says which diary this is, which chain is written to, and holds the key box. */
export const DiaryRow = v.strictObject({
  name: v.literal('diary'),
  diary: uuid,
  chain: uuid,
  keys: v.unknown(),
})
export type DiaryRow = v.InferOutput<typeof DiaryRow>

/** A chain: a diary's first chain bears the diary's id; a branch says which revision it goes on from. */
export const ChainRow = v.strictObject({
  chain: uuid,
  diary: uuid,
  from: v.optional(v.strictObject({ chain: uuid, seq: count })),
})
export type ChainRow = v.InferOutput<typeof ChainRow>

export const RevisionRow = v.strictObject({
  chain: uuid,
  seq: count,
  id: uuid,
  commitment: hash,
  link: hash,
  sealed: bytes,
})
export type RevisionRow = v.InferOutput<typeof RevisionRow>

/** An entry as it stands. `chain` and `seq` point to its newest revision. */
export const EntryRow = v.strictObject({
  id: uuid,
  type: v.picklist(recordTypes),
  diary: uuid,
  number: count,
  /** Milliseconds. */
  happened: v.pipe(v.number(), v.integer()),
  chain: uuid,
  seq: count,
  /** Of the newest revision that carries content: the entry's code comes from it. */
  commitment: hash,
  sealed: bytes,
})
export type EntryRow = v.InferOutput<typeof EntryRow>

/** What is kept beside the record. */
export const smallNames = ['profile', 'settings', 'ongoing'] as const
export const SmallRow = v.strictObject({ name: v.picklist(smallNames), sealed: bytes })
export type SmallRow = v.InferOutput<typeof SmallRow>

/** What a sealed body is bound to, so that it opens nowhere else: the readable columns of its row. */
export const bindRevision = (row: Omit<RevisionRow, 'sealed'>): string =>
  JSON.stringify(['revision', row.chain, row.seq, row.id, toHex(row.commitment), toHex(row.link)])
export const bindEntry = (row: Omit<EntryRow, 'sealed'>): string =>
  JSON.stringify([
    'entry',
    row.id,
    row.type,
    row.diary,
    row.number,
    row.happened,
    row.chain,
    row.seq,
    toHex(row.commitment),
  ])
export const bindSmall = (name: SmallRow['name']): string => JSON.stringify(['small', name])

export const defaultDatabaseName = ownName
