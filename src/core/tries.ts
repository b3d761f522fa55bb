/** How long to wait after wrong tries. Nothing is ever wiped: a child with the phone must not cost anybody the diary. */

/** `recovery` has 120 random bits, which nobody guesses: it only waits where somebody keeps on trying. */
export type TryBy = 'passcode' | 'recovery'

const free: Record<TryBy, number> = { passcode: 3, recovery: 10 }
const longest = 300_000

/** Milliseconds to wait before the next try, after so many wrong ones in a row: 10 s, then twice as long each time, up to 5 minutes. */
export const delayAfter = (by: TryBy, wrong: number): number =>
  wrong < free[by] ? 0 : Math.min(longest, 10_000 * 2 ** Math.min(wrong - free[by], 10))
