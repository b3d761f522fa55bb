/** In the browser: what saving costs beside the least that IndexedDB can do with the same bytes. */
import type { Incident } from '../../src/core/incident.ts'
import { zonedAt } from '../../src/core/time.ts'
import { openDiary } from '../../src/store/diary.ts'

const incident = (n: number): Incident => ({
  kinds: ['cannabis'],
  happened: zonedAt(Date.UTC(2026, 10, 22) + n * 60_000, 'Europe/London'),
  strength: 4,
  frequency: 'severalWeekly',
  impacts: ['windows', 'sleep'],
  impactWords: 'Woken, and could not open the windows',
  whatHappened: 'A strong smell of cannabis in the stairwell, coming under my front door. '.repeat(4),
  place: 'Stairwell',
})

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** One put of `bytes` in one strict transaction, until it is complete. */
const rawPut = (db: IDBDatabase, n: number, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = db.transaction('rows', 'readwrite', { durability: 'strict' })
    transaction.objectStore('rows').put({ id: `row-${n}`, bytes })
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Milliseconds of each raw put and each save, taken in turns. */
async function measure(times: number): Promise<{ raw: number[]; save: number[]; bytes: number }> {
  const request = indexedDB.open('raw', 1)
  request.onupgradeneeded = () => request.result.createObjectStore('rows', { keyPath: 'id' })
  const db = await done(request)
  const diary = await openDiary({ clock: Date.now, zone: () => 'Europe/London', databaseName: 'save' })
  const bytes = await bytesOfASave(diary)
  const noise = crypto.getRandomValues(new Uint8Array(bytes))
  const taken = { raw: [] as number[], save: [] as number[], bytes }
  for (let i = 0; i < times + 20; i++) {
    const raw = await timed(() => rawPut(db, i, noise))
    const save = await timed(() => diary.saveIncident(incident(i)))
    // The first twenty warm up.
    if (i >= 20) {
      taken.raw.push(raw)
      taken.save.push(save)
    }
  }
  return taken
}

/** How many bytes one save writes: both rows, sealed. */
async function bytesOfASave(diary: Awaited<ReturnType<typeof openDiary>>): Promise<number> {
  await diary.saveIncident(incident(0))
  const db = await done(indexedDB.open('save'))
  const stores = ['revisions', 'entries']
  const rows = await Promise.all(stores.map(name => done(db.transaction(name).objectStore(name).getAll())))
  db.close()
  return rows.flat().reduce((sum, row) => sum + row.sealed.length + 200, 0)
}

Object.assign(window, { measure })
