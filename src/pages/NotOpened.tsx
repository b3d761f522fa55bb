import { go, to } from '../browser/route.ts'
import type { Diary } from '../store/diary.ts'
import { frame } from '../text/frame.ts'
import { counted } from '../text/numbers.ts'
import { opening } from '../text/opening.ts'

interface Props {
  /** The diary, where it opened and held more before; without it, it did not open. */
  lost?: Diary
  /** Opens again, or goes on with what is here. */
  onGoOn: () => void
  /** Goes to the form, where words can be kept all the same. */
  onWrite?: () => void
}

const entries = ({ incidents, reports }: { incidents: number; reports: number }) =>
  opening.entries(incidents + reports, counted(incidents + reports))

/** Says what happened where the diary did not open, or came back smaller. */
export default function NotOpened({ lost, onGoOn, onWrite }: Props) {
  if (lost && 'expected' in lost.found) {
    const { expected, found } = lost.found
    return (
      <div class="stack note bad" role="alert">
        <h1>{opening.lost}</h1>
        <p>{opening.lostWords(entries(expected), entries(found))}</p>
        <button
          type="button"
          class="button main"
          onClick={() => {
            // Not settled before it is back: until then the alarm comes again.
            go('backup/restore')
            onGoOn()
          }}
        >
          {opening.restore}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            lost.settleLoss()
            onGoOn()
          }}
        >
          {opening.goOn}
        </button>
      </div>
    )
  }
  return (
    <div class="stack" role="alert">
      <h1>{opening.failed}</h1>
      <p>{opening.failedWords}</p>
      <button type="button" class="button main" onClick={onGoOn}>
        {frame.tryAgain}
      </button>
      {onWrite && (
        <>
          <p>{opening.writeWords}</p>
          <a class="button" href={to('log')} onClick={onWrite}>
            {opening.write}
          </a>
        </>
      )}
    </div>
  )
}
