/**
 * What a person expects on arriving at a screen: it begins at its top and a screen reader at its heading; coming
 * back, the list is where it was and the focus on the line that was opened. Loaded after the first screen stands.
 */
import { frame } from '../text/frame.ts'
import { hasLeft } from './left.ts'
import { catchLostFocus } from './losing-focus.ts'
import { route } from './route.ts'

/** How long a list may take to be long enough again where nothing says that it is still being read (milliseconds). */
const patience = 1500
/** How long a screen, or a search through years of entries, may take on a slow phone (milliseconds). */
const reading = 10_000

/** Where a screen was left, in pixels: how far it was scrolled, and where in the window the line stood that was opened. */
interface Place {
  scrolled: number
  line?: number | undefined
}

export function followArrivals(): void {
  // The browser would go back to the old place before the list is there.
  history.scrollRestoration = 'manual'
  const places = new Map<number, Place>()
  let here = entryOfHistory().entry
  let place = route.value
  nameWindow()
  catchLostFocus()
  route.follow(() => {
    if (route.value === place) return
    places.set(here, { scrolled: scrollY, line: lineTo(route.value)?.getBoundingClientRect().top })
    const { entry, isNew } = entryOfHistory()
    const back = isNew ? undefined : { from: place, to: places.get(entry) ?? { scrolled: 0 } }
    here = entry
    place = route.value
    void arrive(place, headingNow(), back)
  })
}

/** Each entry of the browser's history carries a number, so that coming back is told from going on. */
function entryOfHistory(): { entry: number; isNew: boolean } {
  const known: unknown = history.state?.entry
  if (typeof known === 'number') return { entry: known, isNew: false }
  const entry = performance.timeOrigin + performance.now()
  history.replaceState({ entry }, '')
  return { entry, isNew: true }
}

const headingNow = () => document.querySelector<HTMLElement>('main h1')

/** @param before the heading of the screen that was left: another one says that the next screen is drawn */
async function arrive(
  place: string,
  before: HTMLElement | null,
  back: { from: string; to: Place } | undefined,
): Promise<void> {
  scrollTo(0, 0)
  const heading = await drawn(() => (headingNow() === before ? null : headingNow()), reading)
  if (!heading || route.value !== place) return
  nameWindow()
  if (back) {
    const { scrolled, line } = back.to
    const late = performance.now() + patience
    const isTall = () => document.documentElement.scrollHeight >= scrolled + innerHeight
    const isBusy = () => document.querySelector('main [aria-busy=true]') !== null
    await drawn(() => isTall() || (performance.now() > late && !isBusy()), reading)
    if (route.value !== place || scrollY > 0) return // Somebody was quicker.
    scrollTo(0, scrolled)
    const theirs = handsOn()
    await drawn(() => lineTo(back.from) || !isReading(), reading)
    if (route.value !== place) return
    // What stands above may have grown, or not be there yet: the line counts that was tapped.
    const opened = lineTo(back.from)
    if (opened && line !== undefined) void hold(opened, line, theirs)
  }
  const now = document.activeElement
  if (now?.closest('main') && now !== before) return // Somebody was quicker.
  heading.tabIndex = -1
  ;((back && lineTo(back.from)) ?? heading).focus({ preventScroll: true })
}

/**
 * Keeps a line at its place in the window, in pixels, while what stands above it comes. Browsers do so too, but not in a
 * frame in which anything around the line changed its height, and Safari hardly ever.
 */
function hold(line: HTMLElement, top: number, theirs: () => boolean): Promise<unknown> {
  return drawn(() => {
    if (theirs() || !line.isConnected) return true
    scrollBy(0, line.getBoundingClientRect().top - top)
    return false
  })
}

/** Whether somebody has scrolled or typed since it was asked for the first time: the page is theirs then. */
function handsOn(): () => boolean {
  let theirs = false
  for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
    addEventListener(
      type,
      () => {
        theirs = true
      },
      { once: true, passive: true },
    )
  return () => theirs
}

const lineTo = (place: string) => document.querySelector<HTMLElement>(`main a[href="#/${CSS.escape(place)}"]`)

/** Whether a part of a long list that is in sight has not been read yet. */
const isReading = () =>
  [...document.querySelectorAll('main [aria-busy=true]')].some(part => {
    const { top, bottom } = part.getBoundingClientRect()
    return bottom > 0 && top < innerHeight
  })

/** Looks at each frame until `found` finds something or it has taken too long. */
function drawn<T>(found: () => T, longest = patience): Promise<T> {
  return new Promise(done => {
    const end = performance.now() + longest
    const look = () => {
      const answer = found()
      if (answer || performance.now() > end) done(answer)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

/** The window bears the name of a screen and nothing of what stands on it: others see titles, and histories keep them. */
function nameWindow(): void {
  // What stands there then has a name of its own.
  if (hasLeft()) return
  const current = document.querySelector('.frame [aria-current]')
  const name = current?.getAttribute('aria-label') ?? current?.textContent
  document.title = name && name !== frame.diary ? `${name} · ${frame.diary}` : frame.diary
}
