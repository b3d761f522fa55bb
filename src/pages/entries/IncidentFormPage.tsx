/** The form of an incident, wherever it stands: new, over a saved one, or while the diary stays locked. */
import { useState } from 'preact/hooks'
import { now, zone } from '../../browser/clock.ts'
import { type IncidentForm, type Problem, readIncidentForm } from '../../core/incident-form.ts'
import { wallAt } from '../../core/time.ts'
import { daySaid } from '../../text/days.ts'
import { kindsSaid } from '../../ui/entry-line.tsx'
import { IncidentFields } from '../../ui/incident-fields.tsx'
import type { Draft } from '../draft.ts'
import { FormPage } from '../FormPage.tsx'
import type { Attempt } from '../saving.ts'

/** What is typed, and what of it needs another look. */
export function useIncidentForm(draft: Draft<IncidentForm>) {
  const [problems, setProblems] = useState<Problem<IncidentForm>[]>([])
  return {
    draft,
    problems,
    /** What would be saved; `undefined` where something needs another look, which the form then says. */
    read() {
      const reading = readIncidentForm(draft.value, now())
      setProblems(reading.ok ? [] : reading.problems)
      return reading.ok ? reading.content : undefined
    },
    change(part: Partial<IncidentForm>) {
      draft.set({ ...draft.value, ...part })
      setProblems(problems.filter(one => !(one.field in part)))
    },
  }
}

interface Props {
  title: string
  intro?: string
  attempt: Attempt
  form: ReturnType<typeof useIncidentForm>
}

export function IncidentFormPage({ form: { draft, problems, change }, ...page }: Props) {
  const form = draft.value
  return (
    <FormPage
      {...page}
      draft={draft}
      problems={problems}
      summary={incidentSummary(form)}
      text={() => incidentInWords(form)}
    >
      <IncidentFields
        form={form}
        problems={problems}
        today={wallAt(now(), form.zone).date}
        onChange={change}
      />
    </FormPage>
  )
}

/** What a tap on Save would write, in one line: the two-tap log must not be a blind one. */
function incidentSummary({ kinds, otherKind, date, time, place }: IncidentForm): string {
  const near = date && daySaid(date, wallAt(now(), zone()).date)
  return [kindsSaid({ kinds, otherKind }), [near, time].filter(Boolean).join(', '), place]
    .filter(Boolean)
    .join(' · ')
}

/** Everything typed, as plain text: what is copied when the phone will not save. */
function incidentInWords(form: IncidentForm): string {
  const { date: _, time: __, place: ___, zone: ____, ...typed } = form
  return [incidentSummary(form), ...Object.values(typed)]
    .filter(value => typeof value === 'string' && value !== '')
    .join('\n')
}
