/**
 * The one way anything enters the record: a revision and the state that follows from it, in one strict transaction,
 * numbered and linked within it, and read back in another before anybody hears "saved".
 */

import { bytesToHex } from '@noble/hashes/utils.js'
import { Dexie, type Transaction } from 'dexie'
import * as v from 'valibot'
import { sameData } from '../core/canonical.ts'
import { firstLink, nextLink, sameBytes } from '../core/chain.ts'
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
import { type Instant, instantAt } from '../core/time.ts'
import { type Ring, ringIn } from '../seal/ring.ts'
import { type EntryBody, entryOf, sealEntry, sealRevision, unsealEntry, unsealRevision } from './bodies.ts'
import { bounded } from './bounded.ts'
import type { Context } from './context.ts'
import { CannotOpen, ConnectionLost, NotSaved } from './errors.ts'
import { moveMarker } from './marker.ts'
import { updateSmall } from './small.ts'
import { ChainRow, DiaryRow, type EntryRow, RevisionRow } from './tables.ts'

/** What was saved, and when: given only after the transaction completed and the entry was read back equal. */
export interface Saved<T extends RecordType = RecordType> {
  entry: Entry<T>
  savedAt: Instant
}

/** An entry as it stands in the transaction that is about to write. */
export interface Standing {
  row: EntryRow
  body: EntryBody
}

/** What to write. `content` is all that stands from now on; the revision keeps it where `change` carries content. */
export interface Step {
  type: RecordType
  change: Change
  content: object
  why?: string
  removals?: Removal[]
  state: Pick<EntryBody, 'withdrawn' | 'removed'>
}

/**
 * Decides within the transaction, from what stands, what to write; `undefined` writes nothing.
 * It may await nothing but this transaction's own requests.
 * @throws Refused
 */
export type Decide = (
  standing: Standing | undefined,
  now: Instant,
  ring: Ring,
) => Step | undefined | PromiseLike<Step | undefined>

/** Writes one revision of the entry `id`. @throws the errors of errors.ts */
export async function write<T extends RecordType>(
  ctx: Context,
  id: string,
  decide: Decide,
): Promise<Saved<T>> {
  const now = instantAt(ctx.clock())
  let under: Transaction | undefined
  const written = await bounded(
    'write',
    () =>
      ctx.db.transaction('rw', ctx.db.tables, transaction => {
        under = transaction
        return writeWithin(ctx, id, now, decide)
      }),
    () => under?.abort(),
  )
  if (!written.wrote)
    return { entry: entryOf<T>(written.standing), savedAt: written.standing.body.lastWritten }
  await bounded('write', () => readBack(ctx, written))
  const { revision, standing } = written
  moveMarker(
    { diary: ctx.diary, chain: ctx.chain, revisions: revision.seq, link: bytesToHex(revision.link) },
    standing.row.type,
    standing.row.number,
  )
  ctx.announce('entries')
  return { entry: entryOf<T>(written.standing), savedAt: now }
}

interface Wrote {
  wrote: true
  standing: Standing
  revision: RevisionRow
  /** What the revision was asked to keep. */
  content: object
  ring: Ring
}
type Written = Wrote | { wrote: false; standing: Standing }

async function writeWithin(ctx: Context, id: string, now: Instant, decide: Decide): Promise<Written> {
  const { diary, ring } = await here(ctx)
  const [stored, head] = await Promise.all([ctx.db.entries.get(id), headOf(ctx)])
  const standing = stored === undefined ? undefined : unsealEntry(stored, ring)
  const step = await decide(standing, now, ring)
  if (!step) {
    if (!standing) throw new Error('nothing stands and nothing is to be written')
    return { wrote: false, standing }
  }

  const number = standing?.row.number ?? (await lastNumber(ctx, diary, step.type)) + 1
  const envelope: Envelope = {
    chain: ctx.chain,
    diary: standing?.row.diary ?? diary,
    id,
    type: step.type,
    number,
    revision: (standing?.body.revisions ?? 0) + 1,
    change: step.change,
    written: now,
    zone: ctx.zone(),
    why: step.why,
    removals: step.removals,
  }
  const content = carriesContent(step.change) ? step.content : {}
  const salt = crypto.getRandomValues(new Uint8Array(hashLength))
  const commitment = commitTo(hashFields(committedFields(envelope, content), salt))
  const link = nextLink(head.link, commitment)
  const { chain, id: _, ...told } = envelope
  const revision = sealRevision(
    { chain, seq: head.seq + 1, id, commitment, link },
    { ...told, content: { ...content }, proof: { is: 'salt', salt: bytesToHex(salt) } },
    ring,
  )
  const body: EntryBody = {
    content: { ...step.content },
    firstWritten: standing?.body.firstWritten ?? now,
    lastWritten: now,
    revisions: envelope.revision,
    ...step.state,
  }
  const row = sealEntry(
    {
      id,
      type: step.type,
      diary: envelope.diary,
      number,
      happened: happenedAt(step.type, step.content, body.firstWritten),
      chain,
      seq: revision.seq,
      commitment: carriesContent(step.change) || !standing ? commitment : standing.row.commitment,
    },
    body,
    ring,
  )
  await Promise.all([
    ctx.db.revisions.add(revision),
    ctx.db.entries.put(row),
    noteOngoing(ctx, ring, standing, { row, body }),
  ])
  return { wrote: true, standing: { row, body }, revision, content, ring }
}

/** The diary as this transaction finds it: another window may have erased it or changed its keys. */
export async function here(ctx: Context): Promise<{ diary: string; ring: Ring }> {
  const found = await ctx.db.diary.get('diary')
  // Gone or another one: this page knows too little to go on; opening anew says what happened.
  if (found === undefined) throw new ConnectionLost()
  const row = v.parse(DiaryRow, found)
  if (row.diary !== ctx.diary || row.chain !== ctx.chain) throw new ConnectionLost()
  const ring = ringIn(row.keys)
  if (!ring) throw new CannotOpen('locked')
  ctx.ring = ring
  return { diary: row.diary, ring }
}

/** The newest link of the chain that is written to. */
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

/** The highest number given in a diary to a type; 0 where none was. */
export async function lastNumber(ctx: Pick<Context, 'db'>, diary: string, type: RecordType): Promise<number> {
  const [last] = await ctx.db.entries
    .where('[diary+type+number]')
    .between([diary, type, Dexie.minKey], [diary, type, Dexie.maxKey])
    .reverse()
    .limit(1)
    .keys()
  return Array.isArray(last) && typeof last[2] === 'number' ? last[2] : 0
}

/** Which incidents still go on is a short sealed list, so that home need not open every entry to know. */
async function noteOngoing(
  ctx: Context,
  ring: Ring,
  before: Standing | undefined,
  after: Standing,
): Promise<void> {
  const goesOn = (one: Standing | undefined) =>
    one !== undefined && !one.body.withdrawn && isOngoing(one.row.type, one.body.content)
  if (goesOn(before) === goesOn(after)) return
  const { id } = after.row
  await updateSmall(ctx, ring, 'ongoing', ({ ids }) => ({
    ids: goesOn(after) ? [...ids.filter(one => one !== id), id] : ids.filter(one => one !== id),
  }))
}

/** Reads back in a transaction of its own what the first one said it wrote. @throws NotSaved */
async function readBack(ctx: Context, { revision, standing, content, ring }: Wrote): Promise<void> {
  const [gotRevision, gotEntry] = await ctx.db.transaction('r', ctx.db.revisions, ctx.db.entries, () =>
    Promise.all([ctx.db.revisions.get([revision.chain, revision.seq]), ctx.db.entries.get(revision.id)]),
  )
  try {
    const kept = unsealRevision(gotRevision, ring)
    const stands = unsealEntry(gotEntry, ring)
    // Another window may have gone on from it by now; this revision stands all the same.
    const same = stands.row.seq > revision.seq || sameData(stands.body, standing.body)
    if (same && sameBytes(kept.row.link, revision.link) && sameData(kept.body.content, content)) return
  } catch (cause) {
    throw new NotSaved('readBack', { cause })
  }
  throw new NotSaved('readBack')
}
