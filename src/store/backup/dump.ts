/** The whole diary in memory, for a backup or for what a file brings in. Loaded when wanted. */

import { Dexie, type Table } from 'dexie'
import type { Holding } from '../../core/backup/dump.ts'
import { bounded, patience } from '../bounded.ts'
import type { Context } from '../context.ts'
import { type Opener, opening, type SealedRows } from './opening.ts'

/** Rows read in one question. */
const batchSize = 250

export interface DumpOptions {
  /** Told after every batch how many of how many rows are read. */
  onProgress?: ((done: number, of: number) => void) | undefined
  signal?: AbortSignal | undefined
}

/**
 * Reads everything as it stands at one moment. Where something does not open, what can still be told of it is.
 * @throws CannotRead, ConnectionLost; the signal's reason
 */
export async function dump(ctx: Context, options: DumpOptions = {}): Promise<Holding> {
  const opened = await handOver(ctx, opening, options)
  return opened.held()
}

/** Takes the rows in the order of their reading. */
export interface Taker {
  take: (part: SealedRows) => unknown
}

/**
 * Hands everything, as it stands at one moment and sealed as it lies there, to whoever opens it.
 * @param begin is given the keys; what it returns takes the rows
 * @throws CannotRead, ConnectionLost; the signal's reason
 */
export async function handOver<T extends Taker>(
  ctx: Context,
  begin: (opener: Opener) => T,
  options: DumpOptions = {},
): Promise<T> {
  const { db } = ctx
  // An async function, because Dexie follows the awaits of a whole transaction only through one of those.
  const read = () => db.transaction('r', db.tables, async () => await handOverWithin(ctx, begin, options))
  try {
    return await bounded('read', read, undefined, patience.all)
  } catch (error) {
    options.signal?.throwIfAborted()
    throw error
  }
}

/** Within a transaction over all tables. */
async function handOverWithin<T extends Taker>(
  { db, diary, chain, ring }: Context,
  begin: (opener: Opener) => T,
  { onProgress, signal }: DumpOptions,
): Promise<T> {
  const taker = begin({ diary, chain, ring })
  const [versions, entries] = await Promise.all([db.revisions.count(), db.entries.count()])
  let done = 0
  const part = (are: 'versions' | 'entries') => (rows: unknown[]) => {
    signal?.throwIfAborted()
    taker.take({ are, rows })
    done += rows.length
    onProgress?.(done, versions + entries)
  }
  await inBatches(db.revisions, part('versions'))
  const [rows, profile, settings] = await Promise.all([
    db.chains.toArray(),
    db.small.get('profile'),
    db.small.get('settings'),
  ])
  taker.take({ are: 'chains', rows, profile, settings })
  await inBatches(db.entries, part('entries'))
  return taker
}

/** Every row of a table in the order of its keys. */
async function inBatches<Key>(table: Table<unknown, Key>, use: (rows: unknown[]) => void): Promise<void> {
  const path = table.schema.primKey.keyPath
  const keyOf = (row: unknown) =>
    Array.isArray(path)
      ? path.map(name => (row as Record<string, unknown>)[name])
      : (row as Record<string, unknown>)[path ?? '']
  for (let after: unknown = Dexie.minKey; ; ) {
    const rows = await table.where(':id').above(after).limit(batchSize).toArray()
    if (rows.length > 0) use(rows)
    if (rows.length < batchSize) return
    after = keyOf(rows.at(-1))
  }
}
