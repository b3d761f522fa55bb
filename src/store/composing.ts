/** Composing a revision and the state that follows from it: numbered, committed to, linked and sealed. Synchronous. */
import { toHex } from '../core/bytes.ts'
import { nextLink } from '../core/chain.ts'
import { commitTo, hashFields, hashLength } from '../core/commitment.ts'
import { type Change, carriesContent, happenedAt, type RecordType } from '../core/record.ts'
import { committedFields, type Envelope, type Removal } from '../core/revision.ts'
import { type Standing, standAfter } from '../core/standing.ts'
import type { Instant } from '../core/time.ts'
import type { Ring } from '../seal/ring.ts'
import { sealEntry, sealRevision, type UnsealedEntry } from './bodies.ts'
import type { Context } from './context.ts'
import type { RevisionRow } from './tables.ts'

/** One revision to write, and with it the state that follows. */
export interface NewRevision {
  type: RecordType
  change: Change
  /** Where `change` carries content: all that stands from now on. */
  content?: object
  why?: string
  removals?: Removal[]
  /** What stands after it, where that does not simply follow from what stood before. */
  standing?: Standing
}

/** What a revision is composed on. */
export interface Ground {
  ring: Ring
  /** The newest link of the chain, and its place. */
  head: { seq: number; link: Uint8Array }
  /** The entry as it stands; missing for a new one, which gets `number`. */
  before?: UnsealedEntry | undefined
  number: number
}

export interface Composed {
  revision: RevisionRow
  after: UnsealedEntry
  /** What the revision keeps of the content. */
  content: object
}

export function compose(
  { chain, diary, zone }: Pick<Context, 'chain' | 'diary' | 'zone'>,
  { ring, head, before, number }: Ground,
  id: string,
  { type, change, content = {}, why, removals, standing }: NewRevision,
  written: Instant,
): Composed {
  const told: Omit<Envelope, 'chain' | 'id'> = {
    diary: before?.row.diary ?? diary,
    type,
    number,
    revision: (before?.body.revisions ?? 0) + 1,
    change,
    written,
    zone: zone(),
    why,
    removals,
  }
  const salt = crypto.getRandomValues(new Uint8Array(hashLength))
  const commitment = commitTo(hashFields(committedFields({ chain, id, ...told }, content), salt))
  const revision = sealRevision(
    { chain, seq: head.seq + 1, id, commitment, link: nextLink(head.link, commitment) },
    { ...told, content: { ...content }, proof: { is: 'salt', salt: toHex(salt) } },
    ring,
  )
  const { letter, aside } = before?.body ?? {}
  const body = {
    ...(standing ?? standAfter(before?.body, { ...told, content })),
    ...(letter === undefined ? {} : { letter }),
    ...(aside === undefined ? {} : { aside }),
  }
  const row = sealEntry(
    {
      id,
      type,
      diary: told.diary,
      number,
      happened: happenedAt(type, body.content, body.firstWritten),
      chain,
      seq: revision.seq,
      commitment: carriesContent(change) || !before ? commitment : before.row.commitment,
    },
    body,
    ring,
  )
  return { revision, after: { row, body }, content }
}
