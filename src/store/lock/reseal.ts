/**
 * Sealing anew, with the key for what is written now, what still lies under an older one. Row by row what it says
 * stays the same, so that it may be cut off anywhere and go on later. Loaded when wanted.
 */
import { Dexie, type Table } from 'dexie'
import * as v from 'valibot'
import { fromBase64, toBase64 } from '../../seal/base64.ts'
import type { Ring } from '../../seal/ring.ts'
import { DoesNotOpen, namesKey, seal, unseal } from '../../seal/sealed.ts'
import { bounded, writing } from '../bounded.ts'
import type { Context } from '../context.ts'
import { ringHere } from '../heads.ts'
import { copiesIn, copyDraft } from '../outside/draft-copies.ts'
import { bindDraft, keptRing } from '../outside/drafts.ts'
import { localNames, readLocal, writeLocal } from '../outside/local.ts'
import { bindEntry, bindRevision, bindSmall, EntryRow, RevisionRow, SmallRow } from '../tables.ts'

/** Rows in one transaction: somebody who saves meanwhile waits no longer than for these. */
const batch = 50

/**
 * Everything in the tables; what does not open stays as it is.
 * @param onProgress told after every batch how many of how many rows are done
 * @throws the errors of a save: what is done by then is done
 */
export async function resealRows(
  ctx: Context,
  onProgress: (done: number, of: number) => void,
): Promise<void> {
  const { revisions, entries, small } = ctx.db
  const counted = await bounded('read', () =>
    Promise.all([revisions.count(), entries.count(), small.count()]),
  )
  const of = counted.reduce((sum, one) => sum + one, 0)
  let done = 0
  const tell = (rows: number) => {
    done += rows
    onProgress(done, of)
  }
  await resealTable(ctx, small, SmallRow, row => bindSmall(row.name), tell)
  await resealTable(ctx, entries, EntryRow, bindEntry, tell)
  await resealTable(ctx, revisions, RevisionRow, bindRevision, tell)
}

async function resealTable<Row extends { sealed: Uint8Array }, Id extends string | [string, number]>(
  ctx: Context,
  table: Table<unknown, Id>,
  shape: v.GenericSchema<unknown, Row>,
  /** What the body of a row is bound to. */
  bindOf: (row: Row) => string,
  tell: (rows: number) => void,
): Promise<void> {
  let after: unknown = Dexie.minKey
  for (;;) {
    const keys = await writing(ctx.db, async () => {
      const ring = await ringHere(ctx)
      const keys = await table.where(':id').above(after).limit(batch).primaryKeys()
      const rows = (await table.bulkGet(keys)).flatMap(stored => {
        const row = v.safeParse(shape, stored)
        const sealed = row.success ? anew(row.output.sealed, bindOf(row.output), ring) : undefined
        return row.success && sealed ? [{ ...row.output, sealed }] : []
      })
      await table.bulkPut(rows)
      return keys
    })
    tell(keys.length)
    after = keys.at(-1)
    if (keys.length < batch) return
  }
}

/** The same under the current key; `undefined` where it lies there already, or does not open. */
function anew(sealed: Uint8Array, bound: string, ring: Ring): Uint8Array | undefined {
  if (namesKey(sealed, ring.current)) return undefined
  try {
    return seal(unseal(sealed, bound, ring), bound, ring)
  } catch (error) {
    if (error instanceof DoesNotOpen) return undefined
    throw error
  }
}

/** Every draft that opens, and its copy in the database. */
export function resealDrafts(): void {
  for (const key of localNames().filter(name => name.startsWith('draft.'))) {
    const sealed = draftAnew(key, readLocal(key))
    if (sealed && writeLocal(key, sealed)) copyDraft(key, sealed)
  }
}

/** Copies of drafts that are nowhere else. */
export function resealCopies(ctx: Context): Promise<void> {
  return writing(ctx.db, async () => {
    const copies = await copiesIn(ctx.db)
    await ctx.db.drafts.bulkPut(
      copies.map(({ key, sealed }) => ({ key, sealed: draftAnew(key, sealed) ?? sealed })),
    )
  })
}

function draftAnew(key: string, stored: unknown): string | undefined {
  const ring = keptRing()
  const now = ring && anew(bytesOf(stored), bindDraft(key), ring)
  return now && toBase64(now)
}

/** Bytes kept as text; none of them where it is cut off or not ours: that opens nowhere. */
export function bytesOf(stored: unknown): Uint8Array {
  try {
    return fromBase64(String(stored ?? ''))
  } catch {
    return new Uint8Array()
  }
}
