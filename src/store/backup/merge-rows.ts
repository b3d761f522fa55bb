/** The rows that a merged diary needs beyond those that are here, sealed and ready to be written. */

import type { BackupRevision, Holding, Stands } from '../../core/backup/dump.ts'
import { entriesOf, factsOf, type HeldEntry } from '../../core/backup/verify.ts'
import { fromHex } from '../../core/bytes.ts'
import { sameData } from '../../core/canonical.ts'
import { isOngoing } from '../../core/record.ts'
import type { Ring } from '../../seal/ring.ts'
import { sealEntry, sealRevision } from '../bodies.ts'
import type { Context } from '../context.ts'
import type { ChainRow, EntryRow, RevisionRow } from '../tables.ts'

export interface Rows {
  /** Under which they are sealed. */
  ring: Ring
  revisions: RevisionRow[]
  entries: EntryRow[]
  chains: ChainRow[]
  /** Whether each of the entries still goes on. */
  ongoing: Map<string, boolean>
  /** Where this phone goes on: a new branch, so that no two phones ever continue the same chain unseen. */
  goesOn?: { diary: string; chain: string } | undefined
  /** A chain that nothing was ever written to. */
  forgotten?: string | undefined
}

/** How long we work before others get a turn, in milliseconds. */
const turn = 30

/** @param step told after each row; throws to stop */
export async function rowsFor(
  ctx: Pick<Context, 'chain' | 'ring'>,
  ours: Holding,
  held: Holding,
  step: (done: number, of: number) => void,
): Promise<Rows> {
  const here = new Set<BackupRevision>(ours.revisions)
  const changed = held.revisions.filter(one => !here.has(one))
  const entries = touched(ours, held, changed)
  const rows: Rows = { ring: ctx.ring, revisions: [], entries: [], chains: [], ongoing: new Map() }
  const of = changed.length + entries.length
  let since = performance.now()
  const breathe = async () => {
    step(rows.revisions.length + rows.entries.length, of)
    if (performance.now() - since < turn) return
    await new Promise(done => setTimeout(done))
    since = performance.now()
  }
  for (const one of changed) {
    rows.revisions.push(revisionRow(one, ctx.ring))
    await breathe()
  }
  for (const entry of entries) {
    const row = entryRow(entry, ctx.ring)
    if (row) rows.entries.push(row)
    const body = entry.follows?.body ?? entry.beside.stands?.body
    if (row && body) rows.ongoing.set(entry.id, !body.withdrawn && isOngoing(row.type, body.content))
    await breathe()
  }
  addChains(rows, ctx.chain, ours, held)
  return rows
}

/** The entries whose versions, letter or line changed. */
function touched(ours: Holding, held: Holding, changed: readonly BackupRevision[]): HeldEntry[] {
  const before = new Map(ours.entries.map(one => [one.id, one]))
  const ids = new Set(changed.map(({ id }) => id))
  for (const one of held.entries) {
    const was = before.get(one.id)
    if (was !== one && !sameData(was ?? null, one)) ids.add(one.id)
    before.delete(one.id)
  }
  for (const id of before.keys()) ids.add(id)
  const some = <T extends { id: string }>(list: readonly T[]) => list.filter(({ id }) => ids.has(id))
  return [...entriesOf({ ...held, revisions: some(held.revisions), entries: some(held.entries) }).values()]
}

function revisionRow({ chain, seq, id, commitment, link, body }: BackupRevision, ring: Ring): RevisionRow {
  const row = { chain, seq, id, commitment: fromHex(commitment), link: fromHex(link) }
  return body ? sealRevision(row, body, ring) : { ...row, sealed: nothing() }
}

/** `undefined` where nothing of the entry could be read when the file was made. */
function entryRow(entry: HeldEntry, ring: Ring): EntryRow | undefined {
  const facts: Omit<Stands, 'body'> | undefined = factsOf(entry)
  if (!facts) return undefined
  const { type, diary, number, happened, chain, seq, commitment } = facts
  const row = { id: entry.id, type, diary, number, happened, chain, seq, commitment: fromHex(commitment) }
  const body = entry.follows?.body ?? entry.beside.stands?.body
  const { letter, aside } = entry.beside
  if (!body) return { ...row, sealed: nothing() }
  return sealEntry(row, { ...body, ...(letter ? { letter } : {}), ...(aside ? { aside } : {}) }, ring)
}

/** Opens nowhere: it did not open where it came from. */
const nothing = () => new Uint8Array(0)

function addChains(rows: Rows, written: string, ours: Holding, held: Holding): void {
  const known = new Set(ours.chains.map(({ chain }) => chain))
  rows.chains.push(...held.chains.filter(({ chain }) => !known.has(chain)))
  const fresh = held.revisions.length > ours.revisions.length
  if (!fresh || !held.head) return
  rows.goesOn = { diary: held.diary, chain: crypto.randomUUID() }
  rows.chains.push({ ...rows.goesOn, from: held.head })
  if (!held.revisions.some(({ chain }) => chain === written)) rows.forgotten = written
}
