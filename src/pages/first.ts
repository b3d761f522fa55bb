/** What home shows before the diary is open: begun while the first script is still being read, gone once it is open. */
import { route } from '../browser/route.ts'
import { shared } from '../core/shared.ts'
import { type FirstLook, firstLook, nothingKnown } from '../store/first-look.ts'
import { lazy } from '../ui/lazy.tsx'

/** As many as a phone's first screen holds. */
const screenful = 4

export const first = shared<FirstLook | undefined>(undefined)

export const Welcome = lazy(() => import('./Welcome.tsx'))

const looking = route.value === '' ? firstLook(screenful).then(take) : undefined
if (looking && nothingKnown()) Welcome.ahead()

/** Nothing for somebody who went on meanwhile: coming back, they may have written something. */
function take(found: FirstLook | undefined): void {
  if (route.value === '') first.set(found)
}

/** How long the first look may hold up the opening (milliseconds), which alone says that a storage does not answer. */
const patience = 1000
/** How long it may hold up the first drawing (milliseconds): until then index.html's own frame stands, and its links work. */
const drawn = 300

const within = (ms: number) => Promise.race([looking, new Promise<void>(late => setTimeout(late, ms))])

/** Resolves when there is something to draw, or somebody went elsewhere, or it takes too long. */
export function firstFound(): Promise<unknown> {
  return Promise.race([within(drawn), new Promise<void>(went => route.follow(went))])
}

/** Resolves once the first look, if there is one, is on the screen: opening the diary would only hold it up. */
export async function firstSeen(): Promise<void> {
  await within(patience)
  if (!first.value) return
  await new Promise<void>(resolve => {
    // A page that is not drawn at present gets no frame.
    const late = setTimeout(resolve, 300)
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(late)
        resolve()
      }),
    )
  })
}
