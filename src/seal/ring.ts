/**
 * The key ring: the keys that open this diary's bodies, one of which seals what is written now.
 *
 * The ring is what a lock wraps; the bodies never change for it. A key box holds the ring once for every way in.
 * With no lock there is one way, `open`: the ring lies beside the data, and the phone's own lock is the lock.
 * The ways of a lock are read in lock-box.ts, which comes only when one is set.
 */
import * as v from 'valibot'
import { sameBytes } from '../core/bytes.ts'

/** Bytes of a key's name, random: a body says by it which key opens it. */
export const keyNameLength = 8
export const keyLength = 32

export const someBytes = v.custom<Uint8Array>(value => value instanceof Uint8Array)
export const bytes = (length: number) =>
  v.pipe(
    someBytes,
    v.check(value => value.length === length),
  )

/** Answers what was sealed with no key at hand (note.ts): a key in PKCS #8, and its public half. */
const NotePair = v.strictObject({ secret: someBytes, open: someBytes })
export type NotePair = v.InferOutput<typeof NotePair>

/** `notes`: of keys that a lock began with. */
const Key = v.strictObject({
  name: bytes(keyNameLength),
  key: bytes(keyLength),
  notes: v.optional(NotePair),
})
export type Key = v.InferOutput<typeof Key>

export const Ring = v.strictObject({
  /** The key for all that is written now. */
  current: Key,
  /** Keys that only open what was written before. */
  older: v.array(Key),
})
export type Ring = v.InferOutput<typeof Ring>

const OpenBox = v.strictObject({
  format: v.literal(1),
  ways: v.array(v.strictObject({ by: v.literal('open'), ring: Ring })),
})

export const newKey = (): Key => ({
  name: crypto.getRandomValues(new Uint8Array(keyNameLength)),
  key: crypto.getRandomValues(new Uint8Array(keyLength)),
})

export const newRing = (): Ring => ({ current: newKey(), older: [] })

/** The key box of a diary with no lock. */
export const openBox = (ring: Ring): unknown => ({ format: 1, ways: [{ by: 'open', ring }] })

/**
 * The ring in a stored key box; of a locked one the ring that is `held`, if it is the one that was wrapped there.
 * `undefined` where neither is: the diary is locked, or was locked anew, or this is no key box.
 */
export function ringIn(stored: unknown, held?: Ring): Ring | undefined {
  const open = v.safeParse(OpenBox, stored)
  if (open.success) return open.output.ways[0]?.ring
  const current = wrapped(stored)
  return held && current && sameBytes(current, held.current.name) ? held : undefined
}

/** Whether a lock is set: the ring lies wrapped. */
export const isLocked = (stored: unknown): boolean => wrapped(stored) !== undefined

/** The name of the current key of a ring that lies wrapped: readable beside every way, as lock-box.ts says. */
function wrapped(stored: unknown): Uint8Array | undefined {
  const current = typeof stored === 'object' && stored && 'current' in stored && stored.current
  return current instanceof Uint8Array ? current : undefined
}

/** The first ring, able to open what the second opens as well. */
export function joinRings(ring: Ring, other: Ring): Ring {
  const known = new Set([ring.current, ...ring.older].map(nameOf))
  return {
    ...ring,
    older: [...ring.older, ...[other.current, ...other.older].filter(key => !known.has(nameOf(key)))],
  }
}

const nameOf = (key: Key): string => key.name.join()
