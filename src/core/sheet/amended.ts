/** How often an entry was added to or changed. That it was taken back, or words removed, is no change of what it says. */
import type { Revision } from '../record.ts'
import type { Instant } from '../time.ts'

export interface Amended {
  times: number
  last: Instant
}

/** @param versions of one entry, oldest first; `undefined` where it stands as it was first written */
export function amendedIn(versions: readonly Revision[]): Amended | undefined {
  const amending = versions.filter(
    ({ change, aside }) => !aside && (change === 'added' || change === 'changed'),
  )
  const last = amending.at(-1)
  return last && { times: amending.length, last: last.written }
}
