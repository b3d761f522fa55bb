import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { incidentCode, recordCode } from '../../src/core/chain.ts'

const bytes = (...first: number[]) => Uint8Array.from({ length: 32 }, (_, i) => first[i] ?? 0)

describe('short codes', () => {
  for (const [first, code] of [
    [[0, 0, 0, 0, 0], '00000000'],
    [[255, 255, 255, 255, 255], 'ZZZZZZZZ'],
    [[0b00001_000, 0b10_00011_0, 0b0100_0010, 0b1_00110_00, 0b111_01000], '12345678'],
    [[0x84, 0x21, 0x08, 0x42, 0x10], 'GGGGGGGG'],
  ] as const) {
    test(code, () => expect(incidentCode(bytes(...first))).toBe(code))
  }

  test('16 characters are the first 80 bits, in an alphabet without I, L, O and U', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), all => {
        const code = recordCode(all)
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
        expect(code.startsWith(incidentCode(all))).toBe(true)
        const number = [...all.subarray(0, 10)].reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
        const back = [...code].reduce(
          (sum, letter) => (sum << 5n) | BigInt('0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(letter)),
          0n,
        )
        expect(back).toBe(number)
      }),
    )
  })
})
