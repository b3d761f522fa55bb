/** The second half of the check: every entry beside its own versions, and no number left out. */
import { Dexie } from 'dexie'
import * as v from 'valibot'
import { sameBytes } from '../../core/bytes.ts'
import { sameData } from '../../core/canonical.ts'
import { followsFrom, lineOf, removalsAreSaid } from '../../core/line.ts'
import { plain, type UnsealedEntry, type UnsealedRevision, unsealEntry, unsealRevision } from '../bodies.ts'
import { bounded } from '../bounded.ts'
import type { Context } from '../context.ts'
import { EntryRow } from '../tables.ts'
import { batchSize, type Checking, opens } from './checking.ts'

export async function checkEntries(ctx: Context, checking: Checking): Promise<void> {
  const numbers = new Map<string, Set<number>>()
  let after: unknown = Dexie.minKey
  for (;;) {
    const { entries, versions } = await readTogether(ctx, after)
    for (const stored of entries) {
      const { id } = stored as { id: string }
      after = id
      checking.entries++
      checking.withoutEntry.delete(id)
      const row = v.safeParse(EntryRow, stored)
      if (row.success) {
        const { type, number } = row.output
        numbers.set(type, (numbers.get(type) ?? new Set()).add(number))
      }
      const entry = await opens(() => unsealEntry(stored, ctx.ring))
      const all = await opens(() =>
        versions.filter(one => (one as { id: unknown }).id === id).map(one => unsealRevision(one, ctx.ring)),
      )
      if (!entry) checking.find('unreadable', id)
      // Versions that do not open were found by the chain's half already.
      else if (all && !isAsItsVersions(entry, all)) checking.find('state', id)
    }
    checking.tell()
    if (entries.length < batchSize) break
  }
  for (const series of numbers.values()) {
    const highest = [...series].reduce((a, b) => Math.max(a, b), 0)
    for (let gaps = highest - series.size; gaps > 0; gaps--) checking.find('missing')
  }
  for (const id of checking.withoutEntry) {
    // Written while we looked, or not there at all.
    if ((await bounded('read', () => ctx.db.entries.get(id))) === undefined) checking.find('missing', id)
  }
}

/** Entries with their versions, in one transaction, so that a save meanwhile is no fault. */
function readTogether(ctx: Context, after: unknown): Promise<{ entries: unknown[]; versions: unknown[] }> {
  return bounded('read', () =>
    ctx.db.transaction('r', ctx.db.entries, ctx.db.revisions, async () => {
      const entries = await ctx.db.entries.where('id').above(after).limit(batchSize).toArray()
      const ids = entries.map(entry => (entry as { id: string }).id)
      return { entries, versions: await ctx.db.revisions.where('id').anyOf(ids).toArray() }
    }),
  )
}

/** Whether an entry is what its versions make of it. */
function isAsItsVersions({ row, body }: UnsealedEntry, versions: UnsealedRevision[]): boolean {
  const { letter: _, aside = [], ...stands } = body
  const all = versions.map(plain)
  const follows = followsFrom(lineOf(all, aside))
  if (!follows) return false
  const { commitment, body: standing, ...place } = follows
  return (
    all.every(one => removalsAreSaid(one, all, aside.length > 0)) &&
    Object.entries(place).every(([name, value]) => row[name as keyof typeof place] === value) &&
    sameBytes(commitment, row.commitment) &&
    sameData(standing, stands)
  )
}
