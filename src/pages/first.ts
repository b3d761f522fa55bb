/** What home shows before the diary is open: begun while the first script is still being read, gone once it is open. */
import { route } from '../browser/route.ts'
import { shared } from '../core/shared.ts'
import { type FirstLook, firstLook } from '../store/first-look.ts'

/** As many as a phone's first screen holds. */
const screenful = 4

export const first = shared<FirstLook | undefined>(undefined)

const looking = route.value === '' ? firstLook(screenful).then(found => first.set(found)) : undefined

/** How long the first look may hold up the opening (milliseconds), which alone says that a storage does not answer. */
const patience = 1000

/** Resolves once the first look, if there is one, is on the screen: opening the diary would only hold it up. */
export async function firstSeen(): Promise<void> {
  await Promise.race([looking, new Promise<void>(late => setTimeout(late, patience))])
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
