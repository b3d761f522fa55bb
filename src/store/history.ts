/** The versions of one entry, oldest first. Loaded when wanted. */
import type { Revision } from '../core/record.ts'
import { type RevisionBody, unsealRevision } from './bodies.ts'
import { bounded } from './bounded.ts'
import type { Context } from './context.ts'

/** @throws Damaged where one of them does not open */
export async function history(ctx: Context, id: string): Promise<Revision[]> {
  const rows = await bounded('read', () => ctx.db.revisions.where('id').equals(id).toArray())
  const bodies = rows.map(row => unsealRevision(row, ctx.ring).body).sort((a, b) => a.revision - b.revision)
  const whyOf = new Map(bodies.map(body => [body.revision, body.why ?? '']))
  return bodies.map(body => revisionOf(id, body, whyOf))
}

function revisionOf(id: string, body: RevisionBody, whyOf: Map<number, string>): Revision {
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
  }
}
