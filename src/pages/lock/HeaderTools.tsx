import { DoorOpen, LockKeyhole } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import type { Diary } from '../../store/diary.ts'
import type { Lock } from '../../store/lock/lock.ts'
import { leavingIsOn } from '../../store/outside/leaving.ts'
import { leaving, lock as words } from '../../text/lock.ts'
import { Icon } from '../../ui/icon.tsx'
import { watchAway } from './away.ts'
import { onThree } from './LeaveQuickly.tsx'
import { leaveNow, lockNow } from './locking.ts'
import { resealWhatIsLeft } from './resealing.ts'

/** `Lock now` where a lock is set, `Leave quickly` where it is wanted; and all that locks by itself. */
export default function HeaderTools({ diary }: { diary: Diary }) {
  // Read anew at each change: another window may have set it.
  const [locked, setLocked] = useState(diary.locked)
  const [leaves, setLeaves] = useState(leavingIsOn)
  const [lock, setLock] = useState<Lock>()
  useEffect(
    () =>
      diary.onChange(() => {
        setLocked(diary.locked)
        setLeaves(leavingIsOn())
      }),
    [diary],
  )
  // Loaded before it is wanted: locking must not wait for anything.
  useEffect(() => {
    if (locked || leaves) void diary.lock().then(setLock)
  }, [diary, locked, leaves])
  useEffect(() => {
    if (!locked || !lock) return
    void resealWhatIsLeft(lock)
    return watchAway(diary, () => lockNow(diary, lock))
  }, [diary, locked, lock])
  useEffect(
    () => (leaves ? onThree('Escape', () => leaveNow(diary, lock)) : undefined),
    [diary, leaves, lock],
  )
  return (
    <>
      {leaves && (
        <button
          type="button"
          class="icon-button"
          aria-label={leaving.name}
          onClick={() => leaveNow(diary, lock)}
        >
          <Icon of={DoorOpen} />
        </button>
      )}
      {locked && lock && (
        <button
          type="button"
          class="icon-button"
          aria-label={words.lockNow}
          onClick={() => lockNow(diary, lock)}
        >
          <Icon of={LockKeyhole} />
        </button>
      )}
    </>
  )
}
