/** What the check finds, and what its two halves share. */
import type { RecordType } from '../core/record.ts'
import { Damaged } from './errors.ts'

/**
 * What is not in order. `unreadable`: it does not open. `altered`: it opens, and is not what was committed to.
 * `link`: it does not follow from the version before. `missing`: a version, an entry or a number is not there.
 * `state`: an entry does not say what its versions say. `settings`: something beside the record does not open.
 */
export type Fault = 'unreadable' | 'altered' | 'link' | 'missing' | 'state' | 'settings'

export interface Finding {
  is: Fault
  /** Which entry, as far as that can be told. */
  id?: string
  type?: RecordType
  number?: number
}

export interface CheckResult {
  /** How many saved versions were looked at, and how many entries. */
  revisions: number
  entries: number
  /** None: everything is in order. */
  findings: Finding[]
}

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
