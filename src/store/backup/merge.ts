/** Bringing a diary in from a file, whole or not at all. Loaded when wanted. */

import * as v from 'valibot'
import type { Dump, Holding } from '../../core/backup/dump.ts'
import { merge } from '../../core/backup/merge.ts'
import type { Brought } from '../../core/backup/merge-entries.ts'
import { sameBytes, toHex } from '../../core/bytes.ts'
import { bounded, patience, writing } from '../bounded.ts'
import { opens } from '../check/checking.ts'
import type { Context } from '../context.ts'
import { NotSaved, Overtaken } from '../errors.ts'
import { endOf, ringHere } from '../heads.ts'
import { dropDraftsAbout } from '../outside/drafts.ts'
import { setMarker } from '../outside/marker.ts'
import { updateSmall } from '../small.ts'
import { DiaryRow } from '../tables.ts'
import { dump } from './dump.ts'
import { type Rows, rowsFor } from './merge-rows.ts'

export interface TakeInOptions {
  /** From 0 to 1. */
  onProgress?: ((done: number) => void) | undefined
  signal?: AbortSignal | undefined
}

/** What taking this in would bring; nothing is written. @throws CannotRead, ConnectionLost, BadBackup */
export async function wouldBring(ctx: Context, theirs: Dump): Promise<Brought> {
  return merge(await dump(ctx), theirs).brought
}

/**
 * Brings in what is not here yet, in one transaction, and reads it back. Another window may write meanwhile: then we
 * look again.
 * @throws the errors of a save, or the signal's reason: then nothing was written
 */
export async function takeIn(
  ctx: Context,
  theirs: Dump,
  { onProgress, signal }: TakeInOptions = {},
): Promise<Brought> {
  const part = (from: number, to: number) => (done: number, of: number) => {
    signal?.throwIfAborted()
    onProgress?.(from + ((to - from) * done) / Math.max(of, 1))
  }
  for (;;) {
    const count = await bounded('read', () => ctx.db.revisions.count())
    const ours = await dump(ctx, { onProgress: part(0, 0.2), signal })
    const { held, brought, removedFrom } = merge(ours, theirs)
    const rows = await rowsFor(ctx, ours, held, part(0.2, 0.5))
    try {
      await writing(ctx.db, () => write(ctx, rows, ours, held, count, part(0.5, 0.9)), patience.all)
    } catch (error) {
      signal?.throwIfAborted()
      if (error instanceof Overtaken) continue
      throw error
    }
    await bounded('write', () => readBack(ctx, rows), undefined, patience.all)
    await goOn(ctx, rows)
    for (const id of removedFrom) dropDraftsAbout(id)
    if (brought.removed > 0) ctx.announce('removed')
    onProgress?.(1)
    return brought
  }
}

/** Rows given to the database at once. */
const slice = 500

/** Within a transaction over all tables. */
async function write(
  ctx: Context,
  rows: Rows,
  ours: Holding,
  held: Holding,
  count: number,
  step: (done: number, of: number) => void,
): Promise<void> {
  const { db } = ctx
  const ring = await ringHere(ctx)
  const sealedAnew = !sameBytes(ring.current.name, rows.ring.current.name)
  if (sealedAnew || (await db.revisions.count()) !== count) throw new Overtaken()
  const of = rows.revisions.length + rows.entries.length
  await db.chains.bulkPut(rows.chains)
  for (let i = 0; i < rows.revisions.length; i += slice) {
    step(i, of)
    await db.revisions.bulkPut(rows.revisions.slice(i, i + slice))
  }
  for (let i = 0; i < rows.entries.length; i += slice) {
    step(rows.revisions.length + i, of)
    await db.entries.bulkPut(rows.entries.slice(i, i + slice))
  }
  // What does not open here stays as it is: it is no reason to leave the rest out.
  await opens(() =>
    updateSmall(ctx, ring, 'ongoing', ({ ids }) => ({
      ids: [
        ...ids.filter(id => rows.ongoing.get(id) !== false),
        ...[...rows.ongoing].filter(([id, on]) => on && !ids.includes(id)).map(([id]) => id),
      ],
    })),
  )
  if (held.profile !== ours.profile)
    await opens(() => updateSmall(ctx, ring, 'profile', before => ({ ...held.profile, ...before })))
  if (held.settings !== ours.settings)
    await opens(() => updateSmall(ctx, ring, 'settings', before => ({ ...held.settings, ...before })))
  if (rows.forgotten) await db.chains.delete(rows.forgotten)
  if (rows.goesOn) {
    const row = v.parse(DiaryRow, await db.diary.get('diary'))
    await db.diary.put({ ...row, ...rows.goesOn })
  }
  step(of, of)
}

/** @throws NotSaved */
async function readBack({ db }: Context, { revisions, entries }: Rows): Promise<void> {
  const same = (written: readonly { sealed: Uint8Array }[], stored: readonly unknown[]) =>
    written.every(({ sealed }, i) =>
      sameBytes((stored[i] as { sealed: Uint8Array } | undefined)?.sealed ?? none, sealed),
    )
  for (let i = 0; i < Math.max(revisions.length, entries.length); i += slice) {
    const [some, others] = [revisions.slice(i, i + slice), entries.slice(i, i + slice)]
    const [a, b] = await Promise.all([
      db.revisions.bulkGet(some.map(({ chain, seq }): [string, number] => [chain, seq])),
      db.entries.bulkGet(others.map(({ id }) => id)),
    ])
    if (!same(some, a) || !same(others, b)) throw new NotSaved('readBack')
  }
}

const none = new Uint8Array(1)

/** This window goes on where the diary now stands; others find out as they write, and load anew. */
async function goOn(ctx: Context, { goesOn }: Rows): Promise<void> {
  if (goesOn) Object.assign(ctx, goesOn)
  const end = await bounded('read', () => endOf(ctx))
  ctx.end = end
  setMarker({
    diary: ctx.diary,
    chain: ctx.chain,
    revisions: end.seq,
    incidents: end.numbers.incident,
    reports: end.numbers.report,
    link: toHex(end.link),
  })
  for (const change of ['entries', 'profile', 'settings'] as const) ctx.announce(change)
}
