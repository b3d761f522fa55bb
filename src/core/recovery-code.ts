/** The recovery code: 120 random bits as 24 characters of Crockford's base 32, written in six groups of four. */
import { shortCode } from './chain.ts'

/** Random bytes that a code is made of. */
export const recoveryCodeBytes = 15
const length = 24
const groupLength = 4

/** @param random 15 random bytes */
export const recoveryCodeOf = (random: Uint8Array): string => shortCode(random, length)

/** As it is shown, printed and read aloud. */
export const groupsOf = (code: string): string[] => code.match(new RegExp(`.{1,${groupLength}}`, 'g')) ?? []

/**
 * A typed code as it was given: spaces, dashes and case do not matter, O is 0, I and L are 1.
 * `undefined` where it is no whole code: that is a slip of the finger and no wrong try.
 */
export function readRecoveryCode(typed: string): string | undefined {
  const code = tidy(typed)
  return code.length === length && /^[0-9A-HJKMNP-TV-Z]+$/.test(code) ? code : undefined
}

/** Whether what was typed back is this group. */
export const isGroup = (group: string, typed: string): boolean => tidy(typed) === group

const tidy = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]+/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
