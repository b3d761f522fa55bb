import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { costFor, least } from '../../src/seal/argon.ts'
import { fromPlain, toPlain } from '../../src/seal/base64.ts'
import { type Kdf, LockBox, unwrapRing, type Way, wrapperFrom, wrapRing } from '../../src/seal/lock-box.ts'
import { newNotePair, noteKeyOf, noteSealer, openNote } from '../../src/seal/note.ts'
import { newRing, type Ring } from '../../src/seal/ring.ts'
import { DoesNotOpen } from '../../src/seal/sealed.ts'

describe('the cost of a passcode', () => {
  test('is never below the least, and what a fast phone does in about half a second', () => {
    expect(least).toEqual({ memory: 19456, passes: 2 })
    for (const took of [100_000, 2000, 401, 400]) expect(costFor(took)).toEqual(least)
    expect(costFor(200)).toEqual({ memory: 38 * 1024, passes: 2 })
    expect(costFor(100)).toEqual({ memory: 64 * 1024, passes: 2 })
    expect(costFor(50)).toEqual({ memory: 64 * 1024, passes: 4 })
    for (const took of [10, 1, 0]) expect(costFor(took)).toEqual({ memory: 64 * 1024, passes: 4 })
  })
})

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const kdf: Kdf = { is: 'argon2id', memory: 19456, passes: 2, salt: random(16) }

function boxWith(ring: Ring, way: Way): LockBox {
  return { format: 1, current: ring.current.name, ways: [way] }
}

describe('a ring in a way', () => {
  const ring: Ring = { ...newRing(), older: [newRing().current] }
  const key = random(32)
  const way: Way = { by: 'passcode', kdf, ring: wrapRing(ring, { by: 'passcode', kdf }, key) }

  test('comes out with its key and with no other', () => {
    expect(unwrapRing(boxWith(ring, way), way, key)).toEqual(ring)
    expect(unwrapRing(boxWith(ring, way), way, random(32))).toBeUndefined()
  })

  test('does not come out of a way that was altered in anything', () => {
    const altered: Way[] = [
      { ...way, kdf: { ...kdf, memory: 8 } },
      { ...way, kdf: { ...kdf, passes: 1 } },
      { ...way, kdf: { ...kdf, salt: random(16) } },
      { by: 'recovery', salt: kdf.salt, ring: way.ring },
      { by: 'device', id: random(4), salt: random(32), ring: way.ring },
      ...Array.from(way.ring, (byte, i) => ({
        ...way,
        ring: Uint8Array.from(way.ring).fill(byte ^ 1, i, i + 1),
      })),
    ]
    for (const one of altered) expect(unwrapRing(boxWith(ring, one), one, key)).toBeUndefined()
    const named = { ...boxWith(ring, way), current: random(8) }
    expect(unwrapRing(named, way, key)).toBeUndefined()
  })

  test('a box as JSON and back is the same box', () => {
    const box = boxWith(ring, way)
    expect(v.parse(LockBox, fromPlain(JSON.parse(JSON.stringify(toPlain(box)))))).toEqual(box)
  })

  test.each([
    { ...kdf, memory: 1_000_000_000 },
    { ...kdf, passes: 1000 },
    { ...kdf, passes: 0 },
    { ...kdf, is: 'md5' },
    { ...kdf, salt: random(4) },
  ])('a box that asks for %j is none', asked => {
    expect(v.is(LockBox, { ...boxWith(ring, way), ways: [{ ...way, kdf: asked }] })).toBe(false)
  })

  test('recovery code and device never give the same wrapper', () => {
    const [secret, salt] = [random(32), random(16)]
    expect(wrapperFrom('recovery', secret, salt)).not.toEqual(wrapperFrom('device', secret, salt))
  })
})

describe('a note', () => {
  const aRing = async (): Promise<Ring> => {
    const { current } = newRing()
    return { current: { ...current, notes: await newNotePair() }, older: [] }
  }
  const sealedTo = async (ring: Ring, text: string, bound = 'here') => {
    const to = noteKeyOf(ring.current)
    if (!to) throw new Error('no pair')
    return (await noteSealer(to))(text, bound)
  }

  test('is sealed with the public key alone and opens with the ring, also after the lock was changed', async () => {
    const ring = await aRing()
    const sealed = await sealedTo(ring, 'Smell in the hall')
    expect(await openNote(sealed, 'here', ring)).toBe('Smell in the hall')
    expect(await openNote(sealed, 'here', { ...(await aRing()), older: [ring.current] })).toBe(
      'Smell in the hall',
    )
    expect(await sealedTo(ring, 'Smell in the hall')).not.toEqual(sealed)
  })

  test('does not open altered, cut, moved, or with another ring', async () => {
    const ring = await aRing()
    const sealed = await sealedTo(ring, 'x')
    for (let bit = 0; bit < sealed.length * 8; bit += 3) {
      const flipped = sealed.slice()
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      await expect(openNote(flipped, 'here', ring), `bit ${bit}`).rejects.toThrow(DoesNotOpen)
    }
    for (const length of [0, 64, 65, 80, sealed.length - 1])
      await expect(openNote(sealed.subarray(0, length), 'here', ring)).rejects.toThrow(DoesNotOpen)
    await expect(openNote(sealed, 'there', ring)).rejects.toThrow(DoesNotOpen)
    await expect(openNote(sealed, 'here', await aRing())).rejects.toThrow(DoesNotOpen)
    await expect(openNote(sealed, 'here', newRing())).rejects.toThrow(DoesNotOpen)
    const noPoint = Uint8Array.from([4, ...new Uint8Array(64), ...sealed.subarray(65)])
    await expect(openNote(noPoint, 'here', ring)).rejects.toThrow(DoesNotOpen)
  })
})
