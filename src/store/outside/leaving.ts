/** Whether leaving quickly is offered. Beside the diary and readable, since it must work before anything is unlocked. */
import { readLocal, removeLocal, writeLocal } from './local.ts'

const name = 'leave'

export const leavingIsOn = (): boolean => readLocal(name) === true

export function setLeaving(on: boolean): void {
  if (on) writeLocal(name, true)
  else removeLocal(name)
}
