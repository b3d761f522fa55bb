import { expect, it } from 'vitest'
import { shown } from '../../src/core/shown.ts'

it('shows what turns text around by its number', () => {
  expect(shown('a\u202egnikoms\u202c b')).toBe('a[U+202E]gnikoms[U+202C] b')
  expect(shown('\u2066x\u2069 \u202a\u202b\u202d\u2067\u2068')).toBe(
    '[U+2066]x[U+2069] [U+202A][U+202B][U+202D][U+2067][U+2068]',
  )
})
it('leaves every script and its own marks as they are', () => {
  for (const text of ['', 'plain', 'شقة 12\u200f (مرة)', 'רחוב 3\u200e', '👨‍👩‍👧', 'می‌خواهم', '[U+202E]'])
    expect(shown(text)).toBe(text)
})
