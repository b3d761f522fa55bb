/** localStorage: it still answers where the database is dead. */
import { ownName } from '../example/here.ts'

/** All that this window keeps there begins so. */
export const prefix = `${ownName}.`

/** The browser's localStorage; `undefined` where there is none or where asking for it throws (cookies blocked). */
export function local(): Storage | undefined {
  try {
    return globalThis.localStorage
  } catch {
    return undefined // A SecurityError is how a browser says that this page keeps no data.
  }
}

/** What stands under a name, as the JSON that we write there; `undefined` for nothing and for anything else. */
export function readLocal(name: string): unknown {
  try {
    return JSON.parse(local()?.getItem(prefix + name) ?? 'null') ?? undefined
  } catch {
    return undefined // Not ours, or cut off: the same as nothing, and the next writing mends it.
  }
}

/** @returns whether the browser took it */
export function writeLocal(name: string, value: unknown): boolean {
  try {
    const storage = local()
    storage?.setItem(prefix + name, JSON.stringify(value))
    return storage !== undefined
  } catch {
    return false // QuotaExceededError: the caller says what that means.
  }
}

export const removeLocal = (name: string): void => local()?.removeItem(prefix + name)

/** Every name of ours. */
export function localNames(): string[] {
  const storage = local()
  const names: string[] = []
  for (let i = 0; i < (storage?.length ?? 0); i++) {
    const key = storage?.key(i)
    if (key?.startsWith(prefix)) names.push(key.slice(prefix.length))
  }
  return names
}
