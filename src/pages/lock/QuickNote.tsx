import { useEffect, useRef, useState } from 'preact/hooks'
import { now, zone } from '../../browser/clock.ts'
import { type IncidentForm, newIncidentForm } from '../../core/incident-form.ts'
import { NotSaved, Refused } from '../../store/errors.ts'
import { type NoteDrafts, openNoteDrafts, saveNote } from '../../store/lock/quick-note.ts'
import type { LockedDiary } from '../../store/lock/unlock.ts'
import { DraftNotKept } from '../../store/outside/drafts.ts'
import { note as words } from '../../text/lock.ts'
import { say } from '../../ui/say.tsx'
import type { Draft } from '../draft.ts'
import { IncidentFormPage, useIncidentForm } from '../entries/IncidentFormPage.tsx'
import { useAttempt, type WhyNotSaved } from '../saving.ts'

const options = { clock: now, zone }

interface Props {
  to: NonNullable<LockedDiary['notes']>
  onLeave: (saved: boolean) => void
}

/** Logging while the diary stays locked: what is saved here can be read only after unlocking. */
export default function QuickNote({ to, onLeave }: Props) {
  const draft = useNoteDraft(to)
  const form = useIncidentForm(draft)
  const attempt = useAttempt(async () => {
    const content = form.read()
    if (!content) return
    await saveNote(options, content, draft.id)
    draft.done()
    onLeave(true)
  }, whyNotNoted)
  return (
    <>
      <p>
        <button type="button" class="button plain" onClick={() => onLeave(false)}>
          {words.back}
        </button>
      </p>
      <IncidentFormPage title={words.title} intro={words.intro} attempt={attempt} form={form} />
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

/** The page is not loaded again where the storage is lost: what is typed could not be read back here. */
function whyNotNoted(error: unknown): WhyNotSaved {
  if (error instanceof NotSaved) return error.why
  if (error instanceof Refused) say(words.notAllowed)
  else reportError(error)
  return 'unknown'
}
