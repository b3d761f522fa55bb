import { useEffect, useState } from 'preact/hooks'
import { now, zone } from '../../browser/clock.ts'
import { installFirst } from '../../browser/installing.ts'
import { goOn, route } from '../../browser/route.ts'
import { IncidentForm, newIncidentForm, type Problem, readIncidentForm } from '../../core/incident-form.ts'
import type { Entry } from '../../core/record.ts'
import { wallAt } from '../../core/time.ts'
import { listDrafts } from '../../store/outside/drafts.ts'
import { daySaid } from '../../text/days.ts'
import { form as words } from '../../text/form.ts'
import { saving } from '../../text/frame.ts'
import { kindsSaid } from '../../ui/entry-line.tsx'
import { IncidentFields } from '../../ui/incident-fields.tsx'
import { lazy } from '../../ui/lazy.tsx'
import { say } from '../../ui/say.tsx'
import { useShared } from '../../ui/use-shared.ts'
import { useDraft } from '../draft.ts'
import { FormPage } from '../FormPage.tsx'
import { useDiary } from '../live.ts'
import { useSaving } from '../saving.ts'

/** Where it does not come, logging goes on without it. */
const InstallFirst = lazy(() =>
  import('../settings/InstallFirst.tsx').catch(() => {
    installFirst.set(false)
    return { default: () => null }
  }),
)

/** Log → Save is two taps: what, when and where are filled in. */
export function Log() {
  const diary = useDiary()
  const first = useShared(installFirst)
  const [start, setStart] = useState<IncidentForm>()
  useEffect(() => {
    diary.lastUsed().then(last => setStart(newIncidentForm(now(), zone(), last ?? {})))
  }, [diary])
  if (!start) return null
  // Words that were begun here come before everything.
  if (first && diary.found.state === 'new' && listDrafts().length === 0) return <InstallFirst />
  return <IncidentPage slot="log" title={words.logTitle} start={start} />
}

interface Props {
  slot: string
  title: string
  start: IncidentForm
  entry?: Entry<'incident'>
}

/** The form itself, new or over a saved incident. */
export function IncidentPage({ slot, title, start, entry }: Props) {
  const diary = useDiary()
  const draft = useDraft(slot, IncidentForm, start, entry?.revisions)
  const [problems, setProblems] = useState<Problem<IncidentForm>[]>([])
  const form = draft.value

  const attempt = useSaving(async () => {
    const reading = readIncidentForm(form, now())
    setProblems(reading.ok ? [] : reading.problems)
    if (!reading.ok) return
    const from = route.value
    const saved = entry
      ? await diary.amendIncident(entry.id, reading.content, draft.onTop)
      : await diary.saveIncident(reading.content, draft.id)
    draft.done()
    const time = wallAt(Date.parse(saved.savedAt), zone()).time
    if (!entry) say(saving.saved(time))
    else say(saved.entry.revisions > entry.revisions ? saving.changed(time) : saving.nothingNew)
    goOn(from, entry ? `incident/${entry.id}` : '')
  }, draft)

  const change = (part: Partial<IncidentForm>) => {
    draft.set({ ...form, ...part })
    setProblems(problems.filter(one => !(one.field in part)))
  }

  return (
    <FormPage
      title={title}
      draft={draft}
      attempt={attempt}
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
export function incidentSummary({ kinds, otherKind, date, time, place }: IncidentForm): string {
  const near = date && daySaid(date, wallAt(now(), zone()).date)
  return [kindsSaid({ kinds, otherKind }), [near, time].filter(Boolean).join(', '), place]
    .filter(Boolean)
    .join(' · ')
}

/** Everything typed, as plain text: what is copied when the phone will not save. */
export function incidentInWords(form: IncidentForm): string {
  const { date: _, time: __, place: ___, zone: ____, ...typed } = form
  return [incidentSummary(form), ...Object.values(typed)]
    .filter(value => typeof value === 'string' && value !== '')
    .join('\n')
}
