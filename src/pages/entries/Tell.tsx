import { useState } from 'preact/hooks'
import { now, zone } from '../../browser/clock.ts'
import { goOn, route } from '../../browser/route.ts'
import type { Problem } from '../../core/incident-form.ts'
import { sinceLastReport } from '../../core/next-steps.ts'
import type { Entry } from '../../core/record.ts'
import { formOfReport, newReportForm, ReportForm, readReportForm, toldIn } from '../../core/report-form.ts'
import { wallAt } from '../../core/time.ts'
import { inExample } from '../../store/example/here.ts'
import { saving } from '../../text/frame.ts'
import { reportInWords, report as words } from '../../text/report.ts'
import { ReportFields } from '../../ui/report-fields.tsx'
import { say } from '../../ui/say.tsx'
import { useDraft } from '../draft.ts'
import { FormPage } from '../FormPage.tsx'
import { useDiary, useEntry, useLive } from '../live.ts'
import NotFound from '../NotFound.tsx'
import { asksInExample, useSaving } from '../saving.ts'

/**
 * "I told somebody": `tell` begins a report, `tell/about/<incident>` one that names an incident,
 * `tell/change/<report>` adds to one that is saved.
 */
export default function Tell({ rest }: { rest: string }) {
  const [what, id = ''] = rest.split('/')
  if (what === 'change') return <ChangeReport id={id} />
  return <NewReport about={what === 'about' ? [id] : []} />
}

function NewReport({ about }: { about: string[] }) {
  const [start] = useState(() => newReportForm(now(), zone(), 'police', about))
  return (
    <ReportPage
      slot={about.length > 0 ? `tell/about/${about.join()}` : 'tell'}
      title={words.newTitle}
      start={start}
    />
  )
}

function ChangeReport({ id }: { id: string }) {
  const found = useEntry('report', id)
  if (!found) return null
  if (!found.entry) return <NotFound />
  const start = formOfReport(found.entry.content)
  return <ReportPage slot={`tell/change/${id}`} title={words.changeTitle} start={start} entry={found.entry} />
}

interface Props {
  slot: string
  title: string
  start: ReportForm
  entry?: Entry<'report'>
}

/** How many incidents the form offers to link; older ones stay linked where they are. */
const offered = 100

function ReportPage({ slot, title, start, entry }: Props) {
  const diary = useDiary()
  const draft = useDraft(slot, ReportForm, start, entry?.revisions)
  const [problems, setProblems] = useState<Problem<ReportForm>[]>([])
  const incidents = useLive(open => open.listIncidents({ limit: offered }), [])?.entries ?? []
  const reports = useLive(open => open.listReports({ limit: 1000 }), [])?.entries ?? []
  const form = draft.value
  const told = toldIn(form)
  const others = reports.filter(({ id }) => id !== entry?.id)

  const attempt = useSaving(async () => {
    const reading = readReportForm(form, now())
    setProblems(reading.ok ? [] : reading.problems)
    if (!reading.ok) return
    if (!entry && inExample && !(await asksInExample(slot, draft))) return
    const from = route.value
    const saved = entry
      ? await diary.amendReport(entry.id, reading.content, draft.onTop)
      : await diary.saveReport(reading.content, draft.id)
    draft.done()
    const time = wallAt(Date.parse(saved.savedAt), zone()).time
    if (!entry) say(saving.saved(time))
    else say(saved.entry.revisions > entry.revisions ? saving.changed(time) : saving.nothingNew)
    goOn(from, `report/${saved.entry.id}`)
  }, draft)

  const change = (part: Partial<ReportForm>) => {
    draft.set({ ...form, ...part })
    setProblems(problems.filter(one => !(one.field in part)))
  }

  return (
    <FormPage
      title={title}
      draft={draft}
      attempt={attempt}
      problems={problems}
      text={() => reportInWords(form)}
    >
      <ReportFields
        form={form}
        problems={problems}
        today={wallAt(now(), form.zone).date}
        incidents={incidents}
        sinceLast={told ? sinceLastReport(incidents, others, form.to, told).map(({ id }) => id) : []}
        onChange={change}
      />
    </FormPage>
  )
}
