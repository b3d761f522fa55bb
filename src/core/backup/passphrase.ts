/** How hard a passphrase is to guess, and one that is. A backup may lie in a mailbox for years: it alone protects it. */

/** `short` is not taken. The others are said in words, and taken. */
export type Strength = 'short' | 'weak' | 'fair' | 'strong'

export const shortest = 8

/** What people try first. */
const common = /passw|qwert|12345|abcde|letmein|iloveyou|welcome|diary|admin|football|monkey|dragon/gi

/** An estimate that errs on the low side: what was meant to be random counts full, what repeats counts once. */
export function strengthOf(passphrase: string): Strength {
  if ([...passphrase].length < shortest) return 'short'
  const bits = bitsOf(passphrase)
  return bits < 40 ? 'weak' : bits < 55 ? 'fair' : 'strong'
}

function bitsOf(passphrase: string): number {
  const left = passphrase.replace(common, '*')
  const words = left.toLowerCase().split(/[^\p{L}\p{N}*]+/u)
  // Words from anybody's head: each one of some two thousand.
  if (words.length > 1 && words.every(word => /^\p{L}*$/u.test(word)))
    return new Set(words.filter(word => word.length > 2)).size * 11
  return bitsOfSigns(left)
}

/** Counts signs that do not follow from the one before: neither the same nor its neighbour. */
function bitsOfSigns(text: string): number {
  const codes = [...text].map(sign => sign.codePointAt(0) ?? 0)
  const fresh = codes.filter((code, i) => i === 0 || Math.abs(code - (codes[i - 1] ?? 0)) > 1)
  return fresh.length * Math.log2(poolOf(text))
}

function poolOf(text: string): number {
  const pools: [RegExp, number][] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/[0-9]/, 10],
    [/[ -/:-@[-`{-~]/, 20],
    [/[^ -~]/, 60],
  ]
  return pools.reduce((sum, [pattern, size]) => sum + (pattern.test(text) ? size : 0), 1)
}

/** Crockford's base 32 in small letters: nothing that looks like something else on paper. */
const signs = '0123456789abcdefghjkmnpqrstvwxyz'

/** Sixteen signs in fours, 80 bits. @param random 16 random bytes */
export const madeUp = (random: Uint8Array): string =>
  Array.from(random.subarray(0, 16), byte => signs[byte & 31])
    .join('')
    .replace(/.{4}(?=.)/g, '$&-')
