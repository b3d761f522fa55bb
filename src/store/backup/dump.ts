/** The whole diary in memory, for a backup or for what a file brings in. Loaded when wanted. */

import { Dexie, type Table } from 'dexie'
import * as v from 'valibot'
import type { BackupChain, BackupEntry, BackupRevision, Holding, Stands } from '../../core/backup/dump.ts'
import { isReadable } from '../../core/backup/verify.ts'
import { toHex } from '../../core/bytes.ts'
import { sameData } from '../../core/canonical.ts'
import { followsFrom, lineOf } from '../../core/line.ts'
import { unsealEntry, unsealRevision } from '../bodies.ts'
import { bounded, patience } from '../bounded.ts'
import { opens, opensNow } from '../check/checking.ts'
import type { Context } from '../context.ts'
import { readSmall } from '../small.ts'
import { ChainRow, EntryRow, RevisionRow } from '../tables.ts'

/** Rows read in one question. */
const batchSize = 250

export interface DumpOptions {
  /** Told after every batch how many of how many rows are read. */
  onProgress?: ((done: number, of: number) => void) | undefined
  /** Told of versions as they are read, so that another thread can begin with them. */
  onRevisions?: ((revisions: readonly BackupRevision[]) => void) | undefined
  signal?: AbortSignal | undefined
}

/**
 * Reads everything as it stands at one moment. Where something does not open, what can still be told of it is.
 * @throws CannotRead, ConnectionLost; the signal's reason
 */
export async function dump(ctx: Context, options: DumpOptions = {}): Promise<Holding> {
  const { db } = ctx
  // An async function, because Dexie follows the awaits of a whole transaction only through one of those.
  const read = () => db.transaction('r', db.tables, async () => await dumpWithin(ctx, options))
  try {
    return await bounded('read', read, undefined, patience.all)
  } catch (error) {
    options.signal?.throwIfAborted()
    throw error
  }
}

/** Within a transaction over all tables. */
async function dumpWithin(ctx: Context, { onProgress, onRevisions, signal }: DumpOptions): Promise<Holding> {
  const { db } = ctx
  const [versions, count] = await Promise.all([db.revisions.count(), db.entries.count()])
  let done = 0
  const step = (rows: number) => {
    signal?.throwIfAborted()
    done += rows
    onProgress?.(done, versions + count)
  }
  const revisions: BackupRevision[] = []
  await inBatches(db.revisions, async rows => {
    const read = rows.flatMap(row => revisionOf(ctx, row) ?? [])
    revisions.push(...read)
    onRevisions?.(read)
    step(rows.length)
  })
  const { chains, head } = await chainsOf(ctx, revisions)
  const small = {
    profile: (await opens(() => readSmall(ctx, ctx.ring, 'profile'))) ?? {},
    settings: (await opens(() => readSmall(ctx, ctx.ring, 'settings'))) ?? {},
  }
  const held = { diary: ctx.diary, ...(head ? { head } : {}), chains, revisions, entries: [], ...small }
  const versionsOf = new Map<string, BackupRevision[]>()
  for (const one of revisions) {
    const known = versionsOf.get(one.id)
    if (known) known.push(one)
    else versionsOf.set(one.id, [one])
  }
  const straight = isStraight(ctx.diary, chains, revisions)
  const entries: BackupEntry[] = []
  await inBatches(db.entries, async rows => {
    for (const row of rows) {
      if (!straight || !isAtItsEnd(row, versionsOf)) entries.push(...besideOf(ctx, row, versionsOf))
    }
    step(rows.length)
  })
  return { ...held, entries }
}

/** Every row of a table in the order of its keys. */
async function inBatches<Key>(
  table: Table<unknown, Key>,
  use: (rows: unknown[]) => Promise<void>,
): Promise<void> {
  const path = table.schema.primKey.keyPath
  const keyOf = (row: unknown) =>
    Array.isArray(path)
      ? path.map(name => (row as Record<string, unknown>)[name])
      : (row as Record<string, unknown>)[path ?? '']
  for (let after: unknown = Dexie.minKey; ; ) {
    const rows = await table.where(':id').above(after).limit(batchSize).toArray()
    if (rows.length > 0) await use(rows)
    if (rows.length < batchSize) return
    after = keyOf(rows.at(-1))
  }
}

/** Without a body where it does not open; `undefined` where not even its place can be read. */
function revisionOf(ctx: Context, stored: unknown): BackupRevision | undefined {
  const row = v.safeParse(RevisionRow, stored)
  if (!row.success) return undefined
  const { chain, seq, id, commitment, link } = row.output
  const opened = opensNow(() => unsealRevision(stored, ctx.ring))
  return {
    chain,
    seq,
    id,
    commitment: toHex(commitment),
    link: toHex(link),
    ...(opened ? { body: opened.body } : {}),
  }
}

/** The chains that hold something, and where the one that is written to has come. */
async function chainsOf(ctx: Context, revisions: readonly BackupRevision[]) {
  const rows = (await ctx.db.chains.toArray()).flatMap(row => {
    const read = v.safeParse(ChainRow, row)
    return read.success ? [read.output] : []
  })
  const known = new Map<string, BackupChain>(rows.map(row => [row.chain, row]))
  const chains = new Map<string, BackupChain>()
  const ends = new Map<string, number>()
  for (const { chain, seq, body } of revisions) {
    // A chain whose own row is lost is still told by its versions.
    chains.set(chain, known.get(chain) ?? chains.get(chain) ?? { chain, diary: body?.diary ?? chain })
    ends.set(chain, seq)
  }
  const from = known.get(ctx.chain)?.from
  const end = ends.get(ctx.chain)
  const head =
    end !== undefined
      ? { chain: ctx.chain, seq: end }
      : from && ends.has(from.chain)
        ? from
        : lastOf(revisions)
  return { chains: [...chains.values()], head }
}

const lastOf = (revisions: readonly BackupRevision[]) => {
  const last = revisions.at(-1)
  return last && { chain: last.chain, seq: last.seq }
}

/** Whether it was only ever written in one line, each chain going on from the end of the one before: then no entry can have a letter, or versions that stand aside. */
function isStraight(
  diary: string,
  chains: readonly BackupChain[],
  revisions: readonly BackupRevision[],
): boolean {
  const ends = new Map(revisions.map(({ chain, seq }) => [chain, seq]))
  const parents = new Set(chains.map(({ from }) => from?.chain))
  return (
    parents.size === chains.length &&
    chains.every(one => one.diary === diary && (!one.from || ends.get(one.from.chain) === one.from.seq))
  )
}

/** Whether the entry points to the last of its versions, all there and readable: what stands follows from them. */
function isAtItsEnd(stored: unknown, versionsOf: ReadonlyMap<string, BackupRevision[]>): boolean {
  const row = v.safeParse(EntryRow, stored)
  if (!row.success) return false
  const versions = versionsOf.get(row.output.id) ?? []
  const last = versions.find(({ chain, seq }) => chain === row.output.chain && seq === row.output.seq)
  return last?.body?.revision === versions.length && versions.every(isReadable)
}

/** What is to be said about an entry beside its versions. */
function besideOf(
  ctx: Context,
  stored: unknown,
  versionsOf: ReadonlyMap<string, BackupRevision[]>,
): BackupEntry[] {
  const row = v.safeParse(EntryRow, stored)
  if (!row.success) return []
  const { sealed: _, ...place } = row.output
  const opened = opensNow(() => unsealEntry(stored, ctx.ring))
  const { letter, aside, ...body } = opened?.body ?? {}
  const stands = { ...place, commitment: toHex(place.commitment), ...(opened ? { body } : {}) }

  const versions = versionsOf.get(place.id) ?? []
  const follows = versions.every(isReadable) && followsFrom(lineOf(versions, aside))
  // An entry that does not open is told by its versions, where they can all be read.
  const sound = follows && (!opened || sameData(follows, stands))
  if (sound && letter === undefined && aside === undefined) return []
  const { id, ...rest } = stands
  return [
    {
      id,
      ...(letter === undefined ? {} : { letter }),
      ...(aside === undefined ? {} : { aside }),
      ...(sound ? {} : { stands: rest as Stands }),
    },
  ]
}
