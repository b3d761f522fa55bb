/** A phone with a diary on it, whose windows come and go: each has its own modules, all have the same storage. */
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { vi } from 'vitest'
import type { Derive } from '../../src/seal/argon.ts'
import { FakeStorage, newName, tickingClock } from './diary-maker.ts'

/** Stands in for Argon2id, which takes its time: as different for another passcode, salt or cost. */
export const derive: Derive = async (passcode, { salt, memory, passes }) => ({
  key: hkdf(
    sha256,
    new TextEncoder().encode(passcode),
    salt,
    new TextEncoder().encode(`${memory} ${passes}`),
    32,
  ),
  took: 200,
})

export const passcode = 'blue kettle'
export const byPasscode = (typed = passcode) => ({ by: 'passcode', typed, derive }) as const

export class LockPhone {
  readonly storage = new FakeStorage()
  readonly databaseName = newName()
  readonly options = { clock: tickingClock(), zone: () => 'Europe/London', databaseName: this.databaseName }

  /** Another window, or the same after it was loaded anew. */
  async window() {
    vi.resetModules()
    vi.stubGlobal('localStorage', this.storage)
    vi.stubGlobal('sessionStorage', new FakeStorage())
    vi.stubGlobal('addEventListener', () => {})
    const [{ openDiary }, drafts, unlocking, notes, tries] = await Promise.all([
      import('../../src/store/diary.ts'),
      import('../../src/store/outside/drafts.ts'),
      import('../../src/store/lock/unlock.ts'),
      import('../../src/store/lock/quick-note.ts'),
      import('../../src/store/lock/tries.ts'),
    ])
    const { options, databaseName } = this
    return {
      ...drafts,
      ...tries,
      open: () => openDiary(options),
      lookAtLock: () => unlocking.lookAtLock(databaseName),
      unlock: (way: Parameters<typeof unlocking.unlock>[1]) => unlocking.unlock(options, way),
      saveNote: (...note: [content: Parameters<typeof notes.saveNote>[1], id: string]) =>
        notes.saveNote(options, ...note),
      noteDrafts: (to: Parameters<typeof notes.openNoteDrafts>[0]) => notes.openNoteDrafts(to, options),
    }
  }

  /** A window in which the diary was unlocked with the passcode. */
  async unlocked(typed = passcode) {
    const page = await this.window()
    const opened = await page.unlock(byPasscode(typed))
    if (opened.is !== 'open') throw new Error(`did not open: ${opened.is}`)
    return { ...page, diary: opened.diary, opened }
  }

  /** Sets a lock from a window in which no lock is set yet. */
  async lock(more: { notes?: boolean; passcode?: string } = {}) {
    const page = await this.window()
    const diary = await page.open()
    const lock = await diary.lock()
    const recoveryCode = lock.newRecoveryCode()
    await lock.set({ passcode, notes: false, ...more, recoveryCode, derive })
    return { ...page, diary, lock, recoveryCode }
  }
}
