/**
 * The key box of a diary with a lock: the ring, sealed once for every way in. Nothing in it says whether a passcode
 * is right but that it opens. Written down in docs/record-format.md. Loaded when a lock is set or opened.
 */
import * as v from 'valibot'
import { toHex } from '../core/bytes.ts'
import { fromPlain, toPlain } from './base64.ts'
import { hkdf } from './hkdf.ts'
import { bytes, keyNameLength, Ring, someBytes } from './ring.ts'
import { DoesNotOpen, seal, unseal } from './sealed.ts'

export const saltLength = 16

/** What Argon2id (RFC 9106, version 0x13, one lane) is asked to do. The bounds keep an altered box from stalling a phone. */
export const Kdf = v.strictObject({
  is: v.literal('argon2id'),
  /** KiB */
  memory: v.pipe(v.number(), v.integer(), v.minValue(8), v.maxValue(262_144)),
  passes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16)),
  salt: bytes(saltLength),
})
export type Kdf = v.InferOutput<typeof Kdf>

const Way = v.variant('by', [
  v.strictObject({ by: v.literal('passcode'), kdf: Kdf, ring: someBytes }),
  v.strictObject({ by: v.literal('recovery'), salt: bytes(saltLength), ring: someBytes }),
  /** The phone's own check of finger or face. `id` is the credential's, `salt` what it is asked about. */
  v.strictObject({ by: v.literal('device'), id: someBytes, salt: bytes(32), ring: someBytes }),
])
export type Way = v.InferOutput<typeof Way>
export type WayBy = Way['by']

export const LockBox = v.strictObject({
  format: v.literal(1),
  /** Name of the ring's current key: by it a window knows whether the ring it holds is the one that is wrapped here. */
  current: bytes(keyNameLength),
  ways: v.pipe(v.array(Way), v.minLength(1)),
  /** The public key for quick notes, where they are allowed. */
  notes: v.optional(someBytes),
  /** Not everything is sealed with the current key yet. */
  resealing: v.optional(v.literal(true)),
})
export type LockBox = v.InferOutput<typeof LockBox>

/** The way by `by`, where the box has it. */
export const wayBy = <By extends WayBy>(box: LockBox, by: By): Extract<Way, { by: By }> | undefined =>
  box.ways.find((way): way is Extract<Way, { by: By }> => way.by === by)

/** A way without its ring, as far as it is readable. */
type Readable = Way extends infer One ? (One extends Way ? Omit<One, 'ring'> : never) : never

/** The key that wraps, from a secret with bits enough of its own: a recovery code, or what the phone answered. */
export const wrapperFrom = (by: 'recovery' | 'device', secret: Uint8Array, salt: Uint8Array): Uint8Array =>
  hkdf(secret, salt, `doorstep-diary ${by}`)

/** The ring sealed under `wrapper`, bound to all that is readable of its way. */
export const wrapRing = (ring: Ring, way: Readable, wrapper: Uint8Array): Uint8Array =>
  seal(
    JSON.stringify(toPlain(ring)),
    bindWay(way, ring.current.name),
    wrapperRing(ring.current.name, wrapper),
  )

/** The ring in a way; `undefined` where the wrapper is not the one: the passcode is wrong, or the box was altered. */
export function unwrapRing(
  { current }: LockBox,
  { ring: sealed, ...way }: Way,
  wrapper: Uint8Array,
): Ring | undefined {
  try {
    const text = unseal(sealed, bindWay(way, current), wrapperRing(current, wrapper))
    return v.parse(Ring, fromPlain(JSON.parse(text)))
  } catch (error) {
    if (error instanceof DoesNotOpen) return undefined
    throw error
  }
}

const wrapperRing = (name: Uint8Array, key: Uint8Array): Ring => ({ current: { name, key }, older: [] })

function bindWay(way: Readable, current: Uint8Array): string {
  const told =
    way.by === 'passcode'
      ? [way.kdf.is, way.kdf.memory, way.kdf.passes, toHex(way.kdf.salt)]
      : way.by === 'recovery'
        ? [toHex(way.salt)]
        : [toHex(way.id), toHex(way.salt)]
  return JSON.stringify(['ring', way.by, toHex(current), ...told])
}
