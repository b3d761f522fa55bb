/**
 * A second copy of each draft, in the database. localStorage takes a draft at once but brings it to the disk seconds
 * later: a browser that was killed had lost the last 1.5 s of typing in Chromium and up to 4 s in Firefox (measured).
 * Where the database is dead there is no second copy, and the first is what drafts are kept outside it for.
 */
import * as v from 'valibot'
import type { Tables } from '../database.ts'
import { beginNewLog, endOfLog } from './torn-log.ts'

const Copy = v.strictObject({ key: v.string(), sealed: v.string() })
export type Copy = v.InferOutput<typeof Copy>

let database: Tables | undefined

/** From now on drafts are copied here, unless another diary of this page was first. */
export function copyDraftsTo(db: Tables): void {
  database ??= db
}

export function copyDraftsNoMore(db: Tables): void {
  if (database === db) database = undefined
}

/** Hidden pages open no transaction (see bounded.ts); the first copy has time to reach the disk by then. */
const mayCopy = () => database?.isOpen() && globalThis.document?.visibilityState !== 'hidden'

/** What waits for a new log (see torn-log.ts): the newest of each draft, or that it is gone. */
const waiting = new Map<string, string | undefined>()

/** Copies a sealed draft, or drops the copy where there is none any more. Never waits, never fails. */
export function copyDraft(key: string, sealed: string | undefined): void {
  if (!mayCopy()) return
  waiting.set(key, sealed)
  if (endOfLog() === 'unknown') beginNewLog().then(copyWaiting, copyWaiting)
  else copyWaiting()
}

function copyWaiting(): void {
  const copies = [...waiting]
  waiting.clear()
  if (!database || copies.length === 0 || !mayCopy()) return
  try {
    // Relaxed: a killed browser keeps it, and a keystroke is not worth a flush of the disk.
    const transaction = database.backendDB().transaction('drafts', 'readwrite', { durability: 'relaxed' })
    const store = transaction.objectStore('drafts')
    for (const [key, sealed] of copies) {
      if (sealed === undefined) store.delete(key)
      else store.put({ key, sealed } satisfies Copy)
    }
  } catch (error) {
    // The connection is closing.
    if (!(error instanceof DOMException)) throw error
  }
}

export async function copiesIn(db: Tables): Promise<Copy[]> {
  const rows = await db.drafts.toArray()
  return rows.filter(row => v.is(Copy, row))
}
