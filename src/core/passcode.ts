/** What a passcode may be, and as what it counts. */

/** Signs, after {@link normalPasscode}. */
export const shortestPasscode = 6

/** `pin`: digits alone, and few: there are 10,000 of four, and a computer tries them all within the hour. */
export type PasscodeFault = 'short' | 'pin' | 'easy'

/**
 * As it counts, whichever keyboard it was typed on: Unicode NFKC, no space at its ends, one where there are several.
 * Never changed: a passcode set today must open tomorrow (docs/record-format.md).
 */
export const normalPasscode = (typed: string): string => typed.normalize('NFKC').trim().replace(/\s+/gu, ' ')

/** What speaks against a passcode that somebody wants; `undefined` where nothing does. */
export function passcodeFault(typed: string): PasscodeFault | undefined {
  const passcode = normalPasscode(typed)
  const signs = [...passcode]
  if (signs.length < shortestPasscode) return /^\d+$/.test(passcode) ? 'pin' : 'short'
  return isRun(signs) || triedFirst.includes(passcode.toLowerCase()) ? 'easy' : undefined
}

/** aaaaaa, 123456, fedcba */
function isRun(signs: readonly string[]): boolean {
  const points = signs.map(sign => sign.codePointAt(0) ?? 0)
  const steps = new Set(points.slice(1).map((point, i) => point - (points[i] ?? 0)))
  return steps.size === 1 && Math.abs([...steps][0] ?? 2) <= 1
}

/** What anybody would try first here. */
const triedFirst = [
  '112233',
  '121212',
  '123123',
  '1234567890',
  'qwerty',
  'qwertyuiop',
  'asdfgh',
  'abc123',
  'password',
  'password1',
  'passcode',
  'letmein',
  'iloveyou',
  'cannabis',
  'doorstep',
  'my diary',
]
