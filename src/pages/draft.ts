/** A form that survives: every change is kept outside the database within a second, and offered again. */
import { useEffect, useRef, useState } from 'preact/hooks'
import * as v from 'valibot'
import { now } from '../browser/clock.ts'
import { DraftNotKept, dropSlot, keepDraft, readDraft } from '../store/outside/drafts.ts'

export interface Draft<Form> {
  value: Form
  /** Fixed when the form is begun: saving twice under it gives one entry, however often a phone makes us try. */
  id: string
  /** How many revisions the entry had when the form was begun: what was amended elsewhere since is not overwritten unseen. */
  onTop: number | undefined
  /** When the words that came back were typed (milliseconds); `undefined` for a form begun now. */
  backFrom: number | undefined
  /** Whether a save was under way when the page had to load again. */
  resuming: boolean
  /** The browser keeps no draft at present: the words are on the screen and nowhere else. */
  unkept: boolean
  set: (value: Form) => void
  /** Takes the form back to its start; `undo` brings the words back. */
  clear: () => { undo: () => void }
  /** Keeps the words at once, with a mark that a save was under way. */
  keepForResume: () => void
  /** The words are saved: no draft any more. */
  done: () => void
}

const typingPause = 300

/** A form kept under `slot`, on top of so many revisions. `start` is what it begins with where no draft is kept. */
export function useDraft<Form>(
  slot: string,
  shape: v.GenericSchema<unknown, Form>,
  start: Form,
  onTop?: number,
): Draft<Form> {
  const fresh = (): Kept<Form> => ({ id: crypto.randomUUID(), at: now(), form: start, resume: false, onTop })
  const [found] = useState(() => readDraft(slot, keptShape(shape)))
  const [begun] = useState(fresh)
  const kept = useRef(found ?? begun)
  const [value, setValue] = useState(kept.current.form)
  const [backFrom, setBackFrom] = useState(found?.at)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const dirty = useRef(false)
  const [unkept, setUnkept] = useState(false)

  const write = () => {
    clearTimeout(timer.current)
    if (dirty.current) setUnkept(!keep(slot, kept.current))
    dirty.current = false
  }
  // Leaving in any way writes what the pause still holds: localStorage is synchronous and takes it even then.
  // Runs on purpose without all it reads: once for the life of the form
  useEffect(() => {
    const leaving = () => write()
    addEventListener('pagehide', leaving)
    document.addEventListener('visibilitychange', leaving)
    return () => {
      leaving()
      removeEventListener('pagehide', leaving)
      document.removeEventListener('visibilitychange', leaving)
    }
  }, [slot])

  const put = (form: Form, resume = false) => {
    kept.current = { ...kept.current, at: now(), form, resume }
    dirty.current = true
    setValue(form)
  }
  return {
    value,
    id: kept.current.id,
    onTop: kept.current.onTop,
    backFrom,
    resuming: found?.resume ?? false,
    unkept,
    set(form) {
      put(form)
      clearTimeout(timer.current)
      timer.current = setTimeout(write, typingPause)
    },
    clear() {
      const before = value
      clearTimeout(timer.current)
      dirty.current = false
      dropSlot(slot)
      kept.current = fresh()
      setValue(start)
      setBackFrom(undefined)
      return {
        undo: () => {
          put(before)
          write()
        },
      }
    },
    keepForResume() {
      put(kept.current.form, true)
      write()
    },
    done() {
      clearTimeout(timer.current)
      dirty.current = false
      dropSlot(slot)
    },
  }
}

/** Whether the browser took it. */
function keep(slot: string, draft: Kept<unknown>): boolean {
  try {
    keepDraft(slot, draft, now())
    return true
  } catch (error) {
    if (error instanceof DraftNotKept) return false
    throw error
  }
}

interface Kept<Form> {
  id: string
  at: number
  form: Form
  resume: boolean
  onTop?: number | undefined
}

const keptShape = <Form>(form: v.GenericSchema<unknown, Form>) =>
  v.strictObject({
    id: v.pipe(v.string(), v.uuid()),
    at: v.number(),
    form,
    resume: v.boolean(),
    onTop: v.optional(v.number()),
  })
