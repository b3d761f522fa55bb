/**
 * An entry's line: the versions that led to what stands, oldest first. Where files met and the same entry had been
 * changed on two phones, the versions of the other phone stand aside: kept, shown in the history, not counted.
 */

import type { KeptRevision } from './proof.ts'
import { carriesContent, happenedAt, isContent, type RecordType } from './record.ts'
import type { Standing } from './standing.ts'
import { standAfterAll } from './standing-after-all.ts'

/** A version's place: its chain, and where in it. */
export interface Place {
  chain: string
  seq: number
}

/** What an entry keeps beside what follows from its versions. */
export interface Beside {
  /** Shown behind the number where another entry has the same: 7·B. */
  letter?: string | undefined
  /** Versions that stand aside. */
  aside?: Place[] | undefined
}

/** `Hash` is whatever the caller keeps commitments as: bytes in the store, hexadecimal in a file. */
export interface LineRevision<Hash> extends KeptRevision {
  seq: number
  commitment: Hash
}

/** What follows from a line: the row of an entry and what stands. */
export interface Follows<Hash> extends Place {
  id: string
  type: RecordType
  diary: string
  number: number
  /** Milliseconds. */
  happened: number
  /** Of the newest version that carries content. */
  commitment: Hash
  body: Standing
}

export const samePlace = (a: Place, b: Place): boolean => a.chain === b.chain && a.seq === b.seq

/** The line of an entry among all its versions. */
export const lineOf = <R extends Place & { body: { revision: number } }>(
  versions: readonly R[],
  aside: readonly Place[] = [],
): R[] =>
  versions
    .filter(one => !aside.some(place => samePlace(place, one)))
    .sort((a, b) => a.body.revision - b.body.revision)

/** What follows from a line; `undefined` where these versions are not one after the other, or make no entry. */
export function followsFrom<Hash>(line: readonly LineRevision<Hash>[]): Follows<Hash> | undefined {
  const [first] = line
  const newest = line.at(-1)
  const content = line.filter(one => carriesContent(one.body.change)).at(-1)
  const body = standAfterAll(line.map(one => one.body))
  if (!first || !newest || !content || !body) return undefined
  const { type, diary, number } = first.body
  const inOrder = line.every(
    ({ id, body }, i) =>
      id === first.id &&
      body.revision === i + 1 &&
      (body.change === 'first') === (i === 0) &&
      body.type === type &&
      body.diary === diary &&
      body.number === number,
  )
  if (!inOrder || !isContent(type, body.content)) return undefined
  return {
    id: first.id,
    type,
    diary,
    number,
    happened: happenedAt(type, body.content, body.firstWritten),
    chain: newest.chain,
    seq: newest.seq,
    commitment: content.commitment,
    body,
  }
}

/**
 * Whether words are only missing where a `wordsRemoved` version says so. Where a phone did not yet know of a removal
 * on another, the same words went from its own versions when the two met: then the other's version says it.
 */
export function removalsAreSaid({ body }: KeptRevision, all: readonly KeptRevision[], met: boolean): boolean {
  if (body.proof.is === 'salt') return true
  return body.proof.removed.every(({ field, by }) =>
    all.some(
      other =>
        other.body.revision === by &&
        other.body.removals?.some(one => one.field === field && (met || one.revision === body.revision)),
    ),
  )
}
