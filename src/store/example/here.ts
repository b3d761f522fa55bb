/**
 * The example: a made-up diary in a database and under names of its own. A window shows either it or the real diary.
 * Which one is settled as the page loads and never changes while it lives: going in and out loads the page anew, so
 * that nothing in memory, no key, no draft and no search, is ever shared.
 */

/** In sessionStorage, which no other window sees: when this window was last seen in the example (milliseconds). */
const flag = 'doorstep.example'

/** How long nobody may look before the window belongs to the real diary again (milliseconds): nobody logs at 2 am what they looked up at 10 pm. */
const rest = 10 * 60_000

export const realName = 'doorstep-diary'
/** The example's database, its locks, and how its names in localStorage begin. */
export const exampleName = 'doorstep-example'

function session(): Storage | undefined {
  try {
    return globalThis.sessionStorage
  } catch {
    return undefined // A page that keeps nothing has no example either.
  }
}

const isFresh = () => Math.abs(Date.now() - Number(session()?.getItem(flag) ?? 0)) < rest

/** Whether this window shows the example. */
export const inExample: boolean = isFresh()

/** The database of this window, and how its names in localStorage begin. */
export const ownName = inExample ? exampleName : realName

/** Whether a window that shows the real diary finds anything of the example on this phone. */
export function exampleIsLeft(): boolean {
  try {
    // Written as its database begins, and the last to go.
    return !inExample && localStorage.getItem(`${exampleName}.keys`) !== null
  } catch {
    return false // No localStorage, no example.
  }
}

/** The next time the page loads it shows the example. */
export const enterExample = (): void => session()?.setItem(flag, String(Date.now()))

/** The next time the page loads it shows the real diary. */
export const leaveExample = (): void => session()?.removeItem(flag)

/** Somebody looks at the example, or turns away from it just now; nothing where they are leaving. */
export function stayInExample(): void {
  if (session()?.getItem(flag)) enterExample()
}

/** Whether it is too long since somebody looked. */
export const hasRested = (): boolean => !isFresh()
