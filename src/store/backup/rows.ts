/**
 * The rows of a whole diary as they lie in the tables, sealed, as they stand at one moment. Read by IndexedDB's own
 * means: the worker that writes a backup reads them itself, without the page between them.
 */
import { answered } from '../raw.ts'
import type { SealedRows } from './opening.ts'

/** Rows read in one question. */
const batchSize = 250

/**
 * Hands over versions, then chains, then entries, each in the order of their keys.
 * @param onRead told after every batch how many of how many rows were handed over; what it throws ends the reading
 */
export async function readRows(
  db: IDBDatabase,
  take: (part: SealedRows) => unknown,
  onRead: (done: number, of: number) => void,
): Promise<void> {
  const transaction = db.transaction(['revisions', 'chains', 'small', 'entries'], 'readonly')
  const store = (name: string) => transaction.objectStore(name)
  const counts = [answered(store('revisions').count()), answered(store('entries').count())]
  const [versions = 0, entries = 0] = await Promise.all(counts)
  let done = 0
  const part = (are: 'versions' | 'entries') => (rows: unknown[]) => {
    take({ are, rows })
    done += rows.length
    onRead(done, versions + entries)
  }
  await inBatches(store('revisions'), part('versions'))
  const small = (name: string) => answered<unknown>(store('small').get(name))
  const [rows, profile, settings] = await Promise.all([
    answered<unknown[]>(store('chains').getAll()),
    small('profile'),
    small('settings'),
  ])
  take({ are: 'chains', rows, profile, settings })
  await inBatches(store('entries'), part('entries'))
}

/** Asks for the next rows before it uses these, so that the database works meanwhile and the transaction stays open. */
async function inBatches(store: IDBObjectStore, use: (rows: unknown[]) => void): Promise<void> {
  const ask = (after?: IDBKeyRange) => answered<unknown[]>(store.getAll(after, batchSize))
  for (let next: Promise<unknown[]> | undefined = ask(); next; ) {
    const rows: unknown[] = await next
    next = rows.length < batchSize ? undefined : ask(IDBKeyRange.lowerBound(keyIn(store, rows.at(-1)), true))
    // Whoever stops here asks for it no more.
    next?.catch(() => {})
    if (rows.length > 0) use(rows)
  }
}

function keyIn({ keyPath }: IDBObjectStore, row: unknown): IDBValidKey {
  const value = (name: string) => (row as Record<string, IDBValidKey>)[name] ?? ''
  return Array.isArray(keyPath) ? keyPath.map(value) : value(keyPath ?? '')
}
