/** The first half of the check: every version of a chain, from its first link on. */
import { Dexie } from 'dexie'
import * as v from 'valibot'
import { sameBytes } from '../../core/bytes.ts'
import { firstLink, nextLink } from '../../core/chain.ts'
import { commitmentOf } from '../../core/proof.ts'
import { plain, unsealRevision } from '../bodies.ts'
import { bounded } from '../bounded.ts'
import type { Context } from '../context.ts'
import { readMarker } from '../outside/marker.ts'
import { type ChainRow, RevisionRow } from '../tables.ts'
import { batchSize, type Checking, opens } from './checking.ts'

export async function checkChain(ctx: Context, chain: ChainRow, checking: Checking): Promise<void> {
  let last = await startOf(ctx, chain, checking)
  for (;;) {
    const rows = await versionsAfter(ctx, chain.chain, last.seq)
    for (const stored of rows) {
      const { id, seq } = stored as { id: unknown; seq: number }
      checking.revisions++
      checking.withoutEntry.add(String(id))
      for (let gap = last.seq + 1; gap < seq; gap++) checking.find('missing')

      const row = v.safeParse(RevisionRow, stored)
      const revision = await opens(() => unsealRevision(stored, ctx.ring))
      if (!row.success || !revision) checking.find('unreadable', String(id))
      else if (!matches(commitmentOf(plain(revision)), row.output.commitment))
        checking.find('altered', String(id))
      // Each link against the stored one before it, so that one fault is one finding and not a landslide.
      const follows = row.success && sameBytes(nextLink(last.link, row.output.commitment), row.output.link)
      if (row.success && !follows && seq === last.seq + 1) checking.find('link', String(id))
      last = { seq, link: row.success ? row.output.link : last.link }
    }
    checking.tell()
    if (rows.length < batchSize) break
  }
  const marked = readMarker().now
  if (marked?.chain === chain.chain) for (; last.seq < marked.revisions; last.seq++) checking.find('missing')
}

const matches = (a: Uint8Array | undefined, b: Uint8Array) => a !== undefined && sameBytes(a, b)

/** A diary's first chain starts from its id, a branch from the version that it goes on from. */
async function startOf(ctx: Context, { diary, from }: ChainRow, { find }: Checking) {
  if (!from) return { seq: 0, link: firstLink(diary) }
  const parent = await bounded('read', () => ctx.db.revisions.get([from.chain, from.seq]))
  const row = v.safeParse(RevisionRow, parent)
  if (!row.success) find('missing')
  return { seq: from.seq, link: row.success ? row.output.link : firstLink(diary) }
}

const versionsAfter = (ctx: Context, chain: string, seq: number): Promise<unknown[]> =>
  bounded('read', () =>
    ctx.db.revisions
      .where('[chain+seq]')
      .between([chain, seq], [chain, Dexie.maxKey], false, true)
      .limit(batchSize)
      .toArray(),
  )
