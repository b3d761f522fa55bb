import { useContext, useEffect, useState } from 'preact/hooks'
import { now, zone } from '../../browser/clock.ts'
import { installFirst } from '../../browser/installing.ts'
import { goOn, route } from '../../browser/route.ts'
import { IncidentForm, newIncidentForm } from '../../core/incident-form.ts'
import type { Entry } from '../../core/record.ts'
import { wallAt } from '../../core/time.ts'
import { ConnectionLost } from '../../store/errors.ts'
import { inExample } from '../../store/example/here.ts'
import { listDrafts } from '../../store/outside/drafts.ts'
import { form as words } from '../../text/form.ts'
import { saving } from '../../text/frame.ts'
import { lazy } from '../../ui/lazy.tsx'
import { say } from '../../ui/say.tsx'
import { useShared } from '../../ui/use-shared.ts'
import { useDraft } from '../draft.ts'
import { DiaryContext } from '../live.ts'
import { asksInExample, useSaving } from '../saving.ts'
import { IncidentFormPage, useIncidentForm } from './IncidentFormPage.tsx'

/** Where it does not come, logging goes on without it. */
const InstallFirst = lazy(() =>
  import('../settings/InstallFirst.tsx').catch(() => {
    installFirst.set(false)
    return { default: () => null }
  }),
)

/** Log → Save is two taps: what, when and where are filled in. */
export function Log() {
  const diary = useContext(DiaryContext)
  const first = useShared(installFirst)
  const [start, setStart] = useState<IncidentForm>()
  useEffect(() => {
    // What the example's resident used last is nothing to take along into a form of one's own.
    const last = inExample ? undefined : diary?.lastUsed()
    const begin = (used: Parameters<typeof newIncidentForm>[2] = {}) =>
      setStart(newIncidentForm(now(), zone(), used))
    // A phone that does not answer keeps nobody from writing: saving says what is wrong.
    Promise.resolve(last).then(begin, () => begin())
  }, [diary])
  if (!start) return null
  // Words that were begun here come before everything.
  if (first && diary?.found.state === 'new' && listDrafts().length === 0) return <InstallFirst />
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
  const diary = useContext(DiaryContext)
  const draft = useDraft(slot, IncidentForm, start, entry?.revisions)
  const form = useIncidentForm(draft)

  const attempt = useSaving(async () => {
    const content = form.read()
    if (!content) return
    // Where it did not open, it may after the page is loaded anew, and the draft is saved then.
    if (!diary) throw new ConnectionLost()
    if (!entry && inExample && !(await asksInExample(slot, draft))) return
    const from = route.value
    const saved = entry
      ? await diary.amendIncident(entry.id, content, draft.onTop)
      : await diary.saveIncident(content, draft.id)
    draft.done()
    const time = wallAt(Date.parse(saved.savedAt), zone()).time
    if (!entry) say(saving.saved(time))
    else say(saved.entry.revisions > entry.revisions ? saving.changed(time) : saving.nothingNew)
    goOn(from, entry ? `incident/${entry.id}` : '')
  }, draft)

  return <IncidentFormPage title={title} attempt={attempt} form={form} />
}
