/**
 * The phone's own file picker and share sheet, which we open ourselves. On Android they stand in front of the page and
 * hide it, and so does the app that is shared to: a lock that locks at once on hiding would throw away what is being
 * chosen or asked. It waits while somebody is out through such a door, and for a bounded time, in case they never come back.
 */
import { type Moment, moment, since } from './clock.ts'

/** How long, in milliseconds: to find a file among many, or to send an e-mail. */
const longest = 120_000
/** Android says that something was chosen just before it hides the page for it (milliseconds). */
const shortly = 3_000

let left: Moment | undefined

/** Whether the person is out through a door of ours, and not for too long. */
export const isOut = (): boolean => left !== undefined && since(left) < longest

/** A picker or share sheet opens. Call what is returned once it has answered: the page may still be hidden then. */
export function stepOut(): () => void {
  const mine = moment()
  left = mine
  const back = () => {
    if (left === mine && document.visibilityState === 'visible') left = undefined
  }
  return () =>
    setTimeout(() => {
      back()
      document.addEventListener('visibilitychange', back, { once: true })
    }, shortly)
}
