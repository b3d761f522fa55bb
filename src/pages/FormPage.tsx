import type { ComponentChildren } from 'preact'
import type { Problem } from '../core/incident-form.ts'
import { faultText } from '../text/faults.ts'
import { form as words } from '../text/form.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { lazy } from '../ui/lazy.tsx'
import type { Draft } from './draft.ts'
import { NotSavedNote } from './NotSavedNote.tsx'
import type { Attempt } from './saving.ts'

/** Most forms begin empty and need none. */
const DraftNote = lazy(() => import('./DraftNote.tsx'))

interface Props<Form> {
  title: string
  intro?: string
  draft: Draft<Form>
  attempt: Attempt
  problems?: Problem<Form>[]
  /** What a tap on Save would write, in one line. */
  summary?: string
  /** Everything typed, as plain text: what is copied when the phone will not save. */
  text: () => string
  children: ComponentChildren
}

/** A form as every form here is: words that came back first, then what needs another look, the questions, and Save at the thumb. */
export function FormPage<Form>(props: Props<Form>) {
  const { title, intro, draft, attempt, problems = [], summary, text, children } = props
  return (
    <form
      noValidate
      inert={attempt.running} // What was typed now would be neither in what is saved nor in what is said not to be.
      onSubmit={event => {
        event.preventDefault()
        void attempt.run()
      }}
    >
      <div class="stack">
        <h1>{title}</h1>
        {intro && <p class="quiet">{intro}</p>}
      </div>
      {(draft.unkept || draft.backFrom !== undefined) && <DraftNote draft={draft} />}
      <ErrorSummary problems={problems.map(({ field, fault }) => ({ field, text: faultText[fault] }))} />
      {children}
      <NotSavedNote attempt={attempt} text={text} />
      <div class="dock">
        {summary && <p class="hint">{summary}</p>}
        <button type="submit" class="button main big" disabled={attempt.running}>
          {words.save}
        </button>
      </div>
    </form>
  )
}
