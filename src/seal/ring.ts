/**
 * The key ring: the keys that open this diary's bodies, one of which seals what is written now.
 *
 * The ring is what a lock wraps; the bodies never change for it. A key box holds the ring once for every way in.
 * Today there is one way, `open`: the ring lies beside the data, and the phone's own lock is the lock.
 */
import * as v from 'valibot'

/** Bytes of a key's name, random: a body says by it which key opens it. */
export const keyNameLength = 8
export const keyLength = 32

const bytes = (length: number) =>
  v.pipe(
    v.custom<Uint8Array>(value => value instanceof Uint8Array),
    v.check(value => value.length === length),
  )

const Key = v.strictObject({ name: bytes(keyNameLength), key: bytes(keyLength) })
export type Key = v.InferOutput<typeof Key>

const Ring = v.strictObject({
  /** The key for all that is written now. */
  current: Key,
  /** Keys that only open what was written before. */
  older: v.array(Key),
})
export type Ring = v.InferOutput<typeof Ring>

/** One way to the ring. Ways by passcode and by recovery code join this union when the lock is built. */
const Way = v.variant('by', [v.strictObject({ by: v.literal('open'), ring: Ring })])

const KeyBox = v.strictObject({ format: v.literal(1), ways: v.pipe(v.array(Way), v.minLength(1)) })
/** What is kept of the ring, in the database and beside the drafts. */
export type KeyBox = v.InferOutput<typeof KeyBox>

export const newKey = (): Key => ({
  name: crypto.getRandomValues(new Uint8Array(keyNameLength)),
  key: crypto.getRandomValues(new Uint8Array(keyLength)),
})

export const newRing = (): Ring => ({ current: newKey(), older: [] })

export const openBox = (ring: Ring): KeyBox => ({ format: 1, ways: [{ by: 'open', ring }] })

/** The ring in a stored key box; `undefined` where it is none that this code can open. */
export function ringIn(stored: unknown): Ring | undefined {
  const box = v.safeParse(KeyBox, stored)
  return box.success ? box.output.ways.find(way => way.by === 'open')?.ring : undefined
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
