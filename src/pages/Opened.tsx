import type { ComponentChildren } from 'preact'
import { useEffect, useErrorBoundary, useState } from 'preact/hooks'
import { now, zone } from '../browser/clock.ts'
import { type Diary, openDiary } from '../store/diary.ts'
import { adoptDrafts } from '../store/drafts.ts'
import { CannotOpen } from '../store/errors.ts'
import { lazy } from '../ui/lazy.tsx'
import { DiaryContext, openHere } from './live.ts'

const NotOpened = lazy(() => import('./NotOpened.tsx'))
const Unlock = lazy(() => import('./Unlock.tsx'))

type State = { is: 'opening' | 'failed' | 'locked' } | { is: 'open'; diary: Diary; alarm: boolean }

interface Props {
  /** Whether the page is nothing without the diary. */
  needed: boolean
  children: ComponentChildren
}

/** Opens the diary and draws the page inside it; asks for the passcode, or says what happened, where it does not open. */
export function Opened({ needed, children }: Props) {
  const [state, setState] = useState<State>({ is: 'opening' })
  const [attempt, setAttempt] = useState(0)
  const [fault, reset] = useErrorBoundary()
  const open = (diary: Diary) => {
    openHere.set(diary)
    setState({ is: 'open', diary, alarm: 'expected' in diary.found })
  }
  // Runs on purpose without all it reads: another attempt opens again
  useEffect(() => {
    // After the diary, which may have copies of drafts that localStorage lost; and where it does not open, all the same.
    openDiary({ clock: now, zone })
      .finally(adoptDrafts)
      .then(open, error =>
        setState({ is: error instanceof CannotOpen && error.why === 'locked' ? 'locked' : 'failed' }),
      )
  }, [attempt])
  // Another page may do where this one did not.
  useEffect(reset, [needed])
  const again = () => {
    reset()
    setState({ is: 'opening' })
    setAttempt(attempt + 1)
  }

  const diary = state.is === 'open' ? state.diary : undefined
  if (!needed && !fault) return <DiaryContext.Provider value={diary}>{children}</DiaryContext.Provider>
  if (fault || state.is === 'failed') return <NotOpened onGoOn={again} />
  if (state.is === 'locked') return <Unlock onOpen={diary => void adoptDrafts().then(() => open(diary))} />
  if (!diary) return null
  if (state.is === 'open' && state.alarm)
    return <NotOpened lost={diary} onGoOn={() => setState({ is: 'open', diary, alarm: false })} />
  return <DiaryContext.Provider value={diary}>{children}</DiaryContext.Provider>
}
