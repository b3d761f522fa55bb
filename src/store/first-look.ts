/**
 * The first look: what home shows, read straight from IndexedDB while Dexie and the rest of the app are still on
 * their way. It only reads, and never waits for anybody: opening the diary, which follows, says what is wrong.
 */
import * as v from 'valibot'
import type { Entry } from '../core/record.ts'
import { ringIn } from '../seal/ring.ts'
import { entryOf, unsealEntry } from './bodies.ts'
import { databaseVersion } from './database-version.ts'
import { openSmall } from './small.ts'
import { DiaryRow, defaultDatabaseName } from './tables.ts'
import { inTurns } from './turns.ts'

export interface FirstLook {
  /** Newest happened first, withdrawn ones too; where the list goes on is not looked at. */
  page: { entries: Entry<'incident'>[]; next: undefined }
  /** Those that still go on. */
  open: Entry<'incident'>[]
}

/** The newest incidents; `undefined` where there is no diary, or none that opens by itself. */
export async function firstLook(
  limit: number,
  name: string = defaultDatabaseName,
): Promise<FirstLook | undefined> {
  // A hidden page asks nothing of the database (see bounded.ts).
  if (document.visibilityState === 'hidden') return undefined
  try {
    const db = await openAsItIs(name)
    try {
      return await look(db, limit)
    } finally {
      db.close()
    }
  } catch {
    return undefined // Whatever it is, the opening that follows meets it too, and says so.
  }
}

/** Opens the database in the version that is there. @throws where there is none: it is not begun here */
async function openAsItIs(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name)
  request.onupgradeneeded = () => request.transaction?.abort()
  const db = await answer(request)
  db.onversionchange = () => db.close()
  return db
}

async function look(db: IDBDatabase, limit: number): Promise<FirstLook | undefined> {
  if (db.version > databaseVersion * 10) return undefined
  const transaction = db.transaction(['diary', 'entries', 'small'])
  const entries = transaction.objectStore('entries')
  const [diary, small, rows] = await Promise.all([
    answer(transaction.objectStore('diary').get('diary')),
    answer(transaction.objectStore('small').get('ongoing')),
    newest(entries, limit),
  ])
  const ring = ringIn(v.parse(DiaryRow, diary).keys)
  if (!ring) return undefined
  const { ids } = openSmall(small, ring, 'ongoing')
  const open = await Promise.all(ids.map(id => answer(entries.get(id))))
  const opened = await inTurns([...open, ...rows], row => entryOf<'incident'>(unsealEntry(row, ring)))
  return {
    page: { entries: opened.slice(open.length), next: undefined },
    open: opened.slice(0, open.length),
  }
}

function newest(entries: IDBObjectStore, limit: number): Promise<unknown[]> {
  const range = IDBKeyRange.bound(['incident'], ['incident', []])
  const request = entries.index('[type+happened+number+id]').openCursor(range, 'prev')
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

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
