/** Which window this is, so that each keeps its own drafts; the same after a reload, another in a copied tab. */

import { readLocal, writeLocal } from './local.ts'

const name = 'doorstep-diary.window'
let id: string | undefined

/** Safari has them since 15.4. */
const locks = (): LockManager | undefined => globalThis.navigator?.locks

/** A random id of this window. While the window lives it holds a lock of that name, so that others can tell. */
export function thisWindow(): string {
  if (id === undefined) {
    id = takeUp() ?? crypto.randomUUID()
    // Never given back: the browser does that when the window is gone, killed or not.
    void locks()?.request(`${name}.${id}`, () => new Promise(() => {}))
  }
  return id
}

/** The ids of the windows that are open now; `undefined` where the browser cannot tell (no Web Locks). */
export async function livingWindows(): Promise<Set<string> | undefined> {
  const held = (await locks()?.query())?.held
  return held && new Set(held.flatMap(lock => lock.name?.replace(`${name}.`, '') ?? []))
}

/**
 * A copied tab gets a copy of sessionStorage too. So a window writes its id there only as it leaves, and takes it
 * away as it comes back: while it is open there is nothing to copy.
 */
function takeUp(): string | undefined {
  try {
    const left = sessionStorage.getItem(name) ?? undefined
    sessionStorage.removeItem(name)
    addEventListener('pagehide', () => {
      if (id) sessionStorage.setItem(name, id)
    })
    addEventListener('pageshow', () => sessionStorage.removeItem(name))
    return left
  } catch {
    return undefined // No sessionStorage here: the window is another one after each reload.
  }
}

/** How long loading anew may take (milliseconds). */
const comingBack = 10_000

// A window that came without a worker meets its first one, which brings nothing new.
const workers = globalThis.navigator?.serviceWorker
if (workers?.controller)
  workers.addEventListener('controllerchange', () => writeLocal('switched', Date.now()))

/** Whether a new version took over just now: every window loads anew at that moment, and those not there are not gone. */
export const justSwitched = (): boolean => Date.now() - Number(readLocal('switched') ?? 0) < comingBack
