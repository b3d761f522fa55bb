/** The versions of one entry, oldest first. Loaded when wanted. */
import { samePlace } from '../core/line.ts'
import type { Revision } from '../core/record.ts'
import type { RevisionBody } from '../core/revision.ts'
import { plain, unsealEntry, unsealRevision } from './bodies.ts'
import { bounded } from './bounded.ts'
import { opens } from './checking.ts'
import type { Context } from './context.ts'

/** @throws Damaged where one of them does not open */
export async function history(ctx: Context, id: string): Promise<Revision[]> {
  const [rows, stored] = await bounded('read', () =>
    Promise.all([ctx.db.revisions.where('id').equals(id).toArray(), ctx.db.entries.get(id)]),
  )
  const aside = (await opens(() => unsealEntry(stored, ctx.ring)))?.body.aside ?? []
  const all = rows.map(row => plain(unsealRevision(row, ctx.ring)))
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
