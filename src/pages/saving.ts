/** Saving as it must go: one attempt at a time, honest about failure, one reload where the phone cut the storage off. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { ConnectionLost, NotSaved, Refused } from '../store/errors.ts'
import { saving } from '../text/frame.ts'
import { say } from '../ui/say.tsx'
import type { Draft } from './draft.ts'

export type WhyNotSaved = NotSaved['why'] | 'connection' | 'meanwhile'

export interface Attempt {
  running: boolean
  /** Why the last attempt did not save; `undefined` while there is nothing to say. */
  failed: WhyNotSaved | undefined
  run: () => Promise<void>
}

const reloaded = 'doorstep.reloaded'

/** Runs `save`, one attempt at a time. `whyNot` says why one failed, or nothing where the page goes anyway. */
export function useAttempt(
  save: () => Promise<void>,
  whyNot: (error: unknown) => WhyNotSaved | undefined,
): Attempt {
  const [running, setRunning] = useState(false)
  const [failed, setFailed] = useState<WhyNotSaved>()
  const run = async () => {
    if (running) return
    setRunning(true)
    setFailed(undefined)
    try {
      await save()
    } catch (error) {
      setFailed(whyNot(error))
    } finally {
      setRunning(false)
    }
  }
  return { running, failed, run }
}

/**
 * Runs `save`, which throws NotSaved where it could not. On a connection that the phone closed (iOS does, and no
 * retry in the same document heals it: measured) the words are kept, the page loads again once, and the save is
 * tried again by itself; failing that, the person is told, wherever they are by then.
 */
export function useSaving<Form>(save: () => Promise<void>, draft: Draft<Form>): Attempt {
  const isGone = useRef(false)
  const attempt = useAttempt(
    async () => {
      await save()
      sessionStorage.removeItem(reloaded)
    },
    error => {
      const why = reasonOf(error)
      draft.keepForResume()
      if (isGone.current) sayNotSaved(why)
      else if (why === 'connection' && !sessionStorage.getItem(reloaded)) {
        sessionStorage.setItem(reloaded, '1')
        location.reload()
        return
      }
      return why
    },
  )
  // Runs on purpose without all it reads: once, when the page came back from its reload
  useEffect(() => {
    if (draft.resuming && sessionStorage.getItem(reloaded)) void attempt.run()
    return () => {
      isGone.current = true
    }
  }, [])
  return attempt
}

/** In the example: asks whether what is to be saved is made up, which alone may be kept there. */
export const asksInExample = async <Form>(slot: string, draft: Draft<Form>): Promise<boolean> =>
  (await import('./example/asking.ts')).askInExample(slot, draft)

/** For what is done by one tap. Says so where it was not saved; the entry is then as it was before. */
export async function tried(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    sayNotSaved(reasonOf(error))
    return false
  }
}

const sayNotSaved = (why: WhyNotSaved) => say(`${saving.notSaved}. ${saving.why[why]}`)

/** Why it is not saved. What nobody foresaw goes on up, after the person was told. */
function reasonOf(error: unknown): WhyNotSaved {
  if (error instanceof NotSaved) return error.why
  if (error instanceof ConnectionLost) return 'connection'
  if (error instanceof Refused && error.why === 'meanwhile') return 'meanwhile'
  reportError(error)
  return 'unknown'
}
