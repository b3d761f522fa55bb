import type { ComponentChildren } from 'preact'
import { useEffect, useErrorBoundary, useState } from 'preact/hooks'
import { now, zone } from '../browser/clock.ts'
import { type Diary, openDiary } from '../store/diary.ts'
import { adoptDrafts } from '../store/drafts.ts'
import { frame, opening } from '../text/frame.ts'
import { DiaryContext } from './live.ts'

type State = { is: 'opening' } | { is: 'failed' } | { is: 'open'; diary: Diary; alarm: boolean }

const count = new Intl.NumberFormat('en-GB')
const entries = ({ incidents, reports }: { incidents: number; reports: number }) =>
  opening.entries(incidents + reports, count.format(incidents + reports))

/** Opens the diary and draws the page inside it; says what happened where it does not open, or came back smaller. */
export function Opened({ children }: { children: ComponentChildren }) {
  const [state, setState] = useState<State>({ is: 'opening' })
  const [attempt, setAttempt] = useState(0)
  const [fault, reset] = useErrorBoundary()
  // Runs on purpose without all it reads: another attempt opens again
  useEffect(() => {
    // After the diary, which may have copies of drafts that localStorage lost; and where it does not open, all the same.
    openDiary({ clock: now, zone })
      .finally(adoptDrafts)
      .then(
        diary => setState({ is: 'open', diary, alarm: 'expected' in diary.found }),
        () => setState({ is: 'failed' }),
      )
  }, [attempt])
  const again = () => {
    reset()
    setState({ is: 'opening' })
    setAttempt(attempt + 1)
  }

  if (fault || state.is === 'failed') {
    return (
      <div class="stack" role="alert">
        <h1>{opening.failed}</h1>
        <p>{opening.failedWords}</p>
        <button type="button" class="button main" onClick={again}>
          {frame.tryAgain}
        </button>
      </div>
    )
  }
  if (state.is === 'opening') return null
  const { diary, alarm } = state
  if (alarm && 'expected' in diary.found) {
    const { expected, found } = diary.found
    return (
      <div class="stack note bad" role="alert">
        <h1>{opening.lost}</h1>
        <p>{opening.lostWords(entries(expected), entries(found))}</p>
        <button
          type="button"
          class="button"
          onClick={() => {
            diary.settleLoss()
            setState({ is: 'open', diary, alarm: false })
          }}
        >
          {opening.goOn}
        </button>
      </div>
    )
  }
  return <DiaryContext.Provider value={diary}>{children}</DiaryContext.Provider>
}
