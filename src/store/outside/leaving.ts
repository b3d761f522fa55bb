/** Whether leaving quickly is offered. Beside the diary and readable, since it must work before anything is unlocked. */
import { realName } from '../example/here.ts'
import { local, removeLocal, writeLocal } from './local.ts'

const name = 'leave'

/** In the example too: it is set for the person, not for a diary. */
export const leavingIsOn = (): boolean => local()?.getItem(`${realName}.${name}`) === 'true'

export function setLeaving(on: boolean): void {
  if (on) writeLocal(name, true)
  else removeLocal(name)
}
