/** The versions of one entry, oldest first. Loaded when wanted. */
import { type LineRevision, type Place, samePlace } from '../core/line.ts'
import type { Revision } from '../core/record.ts'
import type { RevisionBody } from '../core/revision.ts'
import { plain, unsealEntry, unsealRevision } from './bodies.ts'
import { bounded } from './bounded.ts'
import { batchSize, opensNow } from './check/checking.ts'
import type { Context } from './context.ts'
import { inTurns } from './turns.ts'

/** @throws Damaged where one of them does not open */
export async function history(ctx: Context, id: string): Promise<Revision[]> {
  return (await histories(ctx, [id])).get(id) ?? []
}

/** The versions of many entries, by id: for a whole diary much quicker than one after another. @throws Damaged */
export async function histories(ctx: Context, ids: readonly string[]): Promise<Map<string, Revision[]>> {
  const found = new Map<string, Revision[]>()
  for (let from = 0; from < ids.length; from += batchSize) {
    const some = ids.slice(from, from + batchSize)
    const [rows, entries] = await bounded('read', () =>
      Promise.all([ctx.db.revisions.where('id').anyOf(some).toArray(), ctx.db.entries.bulkGet(some)]),
    )
    const read = await inTurns(rows, row => plain(unsealRevision(row, ctx.ring)))
    const stand = await inTurns(entries, row => opensNow(() => unsealEntry(row, ctx.ring)))
    for (const [i, id] of some.entries())
      found.set(
        id,
        versionsOf(
          id,
          read.filter(one => one.id === id),
          stand[i]?.body.aside ?? [],
        ),
      )
  }
  return found
}

function versionsOf(
  id: string,
  all: readonly LineRevision<Uint8Array>[],
  aside: readonly Place[],
): Revision[] {
  const whyOf = new Map(
    all.filter(one => one.body.removals).map(({ body }) => [body.revision, body.why ?? '']),
  )
  return all
    .map(one =>
      revisionOf(
        id,
        one.body,
        whyOf,
        aside.some(place => samePlace(place, one)),
      ),
    )
    .sort((a, b) => a.revision - b.revision || (a.aside ? 1 : -1))
}

function revisionOf(id: string, body: RevisionBody, whyOf: Map<number, string>, aside: boolean): Revision {
  const { type, number, revision, change, written, zone, content, why, proof } = body
  const removed =
    proof.is === 'parts'
      ? proof.removed.map(({ field, words, at, by }) => ({ field, words, at, why: whyOf.get(by) ?? '' }))
      : undefined
  return {
    id,
    type,
    number,
    revision,
    change,
    written,
    zone,
    // Checked by its own hashes rather than by shape: an older shape must stay readable as it was written.
    content: content as Revision['content'],
    ...(why === undefined ? {} : { why }),
    ...(removed ? { removed } : {}),
    ...(aside ? { aside } : {}),
  }
}
