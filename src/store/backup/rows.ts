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
 * @param onRead told after every batch how many of about how many versions were handed over; what it throws ends the reading
 */
export async function readRows(
  db: IDBDatabase,
  take: (part: SealedRows) => unknown,
  onRead: (done: number, of: number) => void,
): Promise<void> {
  const transaction = db.transaction(['revisions', 'chains', 'small', 'entries'], 'readonly')
  const store = (name: string) => transaction.objectStore(name)
  const versions = store('revisions')
  const of = await aboutHowMany(versions)
  let done = 0
  await inBatches(versions, rows => {
    take({ are: 'versions', rows })
    done += rows.length
    onRead(done, of)
  })
  const small = (name: string) => answered<unknown>(store('small').get(name))
  const [rows, profile, settings] = await Promise.all([
    answered<unknown[]>(store('chains').getAll()),
    small('profile'),
    small('settings'),
  ])
  take({ are: 'chains', rows, profile, settings })
  await inBatches(store('entries'), rows => {
    take({ are: 'entries', rows })
    onRead(done, of)
  })
}

/** From the first and last of each chain: the browser would count row by row, 50 ms for 22,000. */
async function aboutHowMany(versions: IDBObjectStore): Promise<number> {
  const placeAt = async (range: IDBKeyRange | null, direction: IDBCursorDirection) => {
    const key = (await answered(versions.openKeyCursor(range, direction)))?.key
    const [chain, seq] = Array.isArray(key) ? key : []
    return chain === undefined ? undefined : { chain, seq: Number(seq) }
  }
  let sum = 0
  for (let last = await placeAt(null, 'prev'); last; ) {
    const first = await placeAt(IDBKeyRange.lowerBound([last.chain]), 'next')
    sum += last.seq - (first?.seq ?? 1) + 1
    last = await placeAt(IDBKeyRange.upperBound([last.chain]), 'prev')
  }
  return sum
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
