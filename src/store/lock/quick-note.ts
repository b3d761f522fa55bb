/**
 * Quick notes: an incident written while the diary is locked. It is sealed to the ring's public key, so that whoever
 * writes it need not be able to read anything, and gets its number and its link at the next unlock. Loaded when wanted.
 */
import * as v from 'valibot'
import { sameBytes } from '../../core/bytes.ts'
import { canonical } from '../../core/canonical.ts'
import { Incident } from '../../core/incident.ts'
import { instant } from '../../core/shapes.ts'
import { instantAt } from '../../core/time.ts'
import { toBase64 } from '../../seal/base64.ts'
import { LockBox } from '../../seal/lock-box.ts'
import { type NoteKey, noteSealer, openNote } from '../../seal/note.ts'
import type { Ring } from '../../seal/ring.ts'
import { DoesNotOpen } from '../../seal/sealed.ts'
import { unsealEntry } from '../bodies.ts'
import { bounded, writing } from '../bounded.ts'
import { opensNow } from '../check/checking.ts'
import type { Context, DiaryOptions } from '../context.ts'
import { Tables } from '../database.ts'
import { NotSaved, Refused } from '../errors.ts'
import { ringHere } from '../heads.ts'
import { copiesIn, copyDraft, copyDraftsNoMore, copyDraftsTo } from '../outside/draft-copies.ts'
import { DraftNotKept, dropDraft, keepDraft } from '../outside/drafts.ts'
import { localNames, readLocal, writeLocal } from '../outside/local.ts'
import { livingWindows, thisWindow } from '../outside/window.ts'
import { DiaryRow, defaultDatabaseName } from '../tables.ts'
import { saveEntry } from '../verbs.ts'
import { bytesOf } from './reseal.ts'

/** As it lies in its table, until the next unlock gives it its number. */
const NoteRow = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  sealed: v.custom<Uint8Array>(value => value instanceof Uint8Array),
})
type NoteRow = v.InferOutput<typeof NoteRow>
const bindNote = (id: string) => JSON.stringify(['note', id])

/** `noted`: when it was written down, which is what the record will say; `zone`: of the phone then. */
const Note = v.strictObject({ content: Incident, noted: instant, zone: v.string() })

/**
 * Keeps an incident of a locked diary. Read back, as bytes, before it is done; the same `id` twice keeps it once.
 * @throws Refused where notes are not allowed; the errors of a save
 */
export async function saveNote(
  { clock, zone, databaseName = defaultDatabaseName }: Omit<DiaryOptions, 'ring'>,
  content: Incident,
  id: string,
): Promise<void> {
  const note = v.safeParse(Note, { content, noted: instantAt(clock()), zone: zone() })
  if (!note.success) throw new Refused('shape')
  const text = canonical(note.output)
  const db = new Tables(databaseName)
  try {
    await bounded('write', () => db.open())
    const to = await bounded('write', () => noteKeyHere(db))
    const row: NoteRow = { id, sealed: (await noteSealer(to))(text, bindNote(id)) }
    await writing(db, async () => {
      // Another window may have changed or taken away the lock since: then nobody would open it.
      if (!sameBytes((await noteKeyHere(db)).open, to.open)) throw new Refused('notThere')
      await db.notes.put(row)
    })
    const kept = v.safeParse(NoteRow, await bounded('write', () => db.notes.get(id)))
    if (!kept.success || !sameBytes(kept.output.sealed, row.sealed)) throw new NotSaved('readBack')
  } finally {
    db.close()
  }
}

/** @throws Refused where notes are not allowed */
async function noteKeyHere(db: Tables): Promise<NoteKey> {
  const box = v.safeParse(LockBox, v.parse(DiaryRow, await db.diary.get('diary')).keys)
  if (!box.success || !box.output.notes) throw new Refused('notThere')
  return { name: box.output.current, open: box.output.notes }
}

/** How many notes got their number, wait because the phone did not save them, or do not open. */
export interface TakenIn {
  notes: number
  waiting: number
  damaged: number
}

/**
 * Gives every note its number and its link, in the order in which they were written. What is not taken in
 * now waits for the next unlock.
 */
export async function takeInNotes(ctx: Context): Promise<TakenIn> {
  const stored = await bounded('read', () => ctx.db.notes.toArray())
  const found = (await Promise.all(stored.map(row => noteIn(row, ctx.ring)))).flatMap(note => note ?? [])
  found.sort((a, b) => (a.noted < b.noted ? -1 : 1))
  let notes = 0
  let waiting = 0
  for (const { id, content, noted, zone } of found) {
    try {
      const there = await bounded('read', () => ctx.db.entries.get(id))
      // Saved before, and the phone died before the note was dropped.
      const isDone = opensNow(() => unsealEntry(there, ctx.ring))?.body.firstWritten === noted
      // Or another window saved the draft of it, and it was written on since.
      const own = there === undefined || isDone ? id : crypto.randomUUID()
      const then: Context = { ...ctx, clock: () => Date.parse(noted), zone: () => zone }
      if (!isDone) await saveEntry(then, 'incident', content, own)
      await writing(ctx.db, async () => {
        await ringHere(ctx)
        if ((await ctx.db.entries.get(own)) !== undefined) await ctx.db.notes.delete(id)
      })
      if (!isDone) notes++
      ctx.end = then.end
    } catch (error) {
      if (!(error instanceof NotSaved)) throw error
      waiting++
    }
  }
  return { notes, waiting, damaged: stored.length - found.length }
}

async function noteIn(
  stored: unknown,
  ring: Ring,
): Promise<(v.InferOutput<typeof Note> & { id: string }) | undefined> {
  const row = v.safeParse(NoteRow, stored)
  if (!row.success) return undefined
  const { id, sealed } = row.output
  const note = v.safeParse(Note, await readNote(sealed, bindNote(id), ring))
  return note.success ? { ...note.output, id } : undefined
}

/** `undefined` where it does not open. */
async function readNote(sealed: Uint8Array, bound: string, ring: Ring): Promise<unknown> {
  try {
    return JSON.parse(await openNote(sealed, bound, ring))
  } catch (error) {
    if (error instanceof DoesNotOpen || error instanceof SyntaxError) return undefined
    throw error
  }
}

const draftPrefix = 'note-draft.'
const bindNoteDraft = (key: string) => JSON.stringify(['note draft', key])
const NoteDraft = v.strictObject({ kept: instant, draft: v.unknown() })

/** What a note not yet saved becomes at the next unlock: the draft of the form that logs an incident. */
const slot = 'log'

export interface NoteDrafts {
  /** Keeps what is typed; nobody can read it back before the next unlock. @throws DraftNotKept */
  keep: (draft: unknown) => void
  /** The note is saved: no draft any more. */
  drop: () => void
  close: () => void
}

/** Drafts of this window's quick note, in localStorage and copied into the database like all drafts. */
export async function openNoteDrafts(
  to: NoteKey,
  { clock, databaseName = defaultDatabaseName }: Pick<DiaryOptions, 'clock' | 'databaseName'>,
): Promise<NoteDrafts> {
  const sealed = await noteSealer(to)
  const key = `${draftPrefix}${thisWindow()}`
  const db = new Tables(databaseName)
  await bounded('open', () => db.open())
  copyDraftsTo(db)
  return {
    keep(draft) {
      const body = JSON.stringify({ kept: instantAt(clock()), draft })
      const stored = toBase64(sealed(body, bindNoteDraft(key)))
      if (!writeLocal(key, stored)) throw new DraftNotKept('the browser has no room for it')
      copyDraft(key, stored)
    },
    drop: () => dropDraft({ key }),
    close() {
      copyDraftsNoMore(db)
      db.close()
    },
  }
}

/**
 * Makes each that opens, and is not being written on, the draft of a window that is gone: {@link adoptDrafts} then takes
 * them over one after the other, whether a lock is set or not.
 */
export async function takeUpNoteDrafts(ctx: Context): Promise<void> {
  const copies = await bounded('read', () => copiesIn(ctx.db))
  const local = localNames().map(key => ({ key, sealed: readLocal(key) }))
  const living = await livingWindows()
  const found = [...local, ...copies].filter(({ key }) => {
    const [, owner = ''] = key.split(draftPrefix)
    return key.startsWith(draftPrefix) && (owner === thisWindow() || !living?.has(owner))
  })
  const read = await Promise.all(
    found.map(async ({ key, sealed }) => ({
      key,
      body: v.safeParse(NoteDraft, await readNote(bytesOf(sealed), bindNoteDraft(key), ctx.ring)),
    })),
  )
  const opened = read.flatMap(({ key, body }) => (body.success ? { key, ...body.output } : []))
  // A killed browser may have lost the newest of either.
  const newest = new Map(opened.sort((a, b) => (a.kept < b.kept ? -1 : 1)).map(one => [one.key, one]))
  for (const { key, draft, kept } of newest.values()) {
    try {
      keepDraft(slot, draft, Date.parse(kept), crypto.randomUUID())
    } catch (error) {
      if (error instanceof DraftNotKept) continue // It waits where it is.
      throw error
    }
    dropDraft({ key })
  }
}
