import { useEffect, useState } from 'preact/hooks'
import { now, zone } from '../../browser/clock.ts'
import { askDevice, DeviceRefused } from '../../browser/passkey.ts'
import { to } from '../../browser/route.ts'
import type { Diary } from '../../store/diary.ts'
import { type LockedDiary, lookAtLock, unlock } from '../../store/lock/unlock.ts'
import type { WayIn } from '../../store/lock/way-in.ts'
import { note, unlock as words } from '../../text/lock.ts'
import { Door } from '../../ui/door.tsx'
import { lazy } from '../../ui/lazy.tsx'
import { say } from '../../ui/say.tsx'
import { hearLeaving } from './LeaveQuickly.tsx'
import { WayInForm } from './WayIn.tsx'
import '../../styles/lock.css'
import { counted } from '../../text/numbers.ts'

const QuickNote = lazy(() => import('./QuickNote.tsx'))
const options = { clock: now, zone }

/** What stands before a locked diary: the passcode, and a quick note where that was allowed. Nothing of the diary is read. */
export default function Unlock({ onOpen }: { onOpen: (diary: Diary) => void }) {
  const [locked, setLocked] = useState<LockedDiary>()
  const [said, setSaid] = useState<string>()
  const [noting, setNoting] = useState(false)
  const [noted, setNoted] = useState(false)
  const look = () => {
    lookAtLock().then(setLocked, () => setSaid(words.failed))
  }
  useEffect(look, [])
  // A quick note may stand here in clear.
  useEffect(hearLeaving, [])
  const turn = (toNote: boolean) => {
    setNoting(toNote)
    // Another screen, though the address stays: it begins at its top.
    scrollTo(0, 0)
  }
  const run = async (way: WayIn) => {
    try {
      const tried = await unlock(options, way)
      if (tried.is !== 'open') return tried.is
      const { notes, waiting, damaged } = tried
      if (notes > 0) say(note.takenIn(notes, counted(notes)))
      if (waiting > 0) say(note.waiting)
      else if (damaged > 0) say(note.damaged)
      onOpen(tried.diary)
      // The button that had the focus is gone: reading goes on at the page.
      requestAnimationFrame(() => document.querySelector('main')?.focus({ preventScroll: true }))
      return tried.is
    } catch (error) {
      if (error instanceof DeviceRefused) return 'wrong'
      reportError(error)
      return 'failed'
    }
  }
  const byDevice = async () => {
    const went = await run({ by: 'device', ask: askDevice })
    setSaid(went === 'open' ? undefined : words.deviceFailed)
  }
  if (noting && locked?.notes)
    return (
      <div class="locked">
        <QuickNote
          to={locked.notes}
          onLeave={saved => {
            setNoted(saved || noted)
            turn(false)
          }}
        />
      </div>
    )
  return (
    <div class="locked stack-wide">
      <header>
        <Door />
        <h1>{words.title}</h1>
        <p class="quiet">{words.words}</p>
      </header>
      {noted && (
        <p class="note" role="status">
          {note.saved}
        </p>
      )}
      <div class="stack">
        {locked?.ways.includes('device') && (
          <button type="button" class="button big" onClick={() => void byDevice()}>
            {words.device}
          </button>
        )}
        {said && (
          <p class="fault" role="alert">
            {said}
          </p>
        )}
        <WayInForm doIt={words.open} onTry={run} />
        {locked?.notes && (
          <button type="button" class="button big" onClick={() => turn(true)}>
            {noted ? words.noteMore : words.note}
          </button>
        )}
      </div>
      <div class="aside">
        <a href={to('help')}>{words.help}</a>
        <details>
          <summary>{words.forgotten}</summary>
          <div class="stack">
            {words.forgottenWords.map(line => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </details>
      </div>
    </div>
  )
}
