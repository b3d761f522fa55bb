/** What the two halves of the check share. */
import type { CheckResult, Fault } from '../../core/checking.ts'
import { Damaged } from '../errors.ts'

/** What the two halves of the check report to. */
export interface Checking extends CheckResult {
  /** Ids that have versions, until their entry is seen. */
  withoutEntry: Set<string>
  find: (is: Fault, id?: string) => void
  tell: () => void
}

/** Rows read in one question. */
export const batchSize = 100

/** What `read` gives; `undefined` where it is damaged. */
export async function opens<T>(read: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Damaged) return undefined
    throw error
  }
}

/** The same at once. Dexie loses a transaction after a hundred awaits that ask the database nothing: none in a loop there. */
export function opensNow<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Damaged) return undefined
    throw error
  }
}
