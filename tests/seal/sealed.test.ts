import { hexToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase64, toBase64 } from '../../src/seal/base64.ts'
import { joinRings, newRing, openBox, type Ring, ringIn } from '../../src/seal/ring.ts'
import { DoesNotOpen, seal, unseal } from '../../src/seal/sealed.ts'
import vector from '../fixtures/sealed-body-1.json' with { type: 'json' }
import { knownAnswers } from './known-answers.ts'

describe('a sealed body', () => {
  test('opens to the same text, where it is bound to, with its ring', () => {
    const ring = newRing()
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, bound) => {
        expect(unseal(seal(text, bound, ring), bound, ring)).toBe(text)
      }),
    )
  })

  test('does not open with any one bit flipped, cut, lengthened, moved, or under another key', () => {
    const ring = newRing()
    const sealed = seal('Smell of cannabis', 'here', ring)
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const flipped = sealed.slice()
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(() => unseal(flipped, 'here', ring), `bit ${bit}`).toThrow(DoesNotOpen)
    }
    for (let length = 0; length < sealed.length; length++) {
      expect(() => unseal(sealed.subarray(0, length), 'here', ring), `${length} bytes`).toThrow(DoesNotOpen)
    }
    expect(() => unseal(Uint8Array.from([...sealed, 0]), 'here', ring)).toThrow(DoesNotOpen)
    expect(() => unseal(sealed, 'there', ring)).toThrow(DoesNotOpen)
    expect(() => unseal(sealed, 'here', newRing())).toThrow(DoesNotOpen)
  })

  test('names its key: a ring opens what its older keys sealed', () => {
    const old = newRing()
    const sealed = seal('before', 'x', old)
    const ring: Ring = { ...newRing(), older: [old.current] }
    expect(unseal(sealed, 'x', ring)).toBe('before')
    expect(unseal(seal('after', 'x', ring), 'x', { ...old, current: ring.current })).toBe('after')
  })

  test('is laid out as docs/record-format.md says, for ever', () => {
    const ring: Ring = {
      current: { name: hexToBytes(vector.keyName), key: hexToBytes(vector.key) },
      older: [],
    }
    const again = seal(vector.text, vector.bound, ring)
    expect(again.length * 2).toBe(vector.sealed.length)
    expect(again.subarray(0, 9)).toEqual(hexToBytes(vector.sealed).subarray(0, 9))
  })
})

test.each(knownAnswers)('$name', async ({ wanted, got }) => expect(await got()).toBe(wanted))

describe('the key box', () => {
  test('gives its ring back, and nothing else is a box', () => {
    const ring = newRing()
    expect(ringIn(openBox(ring))).toEqual(ring)
    const shorter = { ...ring, current: { ...ring.current, key: ring.current.key.slice(1) } }
    for (const other of [
      undefined,
      null,
      {},
      { format: 2, ways: [{ by: 'open', ring }] },
      { format: 1, ways: [] },
      openBox(shorter),
    ]) {
      expect(ringIn(other)).toBeUndefined()
    }
  })

  test('joined rings open what each opened, and seal with the first', () => {
    const [one, other] = [newRing(), newRing()]
    const joined = joinRings(one, other)
    expect(joined.current).toEqual(one.current)
    expect(unseal(seal('x', '', other), '', joined)).toBe('x')
    expect(joinRings(joined, other)).toEqual(joined)
    expect(joinRings(joined, one)).toEqual(joined)
  })
})

test('base64 there and back, also of more than an engine takes as arguments', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), bytes => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect(fromBase64(toBase64(bytes))).toEqual(bytes)
    }),
  )
  const many = Uint8Array.from({ length: 300_001 }, (_, i) => i & 255)
  expect(fromBase64(toBase64(many))).toEqual(many)
})
