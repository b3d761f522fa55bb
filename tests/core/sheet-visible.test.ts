import { describe, expect, it } from 'vitest'
import { visible } from '../../src/core/sheet/visible.ts'

describe('text as paper can show it', () => {
  it.each([
    ['plain words stay', 'Smell, again: 2 am (twice)!\nYes.', 'Smell, again: 2 am (twice)!\nYes.'],
    ['decomposed letters are composed', 'Cwympodd y ty\u0302', 'Cwympodd y t\u0177'],
    ['line ends of every system', 'a\r\nb\rc\u2028d\u2029e', 'a\nb\nc\nd\ne'],
    ['a tab and odd spaces are spaces', 'a\tb\u2003c\u3000d', 'a b c d'],
    ['a no-break space stays', 'a\u00a0b', 'a\u00a0b'],
    ['control characters', 'a\u0000b\u0007c\u007fd\u0085e', 'a[U+0000]b[U+0007]c[U+007F]d[U+0085]e'],
    ['what turns text around', 'abc\u202edcba\u2066x\u2069', 'abc[U+202E]dcba[U+2066]x[U+2069]'],
    ['what hides in words', 'a\u200bb\u00adc\ufeffd\u2060e', 'a[U+200B]b[U+00AD]c[U+FEFF]d[U+2060]e'],
    ['private characters', 'a\ue000b\u{10fffd}', 'a[U+E000]b[U+10FFFD]'],
    ['a character that is none', 'a\uffffb', 'a[U+FFFF]b'],
    ['a joiner between plain letters', 'a\u200db', 'a[U+200D]b'],
    ['a family of emoji stays whole', '👨‍👩‍👧 👍🏽 ❤️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿', '👨‍👩‍👧 👍🏽 ❤️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿'],
    ['joiners of Persian and Hindi stay', 'می‌خواهم क्‍ष', 'می‌خواهم क्‍ष'],
    ['marks of direction stay in text that turns', 'שלום\u200f!', 'שלום\u200f!'],
    ['and are shown in text that does not', 'abc\u200f!', 'abc[U+200F]!'],
  ])('%s', (_, typed, shown) => {
    expect(visible(typed)).toBe(shown)
  })
})
