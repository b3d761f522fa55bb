/** Into the example and out of it: the page loads anew, so that nothing of the one diary is in memory in the other. */
import { to } from '../../browser/route.ts'
import { enterExample, leaveExample } from '../../store/example/here.ts'

/** In sessionStorage: the form whose words this window takes along as it goes out. */
export const along = 'doorstep.along'

/** @returns whether the example is on this phone: it is brought when first wanted, for which a phone must be online */
export async function goIn(): Promise<boolean> {
  try {
    await import('../../store/example/make-rarely.ts')
  } catch {
    return false
  }
  enterExample()
  load('')
  return true
}

export function goOut(place = ''): void {
  leaveExample()
  load(place)
}

function load(place: string): void {
  history.replaceState(null, '', to(place))
  location.reload()
}
