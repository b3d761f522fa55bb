import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import * as noble from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromHex, joined, joinedForNow, sameBytes, toHex, utf8 } from '../../src/core/bytes.ts'
import { fieldSalts } from '../../src/core/commitment.ts'

const bytes = fc.uint8Array({ maxLength: 100 })

test('bytes are what the library makes of them', () => {
  fc.assert(
    fc.property(bytes, bytes, fc.string({ unit: 'grapheme' }), (a, b, text) => {
      expect(toHex(a)).toBe(noble.bytesToHex(a))
      expect(fromHex(toHex(a))).toEqual(a)
      expect(joined(a, b)).toEqual(noble.concatBytes(a, b))
      expect(utf8(text)).toEqual(noble.utf8ToBytes(text))
      expect(sameBytes(a, b)).toBe(toHex(a) === toHex(b))
      expect(sameBytes(a, a.slice())).toBe(true)
    }),
  )
})

test('what is joined for now is the same bytes, also where there is no room for it', () => {
  const isJoined = (head: Uint8Array, text: string): void => {
    expect(joinedForNow(head, text)).toEqual(joined(head, utf8(text)))
  }
  fc.assert(fc.property(bytes, fc.string({ unit: 'grapheme', maxLength: 3000 }), isJoined))
  const head = new Uint8Array(9).fill(7)
  for (const sign of ['a', 'é', '\u0905', '😀'])
    for (let length = 1355; length < 1370; length++) isJoined(head, sign.repeat(length))
})

test('field salts are HMAC-SHA256 as the library makes it, one after the other', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.array(fc.string()), (salt, names) => {
      const saltOf = fieldSalts(salt)
      for (const name of names) expect(saltOf(name)).toEqual(hmac(sha256, salt, noble.utf8ToBytes(name)))
    }),
  )
})
