/**
 * The one way anything enters the record: a revision and the state that follows from it, in one strict transaction,
 * numbered and linked within it, and read back in another before anybody hears "saved".
 */
import { bytesToHex } from '@noble/hashes/utils.js'
import { sameData } from '../core/canonical.ts'
import { nextLink, sameBytes } from '../core/chain.ts'
import { commitTo, hashFields, hashLength } from '../core/commitment.ts'
import {
  type Change,
  carriesContent,
  type Entry,
  happenedAt,
  isOngoing,
  type RecordType,
} from '../core/record.ts'
import { committedFields, type Envelope, type Removal } from '../core/revision.ts'
import { type Standing, standAfter } from '../core/standing.ts'
import { type Instant, instantAt } from '../core/time.ts'
import type { Ring } from '../seal/ring.ts'
import {
  entryOf,
  sealEntry,
  sealRevision,
  type UnsealedEntry,
  unsealEntry,
  unsealRevision,
} from './bodies.ts'
import { bounded, writing } from './bounded.ts'
import type { Context } from './context.ts'
import { NotSaved } from './errors.ts'
import { headOf, lastNumber, ringHere } from './heads.ts'
import { moveMarker } from './marker.ts'
import { updateSmall } from './small.ts'
import type { RevisionRow } from './tables.ts'

/** What was saved, and when: given only after the transaction completed and the entry was read back equal. */
export interface Saved<T extends RecordType = RecordType> {
  entry: Entry<T>
  savedAt: Instant
}

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

/**
 * Decides within the transaction, from what stands, what to write; `undefined` writes nothing.
 * It may await nothing but this transaction's own requests.
 * @throws Refused
 */
export type Decide = (
  before: UnsealedEntry | undefined,
  now: Instant,
  ring: Ring,
) => NewRevision | undefined | PromiseLike<NewRevision | undefined>

/** Writes one revision of the entry `id`. @throws the errors of errors.ts */
export async function write<T extends RecordType>(
  ctx: Context,
  id: string,
  decide: Decide,
): Promise<Saved<T>> {
  const now = instantAt(ctx.clock())
  const written = await writing(ctx.db, () => writeWithin(ctx, id, now, decide))
  const { after, revision } = written
  if (!revision) return { entry: entryOf<T>(after), savedAt: after.body.lastWritten }
  await bounded('write', () => readBack(ctx, written, revision))
  moveMarker(
    { diary: ctx.diary, chain: ctx.chain, revisions: revision.seq, link: bytesToHex(revision.link) },
    after.row.type,
    after.row.number,
  )
  ctx.announce('entries')
  return { entry: entryOf<T>(after), savedAt: now }
}

interface Written {
  after: UnsealedEntry
  /** Missing where there was nothing to write. */
  revision?: RevisionRow
  /** What the revision was asked to keep. */
  content: object
}

async function writeWithin(ctx: Context, id: string, now: Instant, decide: Decide): Promise<Written> {
  const [ring, stored, head] = await Promise.all([ringHere(ctx), ctx.db.entries.get(id), headOf(ctx)])
  const before = stored === undefined ? undefined : unsealEntry(stored, ring)
  const wanted = await decide(before, now, ring)
  if (!wanted) {
    if (!before) throw new Error('nothing stands and nothing is to be written')
    return { after: before, content: {} }
  }
  const { type, change, content = {}, why, removals } = wanted

  const envelope: Envelope = {
    chain: ctx.chain,
    diary: before?.row.diary ?? ctx.diary,
    id,
    type,
    number: before?.row.number ?? (await lastNumber(ctx, ctx.diary, type)) + 1,
    revision: (before?.body.revisions ?? 0) + 1,
    change,
    written: now,
    zone: ctx.zone(),
    why,
    removals,
  }
  const salt = crypto.getRandomValues(new Uint8Array(hashLength))
  const commitment = commitTo(hashFields(committedFields(envelope, content), salt))
  const { chain, id: _, ...told } = envelope
  const revision = sealRevision(
    { chain, seq: head.seq + 1, id, commitment, link: nextLink(head.link, commitment) },
    { ...told, content: { ...content }, proof: { is: 'salt', salt: bytesToHex(salt) } },
    ring,
  )

  const body = wanted.standing ?? standAfter(before?.body, { ...envelope, content })
  const row = sealEntry(
    {
      id,
      type,
      diary: envelope.diary,
      number: envelope.number,
      happened: happenedAt(type, body.content, body.firstWritten),
      chain,
      seq: revision.seq,
      commitment: carriesContent(change) || !before ? commitment : before.row.commitment,
    },
    body,
    ring,
  )
  const after = { row, body }
  await Promise.all([
    ctx.db.revisions.add(revision),
    ctx.db.entries.put(row),
    noteOngoing(ctx, ring, before, after),
  ])
  return { after, revision, content }
}

/** Which incidents still go on is a short sealed list, so that home need not open every entry to know. */
async function noteOngoing(
  ctx: Context,
  ring: Ring,
  before: UnsealedEntry | undefined,
  after: UnsealedEntry,
): Promise<void> {
  const goesOn = (one: UnsealedEntry | undefined) =>
    one !== undefined && !one.body.withdrawn && isOngoing(one.row.type, one.body.content)
  if (goesOn(before) === goesOn(after)) return
  const { id } = after.row
  await updateSmall(ctx, ring, 'ongoing', ({ ids }) => {
    const others = ids.filter(one => one !== id)
    return { ids: goesOn(after) ? [...others, id] : others }
  })
}

/** Reads back, in a transaction of its own, what the first one said it wrote. @throws NotSaved */
async function readBack(ctx: Context, { after, content }: Written, revision: RevisionRow): Promise<void> {
  const [keptRevision, keptEntry] = await ctx.db.transaction('r', ctx.db.revisions, ctx.db.entries, () =>
    Promise.all([ctx.db.revisions.get([revision.chain, revision.seq]), ctx.db.entries.get(revision.id)]),
  )
  try {
    const kept = unsealRevision(keptRevision, ctx.ring)
    const stands = unsealEntry(keptEntry, ctx.ring)
    // Another window may have gone on from it by now; this revision stands all the same.
    const same = stands.row.seq > revision.seq || sameData(stands.body, after.body)
    if (same && sameBytes(kept.row.link, revision.link) && sameData(kept.body.content, content)) return
  } catch (cause) {
    throw new NotSaved('readBack', { cause })
  }
  throw new NotSaved('readBack')
}
