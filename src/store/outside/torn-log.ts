/**
 * Chromium writes all databases of a site into one log. Where a disk is full, the power fails or the browser is killed
 * in the middle of a write, the log may end in half a record. Chromium reads over that end once, goes on writing behind
 * it, and at the start after next takes the middle of its log for corrupt and begins anew: every database of the site
 * is empty, without a word (google/leveldb#1287). Measured in Chromium 156: tests/kill/full-disk.mjs, and torn.mjs,
 * where 20 saved entries were gone two starts after half a record was put behind them.
 *
 * Deleting a database, be it empty, makes Chromium move what its log holds into a table and begin a new log (measured:
 * 3 to 27 ms). So an empty one is made and deleted before the first write after a start, soon after a start without
 * one, and before the first write after one that failed. What was overwritten before goes from the disk with the old
 * log. Other browsers keep each database in a file of its own and are left alone.
 */

import { answered } from '../raw.ts'

/** Nothing is ever kept in it. The diary's own database is never deleted by code. */
const scratch = 'doorstep-diary-scratch'

/** What the end of the log may be. Nobody knows after a start; `torn`: a write failed since. */
let end: 'unknown' | 'torn' | 'whole' = 'unknown'
let beginning: Promise<void> | undefined

/** What the end of the log may be, as far as this page can tell. */
export const endOfLog = () => end

/** A write has failed. */
export function logMayBeTorn(): void {
  end = 'torn'
}

/**
 * Once for all who ask at the same time.
 * @throws DOMException where the disk still takes nothing
 */
export function beginNewLog(): Promise<void> {
  beginning ??= turnOver()
    .then(() => {
      end = 'whole'
    })
    .finally(() => {
      beginning = undefined
    })
  return beginning
}

async function turnOver(): Promise<void> {
  // Only Chromium says what it is this way.
  if (!('userAgentData' in (globalThis.navigator ?? {}))) return
  const db = await answered(indexedDB.open(scratch))
  db.close()
  await answered(indexedDB.deleteDatabase(scratch))
}
