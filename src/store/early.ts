/**
 * The database, asked for before any other code of the app has come: to open one of 100,000 entries takes a browser
 * 100 ms, in which the page lays out its frame and reads its scripts. First in index.html, in a file of its own.
 */
import { ownName } from './example/here.ts'
import { openAsItIs } from './raw.ts'

/** Home alone has a first look, and a hidden page asks nothing of the database (see bounded.ts). */
const wanted = /^(#\/?)?$/.test(location.hash) && document.visibilityState !== 'hidden'

let opening = wanted ? openAsItIs(ownName) : undefined
// Whoever takes it is told.
opening?.catch(() => {})

/** What `openAsItIs` gives for this window's database. Whoever takes it closes it. */
export function takeOpening(): Promise<IDBDatabase | undefined> {
  const taken = opening ?? openAsItIs(ownName)
  opening = undefined
  return taken
}
