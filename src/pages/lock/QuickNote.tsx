import { useEffect, useRef, useState } from 'preact/hooks'
import { now, zone } from '../../browser/clock.ts'
import {
  type IncidentForm,
  newIncidentForm,
  type Problem,
  readIncidentForm,
} from '../../core/incident-form.ts'
import { wallAt } from '../../core/time.ts'
import { NotSaved, Refused } from '../../store/errors.ts'
import { type NoteDrafts, openNoteDrafts, saveNote } from '../../store/lock/quick-note.ts'
import type { LockedDiary } from '../../store/lock/unlock.ts'
import { DraftNotKept } from '../../store/outside/drafts.ts'
import { note as words } from '../../text/lock.ts'
import { IncidentFields } from '../../ui/incident-fields.tsx'
import { say } from '../../ui/say.tsx'
import type { Draft } from '../draft.ts'
import { incidentInWords, incidentSummary } from '../entries/Log.tsx'
import { FormPage } from '../FormPage.tsx'
import type { Attempt } from '../saving.ts'

const options = { clock: now, zone }

interface Props {
  to: NonNullable<LockedDiary['notes']>
  onLeave: (saved: boolean) => void
}

/** Logging while the diary stays locked: what is saved here can be read only after unlocking. */
export default function QuickNote({ to, onLeave }: Props) {
  const draft = useNoteDraft(to)
  const [problems, setProblems] = useState<Problem<IncidentForm>[]>([])
  const form = draft.value
  const attempt = useAttempt(async () => {
    const reading = readIncidentForm(form, now())
    setProblems(reading.ok ? [] : reading.problems)
    if (!reading.ok) return
    await saveNote(options, reading.content, draft.id)
    draft.done()
    onLeave(true)
  })
  const change = (part: Partial<IncidentForm>) => {
    draft.set({ ...form, ...part })
    setProblems(problems.filter(one => !(one.field in part)))
  }
  return (
    <>
      <p>
        <button type="button" class="button plain" onClick={() => onLeave(false)}>
          {words.back}
        </button>
      </p>
      <FormPage
        title={words.title}
        intro={words.intro}
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
    </>
  )
}

const typingPause = 300

/** As useDraft keeps a form, but sealed so that not even this page can read it back. */
function useNoteDraft(to: Props['to']): Draft<IncidentForm> {
  const [value, setValue] = useState(() => newIncidentForm(now(), zone(), {}))
  const [id] = useState(() => crypto.randomUUID())
  const [unkept, setUnkept] = useState(false)
  const drafts = useRef<NoteDrafts | undefined>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const typed = useRef<IncidentForm | undefined>(undefined)
  const write = () => {
    clearTimeout(timer.current)
    const form = typed.current
    if (!form) return
    try {
      drafts.current?.keep({ id, at: now(), form, resume: false })
      setUnkept(false)
    } catch (error) {
      if (!(error instanceof DraftNotKept)) throw error
      setUnkept(true)
    }
  }
  // Runs on purpose without all it reads: once for the life of the form
  useEffect(() => {
    let gone = false
    openNoteDrafts(to, options).then(opened => {
      if (gone) return opened.close()
      drafts.current = opened
      write()
    }, reportError)
    addEventListener('pagehide', write)
    document.addEventListener('visibilitychange', write)
    return () => {
      gone = true
      write()
      drafts.current?.close()
      removeEventListener('pagehide', write)
      document.removeEventListener('visibilitychange', write)
    }
  }, [])
  return {
    value,
    id,
    onTop: undefined,
    backFrom: undefined,
    resuming: false,
    unkept,
    set(form) {
      typed.current = form
      setValue(form)
      clearTimeout(timer.current)
      timer.current = setTimeout(write, typingPause)
    },
    clear: () => ({ undo: () => {} }),
    keepForResume: write,
    done() {
      clearTimeout(timer.current)
      typed.current = undefined
      drafts.current?.drop()
    },
  }
}

/** One attempt at a time. The page is not loaded again where the storage is lost: what is typed could not be read back here. */
function useAttempt(save: () => Promise<void>): Attempt {
  const [running, setRunning] = useState(false)
  const [failed, setFailed] = useState<Attempt['failed']>()
  const run = async () => {
    if (running) return
    setRunning(true)
    setFailed(undefined)
    try {
      await save()
    } catch (error) {
      if (error instanceof Refused) say(words.notAllowed)
      setFailed(error instanceof NotSaved ? error.why : 'unknown')
    } finally {
      setRunning(false)
    }
  }
  return { running, failed, run }
}
