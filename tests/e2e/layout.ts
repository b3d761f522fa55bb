/** Zoomed in four times, letters twice as large, forced colours, the smallest phone: measured, not looked at. */
import type { Page } from '@playwright/test'

/** What is shortened on purpose, because all of it stands elsewhere: the words of an entry on its own page, and what Save would write in the form above it. */
const shortened = '.entry-words, .dock > .hint'

/** Everything that is wrong with how the screen is laid out. */
export const layoutFaults = (page: Page, targets: number) =>
  page.evaluate(
    ({ shortened, targets }) => {
      const faults: string[] = []
      const say = (element: Element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 110)
      const sideways = document.documentElement.scrollWidth - innerWidth
      if (sideways > 0) faults.push(`scrolls sideways by ${sideways} px`)

      const shown = (element: Element) => {
        const { width, height } = element.getBoundingClientRect()
        const hidden = element.closest('.unseen, [aria-hidden=true], details:not([open]) > :not(summary)')
        // Where the browser leaves out what is far away, its place is that of the size before.
        const drawn = element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })
        return width > 1 && height > 1 && !hidden && drawn
      }
      // Under an open dialog nothing can be read or pressed.
      const top = document.querySelector('dialog[open]') ?? document.body
      const all = [...top.querySelectorAll<HTMLElement>('*')].filter(shown)

      for (const element of all) {
        const ownText = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent?.trim())
        if (!ownText || element instanceof SVGElement) continue
        const { left, right } = element.getBoundingClientRect()
        const moves = element.closest('.across') // moves sideways by itself
        if (moves) continue
        if (left < -1 || right > innerWidth + 1) faults.push(`beyond the edge: ${say(element)}`)
        const box =
          element.closest<HTMLElement>('button, .button, .choice, nav a, p, dd, h1, h2, h3') ?? element
        if (getComputedStyle(box).display === 'inline' || box.matches(shortened)) continue
        // Letters may reach a little out of a line set close; cut they are where the box hides what sticks out.
        const { fontSize, overflowY } = getComputedStyle(box)
        const slack = overflowY === 'visible' ? Number.parseFloat(fontSize) / 4 : 1
        const [tooWide, tooHigh] = [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight]
        if (tooWide > 1 || tooHigh > slack) faults.push(`cut by ${tooWide}, ${tooHigh}: ${say(box)}`)
      }

      // What sticks lies over what scrolls under it, and gives way; the rest must not touch.
      const sticks = (element: Element) => element.closest('.dock, .bar, .say, .day > h2')
      const pressable = all.filter(
        element =>
          element.matches('a[href], button, summary, label.choice, label.toggle, input, select, textarea') &&
          !element.closest('label.choice > *, label.toggle > *'),
      )
      const inFlow = pressable.filter(element => !sticks(element) && !element.closest('svg'))
      inFlow.forEach((one, i) => {
        const a = one.getBoundingClientRect()
        for (const other of inFlow.slice(i + 1)) {
          if (one.contains(other) || other.contains(one)) continue
          const b = other.getBoundingClientRect()
          const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
          const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
          if (wide > 1 && high > 1) faults.push(`overlaps: ${say(one)} and ${say(other)}`)
        }
      })

      for (const element of pressable) {
        const { width, height } = element.getBoundingClientRect()
        const inline = getComputedStyle(element).display === 'inline' || element.matches('.word, svg a, td a')
        const least = inline ? 24 : targets
        if (height < least - 0.5 || (!inline && width < least - 0.5))
          faults.push(`small: ${Math.round(width)} × ${Math.round(height)} ${say(element)}`)
      }
      return [...new Set(faults)]
    },
    { shortened, targets },
  )

/** 400 % zoom of a screen 1280 wide is 320 × 256 in CSS pixels; 200 % text is the letters set twice as large in the phone. */
const ways = {
  '400 % zoom': { width: 320, height: 256 },
  '320 px': { width: 320, height: 568 },
  '320 px in forced colours': { width: 320, height: 568, forced: true },
  '200 % text': { width: 390, height: 844, text: 200 },
  '200 % text, held sideways': { width: 568, height: 320, text: 200 },
  'a tablet': { width: 768, height: 1024 },
  'a wide screen': { width: 1280, height: 800 },
} as const

/** What is wrong with it in each of these ways. */
export async function zoomFaults(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const [name, way] of Object.entries(ways)) {
    await page.setViewportSize({ width: way.width, height: way.height })
    await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'forced' in way ? 'active' : 'none' })
    await page.evaluate(
      size => document.documentElement.style.setProperty('font-size', `${size}%`),
      'text' in way ? way.text : 100,
    )
    faults.push(...(await layoutFaults(page, 48)).map(fault => `${name}: ${fault}`))
  }
  return faults
}
