/** Opening a locked diary. Loaded when one is found. */
import * as v from 'valibot'
import { LockBox, type WayBy } from '../../seal/lock-box.ts'
import type { NoteKey } from '../../seal/note.ts'
import { isLocked, joinRings, type Ring, ringIn } from '../../seal/ring.ts'
import { bounded } from '../bounded.ts'
import type { DiaryOptions } from '../context.ts'
import { Tables } from '../database.ts'
import { type Diary, openDiary } from '../diary.ts'
import { CannotOpen } from '../errors.ts'
import { holdRing, keptBox } from '../outside/drafts.ts'
import { DiaryRow, defaultDatabaseName } from '../tables.ts'
import type { TakenIn } from './quick-note.ts'
import { resealDrafts } from './reseal.ts'
import { type Tried, tryWay, type WayIn } from './way-in.ts'

/** What is asked of whoever stands before a locked diary. */
export interface LockedDiary {
  ways: WayBy[]
  /** Where quick notes are sealed to; `undefined` where none may be written. */
  notes: NoteKey | undefined
}

/** The lock as it stands; `undefined` where there is none any more. @throws CannotOpen */
export async function lookAtLock(databaseName = defaultDatabaseName): Promise<LockedDiary | undefined> {
  const keys = await readKeys(databaseName)
  if (!isLocked(keys)) return undefined
  const box = boxOf(keys)
  return {
    ways: box.ways.map(way => way.by),
    notes: box.notes && { name: box.current, open: box.notes },
  }
}

export type Unlocked = ({ is: 'open'; diary: Diary } & TakenIn) | Exclude<Tried, { is: 'right' }>

/** @throws CannotOpen; what asking the phone for finger or face rejects with */
export async function unlock(options: Omit<DiaryOptions, 'ring'>, way: WayIn): Promise<Unlocked> {
  const keys = await readKeys(options.databaseName ?? defaultDatabaseName)
  // Another window may have taken the lock away meanwhile.
  if (!isLocked(keys))
    return { is: 'open', diary: await openDiary(options), notes: 0, waiting: 0, damaged: 0 }
  const box = boxOf(keys)
  const tried = await tryWay(box, way)
  if (tried.is !== 'right') return tried
  takeUpDrafts(tried.ring, box)
  const diary = await openDiary({ ...options, ring: tried.ring })
  return { is: 'open', diary, ...(await (await diary.lock()).takeInNotes()) }
}

/** Drafts from before the lock, or from a moment in which the phone died, lie under its keys from now on. */
function takeUpDrafts(ring: Ring, box: LockBox): void {
  const open = ringIn(keptBox())
  holdRing(open ? joinRings(ring, open) : ring, box)
  resealDrafts()
  // What lay open beside the drafts is in the wrapped ring, or opens nothing any more.
  holdRing(ring, box)
}

function boxOf(keys: unknown): LockBox {
  const box = v.safeParse(LockBox, keys)
  if (!box.success) throw new CannotOpen('unknown', { cause: box.issues })
  return box.output
}

/** The key box as it is stored. */
export async function readKeys(databaseName: string): Promise<unknown> {
  const db = new Tables(databaseName)
  try {
    return await bounded(
      'open',
      async () => {
        await db.open()
        return v.parse(DiaryRow, await db.diary.get('diary')).keys
      },
      () => db.close(),
    )
  } finally {
    db.close()
  }
}
