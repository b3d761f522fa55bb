/** Where in the app the person is: the part of the address behind `#`, so that any static host will do. */
import { shared } from '../core/shared.ts'

const read = () => location.hash.replace(/^#\/?/, '')

/** The current place, without the leading `#/`: '', 'log', 'incident/<id>' … */
export const route = shared(read())
addEventListener('hashchange', () => route.set(read()))

/** The address of a place, for links. */
export const to = (place: string): string => `#/${place}`

/** Goes there unless the person has gone elsewhere meanwhile: what was begun `from` must not pull them back. */
export function goOn(from: string, place: string): void {
  // Asked of the address itself: `route` hears of a tap on a link a moment later.
  if (read() === from) go(place, 'replace')
}

/** Goes there as a link would. With `replace` the present place is taken out of the history: back skips it. */
export function go(place: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') location.hash = to(place)
  else {
    history.replaceState(null, '', to(place))
    route.set(read())
  }
}
