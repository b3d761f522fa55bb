/**
 * Locking and leaving: the page is taken down, which writes what is typed into its draft; then the keys are
 * overwritten; then everything is loaded anew, so that nothing of the diary stays in this window's memory.
 */
import { render } from 'preact'
import type { DiaryChange } from '../../store/changes.ts'
import type { Diary } from '../../store/diary.ts'
import { inExample, realName } from '../../store/example/here.ts'
import type { Lock } from '../../store/lock/lock.ts'
import { leaveForNow } from './LeaveQuickly.tsx'

/** Locks this window and every other. */
export function lockNow(diary: Diary, lock: Lock): void {
  diary.tellAll('lock')
  takeDown(lock)
}

/**
 * Puts a page in front that tells nothing, in every window, and locks if a lock is set.
 * @param lock `undefined` where its code has not come yet: nobody waits for it
 */
export function leaveNow(diary: Diary, lock: Lock | undefined): void {
  if (inExample) tellReal()
  diary.tellAll('leave')
  void leave(diary, lock)
}

/** Windows of the real diary hear nothing of what happens in the example but this. */
function tellReal(): void {
  const channel = new BroadcastChannel(realName)
  channel.postMessage('leave' satisfies DiaryChange)
  channel.close()
}

/** Another window, or this one, says that something happened which closes windows. */
export async function heard(change: DiaryChange, diary: Diary): Promise<void> {
  if (change === 'leave') return await leave(diary)
  const lock = await diary.lock().catch(() => undefined)
  // Whoever set the lock, or erased the diary, holds what is there now, and stays; whoever cannot tell does not.
  if (change === 'lock' || !(await lock?.isOurs().catch(() => false))) takeDown(lock)
}

async function leave(diary: Diary, lock?: Lock): Promise<void> {
  leaveForNow()
  // Where what overwrites the keys does not come, loading anew is all that forgets them.
  if (diary.locked) loadAnew(lock ?? (await diary.lock().catch(() => undefined)))
}

function takeDown(lock: Lock | undefined): void {
  const root = document.getElementById('app')
  if (root) render(null, root)
  loadAnew(lock)
}

function loadAnew(lock: Lock | undefined): void {
  lock?.forgetKeys()
  location.reload()
}
