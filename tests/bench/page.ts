/** In the browser, on the app's own origin: what the bench asks of the store, beside IndexedDB alone and Dexie alone. */
import { Dexie } from 'dexie'
import type { Incident } from '../../src/core/incident.ts'
import { patternsOf, periodOf } from '../../src/core/patterns.ts'
import type { Entry } from '../../src/core/record.ts'
import { zonedAt } from '../../src/core/time.ts'
import { openDiary } from '../../src/store/diary.ts'
import { defaultDatabaseName } from '../../src/store/tables.ts'
import { fill } from './fill.ts'

const here = { clock: Date.now, zone: () => 'Europe/London' }
const newestFirst = '[type+happened+number+id]'

/** As many as a phone's first screens hold. */
const screenful = 30

const incident = (n: number): Incident => ({
  kinds: ['cannabis'],
  happened: zonedAt(Date.now() - n * 60_000, 'Europe/London'),
  strength: 4,
  impacts: ['windows', 'sleep'],
  impactWords: 'Woken, and could not open the windows',
  whatHappened: 'A strong smell of cannabis in the stairwell, coming under my front door. '.repeat(4),
  place: 'Stairwell',
})

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

type Row = { id: string; sealed: Uint8Array }

/** The newest rows of a diary as they lie there, and those of one save: what the others are given to write and read. */
async function rowsOf(name: string): Promise<{ entries: Row[]; save: [revision: Row, entry: Row] }> {
  const db = await answer(indexedDB.open(name))
  const transaction = db.transaction(['entries', 'revisions'])
  const entries: Row[] = await answer(transaction.objectStore('entries').getAll(undefined, 2000))
  const revision: Row = (await answer(transaction.objectStore('revisions').openCursor(null, 'prev')))?.value
  const entry: Row = await answer(transaction.objectStore('entries').get(revision.id))
  db.close()
  return { entries, save: [revision, entry] }
}

/** A database with the same rows and the same index, reached without Dexie and with it alone. */
async function bare({ entries, save }: Awaited<ReturnType<typeof rowsOf>>) {
  const dexie = new Dexie('bare', { chromeTransactionDurability: 'strict' })
  dexie.version(1).stores({ revisions: 'id', entries: `id, ${newestFirst}` })
  await dexie.open()
  await dexie.table('entries').bulkPut(entries)
  const db = await answer(indexedDB.open('bare'))
  const rows = (n: number) => save.map(row => ({ ...row, id: `row-${n}` }))
  return {
    rawPut: (n: number) =>
      new Promise<void>((resolve, reject) => {
        const transaction = db.transaction(['revisions', 'entries'], 'readwrite', { durability: 'strict' })
        const [revision, entry] = rows(n)
        transaction.objectStore('revisions').put(revision)
        transaction.objectStore('entries').put(entry)
        transaction.oncomplete = () => resolve()
        transaction.onabort = () => reject(transaction.error)
      }),
    dexiePut: (n: number) =>
      dexie.transaction('rw', ['revisions', 'entries'], async () => {
        const [revision, entry] = rows(n)
        await Promise.all([dexie.table('revisions').put(revision), dexie.table('entries').put(entry)])
      }),
    rawList: () =>
      new Promise<void>((resolve, reject) => {
        const range = IDBKeyRange.bound(['incident'], ['incident', []])
        const index = db.transaction('entries').objectStore('entries').index(newestFirst)
        const request = index.openCursor(range, 'prev')
        let left = screenful
        request.onsuccess = () => {
          if (request.result && --left > 0) request.result.continue()
          else resolve()
        }
        request.onerror = () => reject(request.error)
      }),
    dexieList: () =>
      dexie
        .table('entries')
        .where(newestFirst)
        .between(['incident', Dexie.minKey], ['incident', Dexie.maxKey])
        .reverse()
        .limit(screenful)
        .toArray(),
  }
}

/** Milliseconds of saving two sealed rows and of reading the newest thirty, in turns: IndexedDB alone, Dexie alone, the diary. */
async function measureStore(times: number): Promise<Record<string, number[]>> {
  const diary = await openDiary(here)
  await diary.saveIncident(incident(0))
  const beside = await bare(await rowsOf(defaultDatabaseName))
  const works: Record<string, (n: number) => PromiseLike<unknown>> = {
    'save, IndexedDB alone': beside.rawPut,
    'save, Dexie alone': beside.dexiePut,
    'save, the diary': n => diary.saveIncident(incident(n)),
    'read 30, IndexedDB alone': beside.rawList,
    'read 30, Dexie alone': beside.dexieList,
    'read 30, the diary': () => diary.listIncidents({ limit: screenful }),
  }
  const taken: Record<string, number[]> = {}
  for (let n = 0; n < times + 15; n++) {
    for (const [name, work] of Object.entries(works)) {
      const ms = await timed(() => work(n))
      // The first fifteen warm up.
      if (n >= 15) taken[name] = [...(taken[name] ?? []), ms]
    }
  }
  diary.close()
  return taken
}

/** Milliseconds of counting the patterns of every incident, once all are read. */
async function measurePatterns(times: number): Promise<number[]> {
  const diary = await openDiary(here)
  const incidents: Entry<'incident'>[] = []
  for await (const { entries } of diary.allEntries('incident')) incidents.push(...entries)
  diary.close()
  const period = periodOf('all', new Date().toISOString().slice(0, 10))
  const taken: number[] = []
  for (let n = 0; n < times; n++) taken.push(await timed(async () => patternsOf(incidents, { period })))
  return taken
}

Object.assign(window, { fill, measureStore, measurePatterns })
