/** What "Check my diary" finds. */
import type { RecordType } from './record.ts'

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
