/** Into the example and out of it: the page loads anew, so that nothing of the one diary is in memory in the other. */
import { to } from '../../browser/route.ts'
import { enterExample, leaveExample } from '../../store/example/here.ts'

/** In sessionStorage: the form whose words this window takes along as it goes out. */
export const along = 'doorstep.along'

export function goIn(): void {
  enterExample()
  load('')
}

export function goOut(place = ''): void {
  leaveExample()
  load(place)
}

function load(place: string): void {
  history.replaceState(null, '', to(place))
  location.reload()
}
