/**
 * The lock of an open diary: setting, changing and taking it away. Whatever the moment in which the phone dies, one
 * way in works: the key box is one row, written in one transaction, and only after every way in it was tried.
 * Loaded when wanted.
 */
import * as v from 'valibot'
import { utf8 } from '../../core/bytes.ts'
import { normalPasscode, passcodeFault } from '../../core/passcode.ts'
import { recoveryCodeBytes, recoveryCodeOf } from '../../core/recovery-code.ts'
import { costFor, type Derive, least } from '../../seal/argon.ts'
import {
  type Kdf,
  LockBox,
  saltLength,
  unwrapRing,
  type Way,
  wayBy,
  wrapperFrom,
  wrapRing,
} from '../../seal/lock-box.ts'
import { newNotePair } from '../../seal/note.ts'
import { joinRings, newKey, openBox, type Ring, ringIn } from '../../seal/ring.ts'
import { bounded, writing } from '../bounded.ts'
import type { Context } from '../context.ts'
import { CannotOpen, ConnectionLost, NotSaved, Refused } from '../errors.ts'
import { forgetRing, holdRing, keepRing, keptRing } from '../outside/drafts.ts'
import { DiaryRow } from '../tables.ts'
import { takeInNotes, takeUpNoteDrafts } from './quick-note.ts'
import { resealCopies, resealDrafts, resealRows } from './reseal.ts'
import { type Tried, tryWay, type WayIn } from './way-in.ts'

export interface NewLock {
  passcode: string
  /** As {@link newRecoveryCode} gave it and the person has it on paper. */
  recoveryCode: string
  /** Whether a quick note may be written without unlocking. */
  notes: boolean
  derive: Derive
}

/** What the phone answered when it was asked to check finger or face. */
export interface DeviceKey {
  id: Uint8Array
  salt: Uint8Array
  secret: Uint8Array
}

export interface LockState {
  notes: boolean
  device: boolean
  /** What was written before the lock is still being sealed anew. */
  resealing: boolean
}

export type Lock = ReturnType<typeof lockOf>

/** The verbs of the lock. Each writes one row or nothing, and rejects with the errors of a save. */
export const lockOf = (ctx: Context) => ({
  /** The lock as it stands; `undefined` for none. */
  state: async (): Promise<LockState | undefined> => {
    const box = await readBox(ctx)
    return (
      box && {
        notes: box.notes !== undefined,
        device: wayBy(box, 'device') !== undefined,
        resealing: box.resealing === true,
      }
    )
  },
  /** A code to be shown once. */
  newRecoveryCode: (): string => recoveryCodeOf(crypto.getRandomValues(new Uint8Array(recoveryCodeBytes))),
  /**
   * Sets a lock, or another in its place: with a new key for all that is written from now on, since the old one may
   * linger in the browser's files. Then {@link reseal}. Other windows lock themselves.
   * @throws Refused `shape` for a passcode that is none
   */
  set: (lock: NewLock): Promise<void> => setLock(ctx, lock),
  /** Takes the lock away: the same ring lies open again. */
  takeAway: (): Promise<void> => takeAway(ctx),
  /** Whether this opens the lock; a wrong one counts as a wrong try. */
  check: async (way: WayIn): Promise<Exclude<Tried['is'], 'right'> | 'right'> => {
    const box = await readBox(ctx)
    return box ? (await tryWay(box, way)).is : 'none'
  },
  allowNotes: (allowed: boolean): Promise<void> =>
    changeBox(ctx, ({ notes: _, ...box }) =>
      allowed ? { ...box, notes: ctx.ring.current.notes?.open } : box,
    ),
  /** One more way in, by the phone's own check; `undefined` takes it away. */
  setDevice: (device: DeviceKey | undefined): Promise<void> =>
    changeBox(ctx, box => ({
      ...box,
      ways: [
        ...box.ways.filter(way => way.by !== 'device'),
        ...(device ? [deviceWay(ctx.ring, device)] : []),
      ],
    })),
  /** Seals anew what still lies under older keys; goes on where it was cut off. */
  reseal: (onProgress: (done: number, of: number) => void): Promise<void> => reseal(ctx, onProgress),
  takeInNotes: async () => {
    await takeUpNoteDrafts(ctx)
    return takeInNotes(ctx)
  },
  /** Whether the diary that this window has open is there still, and this window holds its keys. */
  isOurs: async (): Promise<boolean> => {
    const row = await rowHere(ctx)
    return row.diary === ctx.diary && ringIn(row.keys, ctx.ring) !== undefined
  },
  /** Overwrites the keys in memory. Nothing opens here any more, and nothing is sealed: load the page anew. */
  forgetKeys: (): void => {
    forgetRing()
    for (const one of [ctx.ring.current, ...ctx.ring.older]) {
      one.key.fill(0)
      one.notes?.secret.fill(0)
      // A save that is under way must fail, and not be sealed with a key that everybody knows.
      one.key = new Uint8Array()
    }
    ctx.db.close()
  },
})

async function setLock(ctx: Context, { passcode, recoveryCode, notes, derive }: NewLock): Promise<void> {
  if (passcodeFault(passcode)) throw new Refused('shape')
  const current = { ...newKey(), notes: await newNotePair() }
  const ring: Ring = joinRings({ current, older: [] }, joinRings(ctx.ring, keptRing() ?? ctx.ring))
  const { kdf, key } = await deriveAsBorne(normalPasscode(passcode), derive)
  const salt = random(saltLength)
  const recovery = wrapperFrom('recovery', utf8(recoveryCode), salt)
  const box: LockBox = {
    format: 1,
    current: current.name,
    ways: [
      { by: 'passcode', kdf, ring: wrapRing(ring, { by: 'passcode', kdf }, key) },
      { by: 'recovery', salt, ring: wrapRing(ring, { by: 'recovery', salt }, recovery) },
    ],
    ...(notes ? { notes: current.notes.open } : {}),
    resealing: true,
  }
  const wrappers = { passcode: key, recovery }
  if (!opensBy(box, wrappers, ring)) throw new NotSaved('readBack')
  await writeKeys(ctx, () => box)
  const kept = await readBox(ctx)
  if (!kept || !opensBy(kept, wrappers, ring)) throw new NotSaved('readBack')
  ctx.ring = ring
  ctx.locked = true
  holdRing(ring, box)
  resealDrafts()
  ctx.announce('keys')
}

/** Whether passcode and recovery code each open it, to this ring. */
function opensBy(box: LockBox, wrappers: Record<'passcode' | 'recovery', Uint8Array>, ring: Ring): boolean {
  const opens = (way: Way) =>
    way.by === 'device' || JSON.stringify(unwrapRing(box, way, wrappers[way.by])) === JSON.stringify(ring)
  return box.ways.length === 2 && box.ways.every(opens)
}

/** A key from the passcode, at the cost that this phone bears; at the least where it turned out slower than it looked. */
async function deriveAsBorne(passcode: string, derive: Derive): Promise<{ kdf: Kdf; key: Uint8Array }> {
  const salt = random(saltLength)
  const kdfAt = (cost: Pick<Kdf, 'memory' | 'passes'>): Kdf => ({ is: 'argon2id', ...cost, salt })
  const first = await derive(passcode, kdfAt(least))
  const cost = costFor(first.took)
  if (cost.memory === least.memory && cost.passes === least.passes)
    return { kdf: kdfAt(least), key: first.key }
  const { key, took } = await derive(passcode, kdfAt(cost))
  return took > tooSlow ? { kdf: kdfAt(least), key: first.key } : { kdf: kdfAt(cost), key }
}
/** Milliseconds. */
const tooSlow = 700

async function takeAway(ctx: Context): Promise<void> {
  // From here on nobody unlocks, which is when they would be taken up.
  await takeUpNoteDrafts(ctx)
  if ((await takeInNotes(ctx)).waiting > 0) throw new NotSaved('unknown')
  await writeKeys(ctx, () => openBox(ctx.ring))
  if (!ringIn((await rowHere(ctx)).keys)) throw new NotSaved('readBack')
  ctx.locked = false
  keepRing(ctx.ring)
  ctx.announce('keys')
  // Written in another window while we did so.
  await takeInNotes(ctx)
}

async function reseal(ctx: Context, onProgress: (done: number, of: number) => void): Promise<void> {
  resealDrafts()
  await resealCopies(ctx)
  await resealRows(ctx, onProgress)
  await changeBox(ctx, ({ resealing: _, ...box }) => box)
}

const deviceWay = (ring: Ring, { id, salt, secret }: DeviceKey): Way => ({
  by: 'device',
  id,
  salt,
  ring: wrapRing(ring, { by: 'device', id, salt }, wrapperFrom('device', secret, salt)),
})

/** Changes the box that wraps the ring this window holds. */
async function changeBox(ctx: Context, change: (box: LockBox) => LockBox): Promise<void> {
  let box: LockBox | undefined
  await writeKeys(ctx, keys => {
    box = change(v.parse(LockBox, keys))
    return box
  })
  if (!(await readBox(ctx))) throw new NotSaved('readBack')
  holdRing(ctx.ring, box)
  ctx.announce('settings')
}

/** The one row that holds the key box, where this window's ring is still the one. @throws the errors of a save */
function writeKeys(ctx: Context, change: (keys: unknown) => unknown): Promise<void> {
  return writing(ctx.db, async () => {
    const row = v.parse(DiaryRow, await ctx.db.diary.get('diary'))
    if (row.diary !== ctx.diary) throw new ConnectionLost()
    if (!ringIn(row.keys, ctx.ring)) throw new CannotOpen('locked')
    await ctx.db.diary.put({ ...row, keys: change(row.keys) })
  })
}

const rowHere = (ctx: Context): Promise<DiaryRow> =>
  bounded('read', async () => v.parse(DiaryRow, await ctx.db.diary.get('diary')))

async function readBox(ctx: Context): Promise<LockBox | undefined> {
  const box = v.safeParse(LockBox, (await rowHere(ctx)).keys)
  return box.success ? box.output : undefined
}

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
