/** What stands after a revision: the same steps whether it is being written, checked or brought in from a file. */
import { type Change, carriesContent, type RemovedWords } from './record.ts'
import type { Removal } from './revision.ts'
import type { Instant } from './time.ts'

/** An entry's state, as it follows from its revisions. */
export interface Standing {
  content: Record<string, unknown>
  firstWritten: Instant
  lastWritten: Instant
  revisions: number
  withdrawn?: { at: Instant; why: string } | undefined
  /** Fields that stood in this content and were erased for good. */
  removed?: RemovedWords[] | undefined
}

/** The part of a revision that changes what stands. */
export interface Step {
  revision: number
  change: Change
  written: Instant
  content: object
  why?: string | undefined
  removals?: readonly Removal[] | undefined
  proof?: { is: string; removed?: readonly (RemovedWords & { by: number })[] } | undefined
}

/**
 * What stands after one more revision.
 * @param gone words of the standing content that this revision took; they are missing from `before` already
 */
export function standAfter(before: Standing | undefined, step: Step, gone: RemovedWords[] = []): Standing {
  const { change, written, why = '' } = step
  const content = carriesContent(change) ? (step.content as Record<string, unknown>) : (before?.content ?? {})
  const stillGone = (before?.removed ?? []).filter(
    ({ field }) => !(field in content) && !gone.some(one => one.field === field),
  )
  const removed = [...stillGone, ...gone]
  const withdrawn =
    change === 'withdrawn' ? { at: written, why } : change === 'restored' ? undefined : before?.withdrawn
  return {
    content,
    firstWritten: before?.firstWritten ?? written,
    lastWritten: written,
    revisions: step.revision,
    ...(withdrawn ? { withdrawn } : {}),
    ...(removed.length > 0 ? { removed } : {}),
  }
}
