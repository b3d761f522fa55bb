import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hexToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase64, toBase64 } from '../../src/seal/base64.ts'
import { joinRings, newRing, openBox, type Ring, ringIn } from '../../src/seal/ring.ts'
import { DoesNotOpen, seal, unseal } from '../../src/seal/sealed.ts'
import vector from '../fixtures/sealed-body-1.json' with { type: 'json' }

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
    expect(unseal(hexToBytes(vector.sealed), vector.bound, ring)).toBe(vector.text)
    const again = seal(vector.text, vector.bound, ring)
    expect(again.length * 2).toBe(vector.sealed.length)
    expect(again.subarray(0, 9)).toEqual(hexToBytes(vector.sealed).subarray(0, 9))
  })
})

test('XChaCha20-Poly1305 is the one of draft-irtf-cfrg-xchacha-03, appendix A.3.1', () => {
  const text =
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it."
  const key = Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i)
  const nonce = Uint8Array.from({ length: 24 }, (_, i) => 0x40 + i)
  const sealed = xchacha20poly1305(key, nonce, hexToBytes('50515253c0c1c2c3c4c5c6c7')).encrypt(
    new TextEncoder().encode(text),
  )
  expect(Buffer.from(sealed).toString('hex')).toBe(
    'bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb' +
      '731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452' +
      '2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9' +
      '21f9664c97637da9768812f615c68b13b52e' +
      'c0875924c1c7987947deafd8780acf49',
  )
})

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
