/** Making a backup: kept outside the screen, so that the file survives turning the phone and leaving the page. */
import type { MadeBackup } from '../../backup/make.ts'
import { now, zone } from '../../browser/clock.ts'
import { hold } from '../../browser/held.ts'
import { startWorker } from '../../browser/trusted.ts'
import { shared } from '../../core/shared.ts'
import { instantAt, wallAt } from '../../core/time.ts'
import type { Diary } from '../../store/diary.ts'

/** The setting that holds the passphrase, sealed like all of them; it never leaves this phone in a backup. */
export const passphraseSetting = 'backupPassphrase'

export type BackingUp =
  | { is: 'idle' }
  /** `done` from 0 to 1; missing while the file is locked and opened again. */
  | { is: 'making'; done: number | undefined; cancel: () => void }
  | { is: 'cancelled' }
  | { is: 'failed' }
  | { is: 'ready'; backup: MadeBackup }

export const backingUp = shared<BackingUp>({ is: 'idle' })

/** Stops following the diary that the last backup was made of. */
let unfollow = () => {}

/** Reads the whole diary, makes the file, opens it again and compares; only then it is ready. */
export async function backUp(diary: Diary, passphrase: string | undefined): Promise<void> {
  const stop = new AbortController()
  const release = hold()
  // What was read before words were removed holds them.
  let outlived = false
  unfollow()
  unfollow = diary.onChange(change => {
    if (change !== 'removed') return
    outlived = true
    stop.abort()
    backingUp.set({ is: 'idle' })
  })
  const progress = (done: number | undefined) =>
    outlived || backingUp.set({ is: 'making', done, cancel: () => stop.abort() })
  progress(0)
  try {
    const { makeBackup } = await import('../../backup/make.ts')
    const backup = await makeBackup(diary, {
      passphrase,
      made: instantAt(now()),
      date: wallAt(now(), zone()).date,
      startWorker,
      onProgress: progress,
      signal: stop.signal,
    })
    if (!outlived) backingUp.set({ is: 'ready', backup })
  } catch (error) {
    if (stop.signal.aborted) {
      if (!outlived) backingUp.set({ is: 'cancelled' })
      return
    }
    backingUp.set({ is: 'failed' })
    reportError(error)
  } finally {
    release()
  }
}
