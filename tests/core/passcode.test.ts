import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalPasscode, passcodeFault } from '../../src/core/passcode.ts'
import {
  groupsOf,
  isGroup,
  readRecoveryCode,
  recoveryCodeBytes,
  recoveryCodeOf,
} from '../../src/core/recovery-code.ts'
import { delayAfter } from '../../src/core/tries.ts'

describe('a passcode', () => {
  test.each([
    ['', 'short'],
    ['abcde', 'short'],
    ['  ab  ', 'short'],
    ['👃🏽👃🏽', 'short'],
    ['1234', 'pin'],
    ['0000', 'pin'],
    ['90210', 'pin'],
    ['aaaaaa', 'easy'],
    ['000000', 'easy'],
    ['123456', 'easy'],
    ['987654', 'easy'],
    ['abcdef', 'easy'],
    ['fedcba', 'easy'],
    ['Password', 'easy'],
    ['my  Diary', 'easy'],
    ['135790', undefined],
    ['246813', undefined],
    ['blue kettle', undefined],
    ['дверь7', undefined],
    ['密码密码密码', undefined],
  ])('%j: %s', (typed, fault) => expect(passcodeFault(typed)).toBe(fault))

  test('counts the same from another keyboard', () => {
    expect(normalPasscode('  blue\u00a0 kettle ')).toBe('blue kettle')
    expect(normalPasscode('cafe\u0301 au lait')).toBe(normalPasscode('café au lait'))
    expect(normalPasscode('ｂｌｕｅ　ｋｅｔｔｌｅ')).toBe('blue kettle')
    expect(normalPasscode('Blue kettle')).not.toBe('blue kettle')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), typed => {
        expect(normalPasscode(normalPasscode(typed))).toBe(normalPasscode(typed))
      }),
    )
  })
})

describe('a recovery code', () => {
  const code = recoveryCodeOf(Uint8Array.from({ length: recoveryCodeBytes }, (_, i) => i * 17))
  test('is 24 characters in six groups, and holds all 120 bits', () => {
    expect(groupsOf(code)).toHaveLength(6)
    expect(groupsOf(code).every(group => group.length === 4)).toBe(true)
    const bits = fc.uint8Array({ minLength: recoveryCodeBytes, maxLength: recoveryCodeBytes })
    fc.assert(
      fc.property(bits, bits, (one, other) => {
        expect(recoveryCodeOf(one) === recoveryCodeOf(other)).toBe(one.join() === other.join())
      }),
    )
    for (let bit = 0; bit < 120; bit++) {
      const one = new Uint8Array(recoveryCodeBytes)
      one[bit >> 3] = 0x80 >> (bit & 7)
      const at = Math.floor(bit / 5)
      expect(recoveryCodeOf(one)).toBe(`${'0'.repeat(at)}${'G8421'[bit % 5]}${'0'.repeat(23 - at)}`)
    }
  })

  test('is read however it was typed', () => {
    for (const typed of [
      code,
      code.toLowerCase(),
      groupsOf(code).join('-'),
      ` ${groupsOf(code).join(' – ')} `,
    ])
      expect(readRecoveryCode(typed)).toBe(code)
    expect(readRecoveryCode('oil0-1234-5678-9abc-defg-hjkm')).toBe('0110123456789ABCDEFGHJKM')
    expect(isGroup('0110', ' oIl0')).toBe(true)
    expect(isGroup('0110', '0111')).toBe(false)
  })

  test.each(['', '0110', 'U'.repeat(24), '0'.repeat(23), '0'.repeat(25), `${'0'.repeat(23)}*`])(
    '%j is no whole code',
    typed => expect(readRecoveryCode(typed)).toBeUndefined(),
  )
})

test.each([
  ['passcode', 1, 0],
  ['passcode', 2, 0],
  ['passcode', 3, 10],
  ['passcode', 4, 20],
  ['passcode', 7, 160],
  ['passcode', 8, 300],
  ['passcode', 51, 300],
  ['passcode', 1e9, 300],
  ['recovery', 9, 0],
  ['recovery', 10, 10],
  ['recovery', 51, 300],
] as const)('by %s, after %i wrong tries: %i seconds', (by, wrong, seconds) => {
  expect(delayAfter(by, wrong)).toBe(seconds * 1000)
})
