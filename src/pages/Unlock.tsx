import { LockKeyhole } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { now, zone } from '../browser/clock.ts'
import { askDevice, DeviceRefused } from '../browser/passkey.ts'
import type { Diary } from '../store/diary.ts'
import { type LockedDiary, lookAtLock, unlock } from '../store/unlock.ts'
import type { WayIn } from '../store/way-in.ts'
import { note, unlock as words } from '../text/lock.ts'
import { Icon } from '../ui/icon.tsx'
import { lazy } from '../ui/lazy.tsx'
import { say } from '../ui/say.tsx'
import { WayInForm } from './WayIn.tsx'
import '../styles/lock.css'

const QuickNote = lazy(() => import('./QuickNote.tsx'))
const options = { clock: now, zone }
const count = new Intl.NumberFormat('en-GB')

/** What stands before a locked diary: the passcode, and a quick note where that was allowed. Nothing of the diary is read. */
export default function Unlock({ onOpen }: { onOpen: (diary: Diary) => void }) {
  const [locked, setLocked] = useState<LockedDiary>()
  const [said, setSaid] = useState<string>()
  const [noting, setNoting] = useState(false)
  const look = () => {
    lookAtLock().then(setLocked, () => setSaid(words.failed))
  }
  useEffect(look, [])
  const run = async (way: WayIn) => {
    try {
      const tried = await unlock(options, way)
      if (tried.is !== 'open') return tried.is
      const { notes, waiting, damaged } = tried
      if (notes > 0) say(note.takenIn(notes, count.format(notes)))
      if (waiting > 0) say(note.waiting)
      else if (damaged > 0) say(note.damaged)
      onOpen(tried.diary)
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
        <QuickNote to={locked.notes} onLeave={() => setNoting(false)} />
      </div>
    )
  return (
    <div class="locked stack-wide">
      <div class="stack">
        <span class="seal">
          <Icon of={LockKeyhole} />
        </span>
        <h1>{words.title}</h1>
      </div>
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
      </div>
      {locked?.notes && (
        <button type="button" class="button big" onClick={() => setNoting(true)}>
          {words.note}
        </button>
      )}
      <details>
        <summary>{words.forgotten}</summary>
        <div class="stack">
          {words.forgottenWords.map(line => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </details>
    </div>
  )
}
