/**
 * The one way anything enters the record: a revision and the state that follows from it, in one strict transaction,
 * numbered and linked within it, and read back in another before anybody hears "saved".
 */
import { sameBytes, toHex } from '../core/bytes.ts'
import { sameData } from '../core/canonical.ts'
import { type Entry, isOngoing, type RecordType } from '../core/record.ts'
import { type Instant, instantAt } from '../core/time.ts'
import type { Ring } from '../seal/ring.ts'
import { entryOf, type UnsealedEntry, unsealEntry, unsealRevision } from './bodies.ts'
import { bounded, writing } from './bounded.ts'
import { type Composed, compose, type NewRevision } from './composing.ts'
import type { Context, End } from './context.ts'
import { NotSaved, Overtaken } from './errors.ts'
import { endOf, ringHere } from './heads.ts'
import { moveMarker } from './outside/marker.ts'
import { updateSmall } from './small.ts'

/** What was saved, and when: given only after the transaction completed and the entry was read back equal. */
export interface Saved<T extends RecordType = RecordType> {
  entry: Entry<T>
  savedAt: Instant
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
  const done = await writing(ctx.db, () => writeAfterLooking(ctx, id, now, decide))
  return 'stands' in done
    ? { entry: entryOf<T>(done.stands), savedAt: done.stands.body.lastWritten }
    : await confirmed<T>(ctx, done.composed, done.numbers, now)
}

/**
 * Writes a new entry, as {@link write} does, but without looking first: it is added where this window believes the
 * chain to end. Where another window was first, that place is taken, nothing is written, and we look after all.
 */
export async function writeNew<T extends RecordType>(
  ctx: Context,
  id: string,
  wanted: NewRevision,
  decide: Decide,
): Promise<Saved<T>> {
  const end = ctx.end
  if (!end) return await write(ctx, id, decide)
  const now = instantAt(ctx.clock())
  const ground = { ring: ctx.ring, head: end, number: end.numbers[wanted.type] + 1 }
  const composed = compose(ctx, ground, id, wanted, now)
  try {
    await writing(ctx.db, async () => {
      const [ring] = await Promise.all([
        ringHere(ctx),
        ctx.db.revisions.add(composed.revision),
        ctx.db.entries.add(composed.after.row),
        noteOngoing(ctx, ground.ring, undefined, composed.after),
      ])
      if (!sameBytes(ring.current.name, ground.ring.current.name)) throw new Overtaken()
    })
  } catch (error) {
    if (error instanceof Overtaken) return await write(ctx, id, decide)
    throw error
  }
  return await confirmed(ctx, composed, end.numbers, now)
}

type Looked = { stands: UnsealedEntry } | { composed: Composed; numbers: End['numbers'] }

async function writeAfterLooking(ctx: Context, id: string, now: Instant, decide: Decide): Promise<Looked> {
  const [ring, stored, end] = await Promise.all([ringHere(ctx), ctx.db.entries.get(id), endOf(ctx, ctx.end)])
  const before = stored === undefined ? undefined : unsealEntry(stored, ring)
  const wanted = await decide(before, now, ring)
  if (!wanted) {
    if (!before) throw new Error('nothing stands, and nothing to write')
    return { stands: before }
  }
  const number = before?.row.number ?? end.numbers[wanted.type] + 1
  const composed = compose(ctx, { ring, head: end, before, number }, id, wanted, now)
  await Promise.all([
    ctx.db.revisions.add(composed.revision),
    ctx.db.entries.put(composed.after.row),
    noteOngoing(ctx, ring, before, composed.after),
  ])
  return { composed, numbers: end.numbers }
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

/** Saved, once it was read back: only now the marker moves and anybody hears of it. @throws NotSaved */
async function confirmed<T extends RecordType>(
  ctx: Context,
  composed: Composed,
  numbers: End['numbers'],
  now: Instant,
): Promise<Saved<T>> {
  await bounded('write', () => readBack(ctx, composed))
  const { revision, after } = composed
  const { type, number, diary } = after.row
  if (!ctx.end || ctx.end.seq < revision.seq) {
    const own = diary === ctx.diary ? { [type]: Math.max(numbers[type], number) } : {}
    ctx.end = { seq: revision.seq, link: revision.link, numbers: { ...numbers, ...own } }
  }
  moveMarker(
    { diary: ctx.diary, chain: ctx.chain, revisions: revision.seq, link: toHex(revision.link) },
    type,
    number,
  )
  ctx.announce('entries')
  return { entry: entryOf<T>(after), savedAt: now }
}

/** Reads back, in a transaction of its own, what the first one said it wrote. @throws NotSaved */
async function readBack(ctx: Context, { revision, after, content }: Composed): Promise<void> {
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
