/** Every question to the database is bounded in time, and none is asked while nobody can see the page. */
import type { Transaction } from 'dexie'
import type { Tables } from './database.ts'
import { asStoreError, NotSaved, TimedOut } from './errors.ts'
import { beginNewLog, endOfLog, logMayBeTorn } from './outside/torn-log.ts'

/**
 * How long we wait for an answer, in milliseconds of a visible page; `log`: for a new log after a start; `all`: for
 * reading or bringing in a whole diary.
 */
export const patience = { open: 4_000, read: 8_000, write: 8_000, log: 1_000, all: 180_000 }

/** Where there is no document (a worker, a test), somebody is always taken to look. */
const page = (): Document | undefined => (typeof document === 'undefined' ? undefined : document)

/**
 * Does `work` once the page is visible, and waits for it no longer than `patience` says.
 *
 * iOS suspends hidden pages in the middle of a transaction and may then wedge the database for good
 * (dfpc-coe/CloudTAK#1788): what is asked while hidden waits until the page is seen again.
 * @param giveUp called when time is up, to abort what is still under way
 * @throws the errors of errors.ts
 */
export async function bounded<T>(
  doing: 'open' | 'read' | 'write',
  work: () => PromiseLike<T>,
  giveUp: () => void = () => {},
  ms: number = patience[doing],
): Promise<T> {
  await whenVisible()
  try {
    return await inTime(work(), ms, giveUp)
  } catch (error) {
    throw asStoreError(error, doing)
  }
}

/**
 * One transaction over all tables that writes, bounded in time; `work` may await nothing but its requests. When time
 * is up it is aborted, so that what is said not to be saved is not saved after all, and nothing waits behind it.
 * @throws the errors of a save
 */
export async function writing<T>(db: Tables, work: () => PromiseLike<T>, ms?: number): Promise<T> {
  let under: Transaction | undefined
  try {
    await makeLogWhole()
    return await bounded(
      'write',
      () =>
        // An async function, because Dexie follows the awaits of a whole transaction only through one of those.
        db.transaction('rw', db.tables, async transaction => {
          under = transaction
          return await work()
        }),
      () => under?.abort(),
      ms,
    )
  } catch (error) {
    if (error instanceof NotSaved) logMayBeTorn()
    throw error
  }
}

/** Nothing is written behind half a record; see torn-log.ts. */
async function makeLogWhole(): Promise<void> {
  if (endOfLog() === 'torn') await bounded('write', beginNewLog)
  // A precaution, which must not come before the words themselves: what fails now is said by the write, if by anything.
  else if (endOfLog() === 'unknown')
    await bounded('write', beginNewLog, undefined, patience.log).catch(() => {})
}

function whenVisible(): Promise<void> {
  const doc = page()
  if (doc?.visibilityState !== 'hidden') return Promise.resolve()
  return new Promise(resolve => {
    const look = () => {
      if (doc.visibilityState === 'hidden') return
      doc.removeEventListener('visibilitychange', look)
      resolve()
    }
    doc.addEventListener('visibilitychange', look)
  })
}

function inTime<T>(work: PromiseLike<T>, ms: number, giveUp: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    watchTurns()
    let seen = turns
    let timer = setTimeout(late, ms)
    function late() {
      // A page that was away starts its wait anew: on return a timer may fire before the answer that lies ready.
      if (turns !== seen) {
        seen = turns
        timer = setTimeout(late, ms)
        return
      }
      giveUp()
      reject(new TimedOut(ms))
    }
    work.then(
      value => {
        clearTimeout(timer)
        resolve(value)
      },
      error => {
        clearTimeout(timer)
        reject(error)
      },
    )
  })
}

/** How often the page was hidden or shown. One listener for all: adding one for each question costs more than asking. */
let turns = 0
let watched: Document | undefined

function watchTurns(): void {
  const doc = page()
  if (doc === watched) return
  watched = doc
  doc?.addEventListener('visibilitychange', () => turns++)
}
