/** What stands after a whole line of revisions. Apart, since saving needs only the step from one to the next. */
import { carriesContent, type RemovedWords } from './record.ts'
import { type Standing, type Step, standAfter } from './standing.ts'

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
