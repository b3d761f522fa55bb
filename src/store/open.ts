/** Opening the diary: the database, its one row, its keys, and whether all that was here still is. */

import * as v from 'valibot'
import { toHex } from '../core/bytes.ts'
import { isLocked, newRing, openBox, type Ring, ringIn } from '../seal/ring.ts'
import { bounded } from './bounded.ts'
import type { End } from './context.ts'
import type { Tables } from './database.ts'
import { databaseVersion } from './database-version.ts'
import { CannotOpen } from './errors.ts'
import { endOf, linkAt } from './heads.ts'
import { copiesIn, copyDraftsTo } from './outside/draft-copies.ts'
import { keepRing, keptBox, keptRing, takeBack } from './outside/drafts.ts'
import { compareWithMarker, type Found, readMarker } from './outside/marker.ts'
import { type ChainRow, DiaryRow } from './tables.ts'

export interface Opened {
  diary: string
  chain: string
  ring: Ring
  locked: boolean
  found: Found
  end: End
}

/**
 * Opens the tables, begins a diary where there is none, and compares with the marker.
 * @param given the ring of a locked diary
 * @throws CannotOpen
 */
export async function openTables(db: Tables, given?: Ring): Promise<Opened> {
  return await bounded(
    'open',
    async () => {
      await db.open()
      if (db.backendDB().version > databaseVersion * 10) throw new CannotOpen('newer')
      const row = (await readRow(db)) ?? (await beginDiary(db))
      const ring = ringIn(row.keys, given)
      if (!ring) {
        db.close()
        throw new CannotOpen('locked')
      }
      const locked = isLocked(row.keys)
      if (!locked) keepRing(ring)
      takeBack(await copiesIn(db))
      copyDraftsTo(db)
      return { diary: row.diary, chain: row.chain, ring, locked, ...(await lookAround(db, row)) }
    },
    () => db.close(),
  )
}

async function readRow(db: Tables): Promise<DiaryRow | undefined> {
  const stored = await db.diary.get('diary')
  return stored === undefined ? undefined : v.parse(DiaryRow, stored)
}

/** Two windows may begin at once: the second finds what the first has written. */
function beginDiary(db: Tables): Promise<DiaryRow> {
  return db.transaction('rw', db.diary, db.chains, async () => {
    const there = await readRow(db)
    if (there) return there
    // Where a browser has emptied the database alone, what lies beside the drafts still opens them; or is locked.
    const kept = keptBox()
    const row = newDiary(isLocked(kept) ? kept : openBox(keptRing() ?? newRing()))
    await Promise.all([db.diary.add(row.diary), db.chains.add(row.chain)])
    return row.diary
  })
}

/** The rows of a diary that begins; its first chain bears its id. */
export function newDiary(keys: unknown): { diary: DiaryRow; chain: ChainRow } {
  const diary = crypto.randomUUID()
  return {
    diary: { name: 'diary', diary, chain: diary, keys },
    chain: { chain: diary, diary },
  }
}

function lookAround(db: Tables, { diary, chain }: DiaryRow): Promise<Pick<Opened, 'found' | 'end'>> {
  const marker = readMarker()
  return db.transaction('r', db.revisions, db.chains, db.entries, async () => {
    const place = marker.now
    const [end, marked] = await Promise.all([
      endOf({ db, chain, diary }),
      place && place.revisions > 0 ? linkAt({ db }, place.chain, place.revisions) : undefined,
    ])
    const { incident: incidents, report: reports } = end.numbers
    const found = compareWithMarker(
      marker,
      { diary, chain, revisions: end.seq, incidents, reports, link: toHex(end.link) },
      marked && toHex(marked),
    )
    return { found, end }
  })
}
