import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, NotCanonical, sameData } from '../../src/core/canonical.ts'

describe('RFC 8785', () => {
  test('its own example, section 3.2.2', () => {
    const value = {
      // biome-ignore lint/correctness/noPrecisionLoss: the RFC's example is about just that
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonical(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  test('its own example of sorting, section 3.2.3: by UTF-16 code units', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect(
      Object.values(
        JSON.parse(
          `[${canonical(value)
            .slice(1, -1)
            .replace(/"[^"]*":/g, '')}]`,
        ),
      ),
    ).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  for (const [value, text] of [
    [-0, '0'],
    [0, '0'],
    [5e-324, '5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
    [9007199254740992, '9007199254740992'],
    [1e21, '1e+21'],
    [{ b: undefined, a: 1 }, '{"a":1}'],
    [[], '[]'],
    ['\u2028\u007f', '"\u2028\u007f"'],
  ] as const) {
    test(`writes ${text}`, () => expect(canonical(value)).toBe(text))
  }
})

test('what JSON cannot say is refused', () => {
  for (const value of [
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '\ud800',
    'a\udc00b',
    1n,
    () => 0,
    new Date(),
    new Map(),
  ]) {
    expect(() => canonical(value), String(value)).toThrow(NotCanonical)
    expect(() => canonical({ in: [value] }), String(value)).toThrow(
      value === undefined ? NotCanonical : NotCanonical,
    )
  }
  expect(() => canonical({ '\ud800': 1 })).toThrow(NotCanonical)
})

const json = fc.jsonValue({ noUnicodeString: false })

test('reads back as the same value, whatever the order it was made in', () => {
  fc.assert(
    fc.property(json, value => {
      const text = canonical(value)
      // JSON has one zero.
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonical(JSON.parse(text))).toBe(text)
      expect(canonical(turned(value))).toBe(text)
      expect(sameData(value, turned(value))).toBe(true)
    }),
  )
})

function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, turned(member)]),
  )
}
