/**
 * The first look: what home shows, read straight from IndexedDB while Dexie and the rest of the app are still on
 * their way. It only reads, and never waits for anybody: opening the diary, which follows, says what is wrong.
 */
import * as v from 'valibot'
import type { Entry } from '../core/record.ts'
import { ringIn } from '../seal/ring.ts'
import { entryOf, unsealEntry } from './bodies.ts'
import { databaseVersion } from './database-version.ts'
import { takeOpening } from './early.ts'
import { inExample } from './example/here.ts'
import { keptBox } from './outside/drafts.ts'
import { readLocal } from './outside/local.ts'
import { readMarker } from './outside/marker.ts'
import { answered } from './raw.ts'
import { openSmall } from './small.ts'
import { DiaryRow } from './tables.ts'
import { inTurns } from './turns.ts'

export interface FirstLook {
  /** Newest happened first, withdrawn ones too; where the list goes on is not looked at. */
  page: { entries: Entry<'incident'>[]; next: undefined }
  /** Those that still go on. */
  open: Entry<'incident'>[]
  /** Nothing was ever written here, and nothing that was is missing: whoever lost a diary is no newcomer. */
  isNew: boolean
}

const nothing = { page: { entries: [], next: undefined }, open: [] } as const satisfies Partial<FirstLook>

/** The newest incidents; `undefined` where there is no diary that opens by itself, unless nobody has begun one yet. */
export async function firstLook(limit: number): Promise<FirstLook | undefined> {
  // A hidden page asks nothing of the database (see bounded.ts).
  if (document.visibilityState === 'hidden') return undefined
  try {
    const db = await takeOpening()
    if (!db) return inExample || readLocal('marker') || keptBox() ? undefined : { ...nothing, isNew: true }
    try {
      return await look(db, limit)
    } finally {
      db.close()
    }
  } catch {
    return undefined // Whatever it is, the opening that follows meets it too, and says so.
  }
}

/** Whether nothing outside the database says that a diary has entries: cheap, and asked before it is open. */
export const nothingKnown = (): boolean => !readMarker().now?.revisions

async function look(db: IDBDatabase, limit: number): Promise<FirstLook | undefined> {
  if (db.version > databaseVersion * 10) return undefined
  const transaction = db.transaction(['diary', 'entries', 'small'])
  const entries = transaction.objectStore('entries')
  const [diary, small, rows] = await Promise.all([
    answered(transaction.objectStore('diary').get('diary')),
    answered(transaction.objectStore('small').get('ongoing')),
    newest(entries, limit),
  ])
  const row = v.parse(DiaryRow, diary)
  const ring = ringIn(row.keys)
  if (!ring) return undefined
  if (rows.length === 0) {
    const { now, before } = readMarker()
    return now?.diary === row.diary && now.revisions === 0 && !before
      ? { ...nothing, isNew: true }
      : undefined
  }
  const { ids } = openSmall(small, ring, 'ongoing')
  const listed = rows as { id?: unknown }[]
  const unlisted = ids.filter(id => !listed.some(row => row.id === id))
  const others = await Promise.all(unlisted.map(id => answered(entries.get(id))))
  const opened = await inTurns([...rows, ...others], row => entryOf<'incident'>(unsealEntry(row, ring)))
  return {
    page: { entries: opened.slice(0, rows.length), next: undefined },
    open: ids.flatMap(id => opened.find(entry => entry.id === id) ?? []),
    isNew: false,
  }
}

function newest(entries: IDBObjectStore, limit: number): Promise<unknown[]> {
  const query = IDBKeyRange.bound(['incident'], ['incident', []])
  const index = entries.index('[type+happened+number+id]')
  if ('getAllRecords' in index) {
    const backwards = { query, count: limit, direction: 'prev' }
    return answered(index.getAll(backwards as unknown as IDBKeyRange))
  }
  const request = index.openCursor(query, 'prev')
  const rows: unknown[] = []
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      const cursor = request.result
      if (cursor) rows.push(cursor.value)
      if (cursor && rows.length < limit) cursor.continue()
      else resolve(rows)
    }
    request.onerror = () => reject(request.error)
  })
}
