/** Where the next revision goes: this diary and its keys, the newest link, the last number. Each asks within a transaction. */
import { Dexie } from 'dexie'
import * as v from 'valibot'
import { sameBytes } from '../core/bytes.ts'
import { firstLink } from '../core/chain.ts'
import type { RecordType } from '../core/record.ts'
import { type Ring, ringIn } from '../seal/ring.ts'
import type { Context, End } from './context.ts'
import { CannotOpen, ConnectionLost } from './errors.ts'
import { ChainRow, DiaryRow, RevisionRow } from './tables.ts'

/**
 * The diary's keys as this transaction finds them: another window may have changed them, or erased the diary.
 * @throws ConnectionLost where this diary is not here any more: opening anew says what happened
 */
export async function ringHere(ctx: Context): Promise<Ring> {
  const row = v.safeParse(DiaryRow, await ctx.db.diary.get('diary'))
  if (!row.success || row.output.diary !== ctx.diary || row.output.chain !== ctx.chain)
    throw new ConnectionLost()
  const ring = ringIn(row.output.keys, ctx.ring)
  if (!ring) throw new CannotOpen('locked')
  ctx.ring = ring
  return ring
}

/** The newest link of the chain that is written to, and its place; `seq` 0 before the first. */
export async function headOf(
  ctx: Pick<Context, 'db' | 'chain' | 'diary'>,
): Promise<{ seq: number; link: Uint8Array }> {
  const last = await ctx.db.revisions
    .where('[chain+seq]')
    .between([ctx.chain, Dexie.minKey], [ctx.chain, Dexie.maxKey])
    .last()
  if (last !== undefined) return v.parse(RevisionRow, last)
  const { from, diary } = v.parse(ChainRow, await ctx.db.chains.get(ctx.chain))
  if (!from) return { seq: 0, link: firstLink(diary) }
  return v.parse(RevisionRow, await ctx.db.revisions.get([from.chain, from.seq]))
}

/** Where the chain that is written to ends. What is already `known` is only asked for anew where the chain went on. */
export async function endOf(ctx: Pick<Context, 'db' | 'chain' | 'diary'>, known?: End): Promise<End> {
  const { seq, link } = await headOf(ctx)
  if (known?.seq === seq && sameBytes(known.link, link)) return known
  return { seq, link, numbers: await lastNumbers(ctx) }
}

/** The highest number of each type, in whichever diary: so that no number given from now on meets another. */
async function lastNumbers(ctx: Pick<Context, 'db'>): Promise<End['numbers']> {
  const chains = await ctx.db.chains.toArray()
  const diaries = [...new Set(chains.map(chain => (chain as { diary: string }).diary))]
  const highest = async (type: RecordType) =>
    Math.max(0, ...(await Promise.all(diaries.map(diary => lastNumber(ctx, diary, type)))))
  const [incident, report, share] = await Promise.all([
    highest('incident'),
    highest('report'),
    highest('share'),
  ])
  return { incident, report, share }
}

/** The link at a place of a chain; a branch has that of its parent up to where it begins. */
export async function linkAt(
  { db }: Pick<Context, 'db'>,
  chain: string,
  seq: number,
): Promise<Uint8Array | undefined> {
  const row = v.safeParse(RevisionRow, await db.revisions.get([chain, seq]))
  if (row.success) return row.output.link
  const { from } = v.parse(v.fallback(v.partial(ChainRow), {}), await db.chains.get(chain))
  return from && seq <= from.seq ? await linkAt({ db }, from.chain, seq) : undefined
}

/** The highest number given in a diary to a type; 0 where none was. */
export async function lastNumber(
  { db }: Pick<Context, 'db'>,
  diary: string,
  type: RecordType,
): Promise<number> {
  const [last] = await db.entries
    .where('[diary+type+number]')
    .between([diary, type, Dexie.minKey], [diary, type, Dexie.maxKey])
    .reverse()
    .limit(1)
    .keys()
  return Array.isArray(last) && typeof last[2] === 'number' ? last[2] : 0
}
