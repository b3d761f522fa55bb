/** Entries as they once stood. Loaded when wanted: only a document made again asks for them. */
import { incidentCode } from '../core/chain.ts'
import { followsFrom, lineOf } from '../core/line.ts'
import type { Entry } from '../core/record.ts'
import { entryOf, plain, unsealEntry, unsealRevision } from './bodies.ts'
import { bounded } from './bounded.ts'
import type { Context } from './context.ts'

/**
 * The entry as it stood when it had so many revisions; words removed since are missing. `undefined` where it is not
 * here or never had so many.
 * @throws Damaged
 */
export async function entryAsOf(ctx: Context, id: string, revisions: number): Promise<Entry | undefined> {
  const [stored, rows] = await bounded('read', () =>
    Promise.all([ctx.db.entries.get(id), ctx.db.revisions.where('id').equals(id).toArray()]),
  )
  if (stored === undefined) return undefined
  const now = unsealEntry(stored, ctx.ring)
  if (now.body.revisions === revisions) return entryOf(now)
  const line = lineOf(
    rows.map(row => plain(unsealRevision(row, ctx.ring))),
    now.body.aside,
  )
  const then = followsFrom(line.slice(0, revisions))
  if (!then || then.body.revisions !== revisions) return undefined
  const { type, number, commitment, body } = then
  // What came as files met does not follow from what was written.
  const { letter, aside } = now.body
  const beside = { ...(letter === undefined ? {} : { letter }), ...(aside === undefined ? {} : { aside }) }
  return { ...body, ...beside, id, type, number, code: incidentCode(commitment) } as unknown as Entry
}
