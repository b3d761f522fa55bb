import type { ComponentChildren } from 'preact'
import { useEffect, useErrorBoundary, useState } from 'preact/hooks'
import { now, zone } from '../browser/clock.ts'
import type { Diary } from '../store/diary.ts'
import { CannotOpen } from '../store/errors.ts'
import { exampleIsLeft, inExample } from '../store/example/here.ts'
import { adoptDrafts } from '../store/outside/drafts.ts'
import { lazy } from '../ui/lazy.tsx'
import { firstSeen } from './first.ts'
import { DiaryContext, openHere } from './live.ts'

const NotOpened = lazy(() => import('./NotOpened.tsx'))
const Unlock = lazy(() => import('./lock/Unlock.tsx'))

type State = { is: 'opening' | 'failed' | 'locked' } | { is: 'open'; diary: Diary; alarm: boolean }

async function openDiary(): Promise<Diary> {
  await firstSeen()
  const store = await import('../store/diary.ts')
  if (inExample) await (await import('../store/example/make-rarely.ts')).makeExample(now(), zone())
  // After the diary, which may have copies of drafts that localStorage lost; and where it does not open, all the same.
  return await store.openDiary({ clock: now, zone }).finally(adoptDrafts)
}

/** What this window brings along from the example joins its drafts once they can be written. */
async function takeAlong(): Promise<void> {
  if (exampleIsLeft()) (await import('./example/leaving.ts')).takeAlong()
}

interface Props {
  /** Whether the page can be drawn before the diary is open, with what was seen of it at first (first.ts). */
  early: boolean
  /** Whether the page is nothing without the diary. */
  needed: boolean
  /** Whether words can be written here also where the diary does not open: they are a draft then. */
  writes: boolean
  children: ComponentChildren
}

/** Opens the diary and draws the page inside it; asks for the passcode, or says what happened, where it does not open. */
export function Opened({ needed, writes, early, children }: Props) {
  const [state, setState] = useState<State>({ is: 'opening' })
  const [fault, reset] = useErrorBoundary()
  const open = async (diary: Diary) => {
    await takeAlong().catch(reportError)
    openHere.set(diary)
    setState({ is: 'open', diary, alarm: 'expected' in diary.found })
  }
  // Runs on purpose without all it reads: once
  useEffect(() => {
    openDiary().then(open, error =>
      setState({ is: error instanceof CannotOpen && error.why === 'locked' ? 'locked' : 'failed' }),
    )
  }, [])
  // Another page may do where this one did not.
  useEffect(reset, [needed])

  const diary = state.is === 'open' ? state.diary : undefined
  const isFailed = state.is === 'failed'
  if (!fault && (!needed || (isFailed && writes)))
    return <DiaryContext.Provider value={diary}>{children}</DiaryContext.Provider>
  // A storage that a phone cut off answers only a page loaded anew (iOS: measured).
  if (fault || isFailed) return <NotOpened onGoOn={() => location.reload()} onWrite={reset} />
  if (state.is === 'locked') return <Unlock onOpen={diary => void adoptDrafts().then(() => open(diary))} />
  if (!diary && !early) return null
  if (state.is === 'open' && state.alarm)
    return <NotOpened lost={state.diary} onGoOn={() => setState({ ...state, alarm: false })} />
  return <DiaryContext.Provider value={diary}>{children}</DiaryContext.Provider>
}
