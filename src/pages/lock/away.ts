/** Locks by itself: when nobody touches any window of the diary, and when something else stands in front of it. */
import { moment, since } from '../../browser/clock.ts'
import { isOut } from '../../browser/stepping-out.ts'
import { LockTimes, usualTimes } from '../../core/lock-times.ts'
import type { Diary } from '../../store/diary.ts'

/** How often is looked, and how often other windows hear that somebody is there, in milliseconds. */
const beat = 5_000
const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'input'] as const

/**
 * Calls `lock` when it is time. It waits for who is choosing or sharing a file (stepping-out.ts).
 * @returns how to stop
 */
export function watchAway(diary: Diary, lock: () => void): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const channel =
    typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('doorstep-diary.there')
  let times = usualTimes
  let touched = moment()
  let told = touched
  let hidden = document.visibilityState === 'hidden' ? moment() : undefined

  const keep = (found: LockTimes | undefined) => {
    times = found ?? usualTimes
  }
  // Where they cannot be read, those known so far hold.
  const read = () => diary.setting('lock', LockTimes).then(keep, () => {})
  void read()
  const unfollow = diary.onChange(change => {
    if (change === 'settings') void read()
  })
  const minutes = (n: string) => Number(n) * 60_000
  const look = () => {
    if (isOut()) return
    const away = hidden !== undefined && since(hidden) >= minutes(times.hidden)
    if (away || since(touched) >= minutes(times.idle)) lock()
  }
  const touch = () => {
    touched = moment()
    if (since(told) < beat) return
    told = touched
    channel?.postMessage('there')
  }
  if (channel) {
    channel.onmessage = () => {
      touched = moment()
    }
  }
  for (const kind of touches) addEventListener(kind, touch, { passive: true, capture: true, signal })
  const turned = () => {
    // Looked at before anything else: what was hidden too long is not shown again.
    look()
    hidden = document.visibilityState === 'hidden' ? moment() : undefined
    look()
  }
  document.addEventListener('visibilitychange', turned, { signal })
  addEventListener('pageshow', look, { signal })
  const timer = setInterval(look, beat)
  return () => {
    stop.abort()
    clearInterval(timer)
    unfollow()
    channel?.close()
  }
}
