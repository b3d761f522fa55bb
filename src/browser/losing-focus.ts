/** What has the focus may go away, with an answered question or a finished form. The browser then puts it nowhere. */
import { route } from './route.ts'

/** A screen reader would begin at the top of the window: it goes on at the heading over what went away instead. */
export function catchLostFocus(): void {
  let around: HTMLElement[] = []
  let place = route.value
  addEventListener('focusin', ({ target }) => {
    around = []
    for (let at = target; at instanceof HTMLElement; at = at.parentElement) around.push(at)
    place = route.value
  })
  const isLost = () =>
    around[0]?.isConnected === false && document.activeElement === document.body && place === route.value
  const mend = () => {
    if (!isLost()) return
    const left = around.find(({ isConnected }) => isConnected)?.closest('main, section, dialog')
    const heading = left?.querySelector<HTMLElement>('h1, h2, h3')
    if (!heading) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }
  // What comes in its place may take the focus by itself, once it is drawn.
  new MutationObserver(() => {
    if (isLost()) requestAnimationFrame(() => setTimeout(mend))
  }).observe(document.body, { childList: true, subtree: true })
}
