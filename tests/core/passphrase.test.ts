import { expect, it } from 'vitest'
import { madeUp, type Strength, strengthOf } from '../../src/core/backup/passphrase.ts'

it.each<[string, Strength]>([
  ['', 'short'],
  ['abc-123', 'short'],
  ['👃👃👃', 'short'],
  ['password', 'weak'],
  ['Password123', 'weak'],
  ['aaaaaaaaaaaaaaaa', 'weak'],
  ['12345678901234', 'weak'],
  ['abcdefghijklmnop', 'weak'],
  ['my dog is nice', 'weak'],
  ['kettle kettle kettle kettle kettle', 'weak'],
  ['amber kettle sunday ladder', 'fair'],
  ['amber kettle sunday ladder pond', 'strong'],
  ['sen noc drzwi okno schody', 'strong'],
  ['tR7#kq2!mZ', 'strong'],
])('%j is %s', (passphrase, strength) => expect(strengthOf(passphrase)).toBe(strength))

it('one that the app makes has 80 bits, in signs that look like nothing else on paper', () => {
  const bytes = Uint8Array.from({ length: 16 }, (_, i) => i * 17)
  expect(madeUp(bytes)).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/)
  expect(madeUp(bytes.map(byte => byte ^ 1))).not.toBe(madeUp(bytes))
})
