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
  const content: Record<string, unknown> = carriesContent(change)
    ? { ...step.content }
    : (before?.content ?? {})
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

/**
 * What stands after all of them, oldest first; `undefined` after none. Words that a `wordsRemoved` revision took
 * are missing from the contents given here; it adds that they were there.
 */
export function standAfterAll(steps: readonly Step[]): Standing | undefined {
  let standing: Standing | undefined
  let newestContent = 0
  for (const step of steps) {
    const gone = (step.removals ?? [])
      .filter(({ revision, field }) => revision === newestContent && !field.startsWith('$'))
      .map(({ field, words }) => ({ field, words, at: step.written }))
    standing = standAfter(standing, step, [...goneUnsaid(step, steps), ...gone])
    if (carriesContent(step.change)) newestContent = step.revision
  }
  return standing
}

/** Words of this step that a version of another phone removed, as the two met: none of these steps says it. */
const goneUnsaid = ({ revision, proof }: Step, steps: readonly Step[]): RemovedWords[] =>
  (proof?.removed ?? [])
    .filter(
      ({ field, by }) =>
        !field.startsWith('$') &&
        !steps.some(
          step =>
            step.revision === by &&
            step.removals?.some(one => one.revision === revision && one.field === field),
        ),
    )
    .map(({ field, words, at }) => ({ field, words, at }))
