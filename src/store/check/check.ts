/** Check my diary: every link, every commitment, every entry against its versions. Loaded when wanted. */
import * as v from 'valibot'
import type { CheckResult, Finding } from '../../core/checking.ts'
import { bounded } from '../bounded.ts'
import type { Context } from '../context.ts'
import { readSmall } from '../small.ts'
import { ChainRow, EntryRow, smallNames } from '../tables.ts'
import { checkChain } from './check-chain.ts'
import { checkEntries } from './check-entries.ts'
import { type Checking, opens } from './checking.ts'

/**
 * @param onProgress told after every batch how many of how many rows are done
 * @throws CannotRead, ConnectionLost: then nothing is known, good or bad
 */
export async function checkDiary(
  ctx: Context,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<CheckResult> {
  const [revisions, entries, chains] = await bounded('read', () =>
    Promise.all([ctx.db.revisions.count(), ctx.db.entries.count(), ctx.db.chains.toArray()]),
  )
  const checking: Checking = {
    revisions: 0,
    entries: 0,
    findings: [],
    withoutEntry: new Set(),
    find: (is, id) => checking.findings.push(id === undefined ? { is } : { is, id }),
    tell: () => onProgress(checking.revisions + checking.entries, revisions + entries),
  }
  for (const stored of chains) {
    const chain = v.safeParse(ChainRow, stored)
    if (chain.success) await checkChain(ctx, chain.output, checking)
    else checking.find('altered')
  }
  // Fewer than there are: some stand in a chain that nobody knows.
  if (checking.revisions < revisions) checking.find('missing')
  await checkEntries(ctx, checking)
  await checkSmall(ctx, checking)
  return {
    revisions: checking.revisions,
    entries: checking.entries,
    findings: await bounded('read', () => Promise.all(checking.findings.map(one => named(ctx, one)))),
  }
}

/** The finding with the number of its entry, read from the readable columns alone. */
async function named(ctx: Context, finding: Finding): Promise<Finding> {
  if (finding.id === undefined) return finding
  const row = v.safeParse(EntryRow, await ctx.db.entries.get(finding.id))
  return row.success ? { ...finding, type: row.output.type, number: row.output.number } : finding
}

async function checkSmall(ctx: Context, { find }: Checking): Promise<void> {
  for (const name of await bounded('read', () => ctx.db.small.toCollection().primaryKeys())) {
    const known = smallNames.find(one => one === name)
    if (!known || !(await bounded('read', () => opens(() => readSmall(ctx, ctx.ring, known)))))
      find('settings')
  }
}
