/** What is inside a backup, to be looked at before anything is written. */
import type { RecordType } from '../record.ts'
import type { Instant } from '../time.ts'
import type { Dump } from './dump.ts'
import { entriesOf, factsOf } from './verify.ts'

export interface Inside {
  made: Instant
  /** Who writes, as the profile says. */
  name?: string | undefined
  entries: Record<RecordType, number>
  /** When the first and the last incident happened (milliseconds); missing where there is none. */
  from?: number
  to?: number
  /** How many places in it were damaged before it was made. */
  faults: number
}

export function insideOf(dump: Dump): Inside {
  const entries = { incident: 0, report: 0, share: 0 }
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (const entry of entriesOf(dump).values()) {
    const facts = factsOf(entry)
    if (!facts) continue
    entries[facts.type]++
    if (facts.type !== 'incident') continue
    from = Math.min(from, facts.happened)
    to = Math.max(to, facts.happened)
  }
  return {
    made: dump.made,
    name: dump.profile.name,
    entries,
    ...(entries.incident > 0 ? { from, to } : {}),
    faults: dump.faults.length,
  }
}
