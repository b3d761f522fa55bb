/** One version that both diaries have, or that finds its place in another chain. */
import { sameData } from '../canonical.ts'
import { fieldsOf, withoutWords } from '../proof.ts'
import type { BackupRevision } from './dump.ts'
import { commitmentHolds, isReadable, type ReadableRevision } from './verify.ts'

/** The version as it stands in a chain of ours; it stays committed to the chain that it was written in. */
export function otherChain(row: BackupRevision, chain: string): BackupRevision {
  if (row.chain === chain) return row
  const { body, ...place } = row
  if (!body) return { ...place, chain }
  const { as = row.chain, ...rest } = body
  return { ...place, chain, body: as === chain ? rest : { as, ...rest } }
}

/** Our version of what both have: without the words that theirs has removed; theirs where ours does not open. */
export function withoutWhatWasRemoved(
  ours: BackupRevision,
  theirs: BackupRevision,
  { mended, removed }: Record<'mended' | 'removed', Set<string>>,
): BackupRevision {
  if (!isReadable(theirs)) return ours
  if (!isReadable(ours)) {
    if (!commitmentHolds(theirs)) return ours
    mended.add(ours.link)
    return otherChain(theirs, ours.chain)
  }
  const { proof } = theirs.body
  let one: BackupRevision = ours
  for (const { field, by, at } of proof.is === 'parts' ? proof.removed : [])
    one = withoutField(one, field, { revision: by, at })
  if (one !== ours) removed.add(ours.link)
  return one
}

type By = { revision: number; at: ReadableRevision['body']['written'] }

/** The version without one field; the very same where it has no such field. */
export function withoutField(one: BackupRevision, field: string, by: By): BackupRevision {
  const without = isReadable(one) && withoutWords(one, [field], by)
  return without ? { ...one, body: without.body as ReadableRevision['body'] } : one
}

/** Words that one of two copies of a version has and the other has removed. */
export interface GoneWords {
  field: string
  value: unknown
  by: By
}

/** What was removed from one copy of a version, with the words, as the other copy still has them. */
export function goneFrom(one: BackupRevision | undefined, full: BackupRevision): GoneWords[] {
  if (!one?.body || one.body.proof.is === 'salt' || !isReadable(full)) return []
  const fields = fieldsOf(full)
  return one.body.proof.removed
    .filter(({ field }) => fields[field] !== undefined)
    .map(({ field, by, at }) => ({ field, value: fields[field], by: { revision: by, at } }))
}

/** A version of the same entry without the very words that were removed from another. */
export function withoutTheSame(one: BackupRevision, gone: readonly GoneWords[]): BackupRevision {
  let left = one
  for (const { field, value, by } of gone) {
    const stands = isReadable(left) ? fieldsOf(left)[field] : undefined
    if (stands !== undefined && sameData(stands, value)) left = withoutField(left, field, by)
  }
  return left
}
