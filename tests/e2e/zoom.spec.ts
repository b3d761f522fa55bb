/** Zoomed in four times, letters twice as large, forced colours, the smallest phone: measured, not looked at. */
import type { Page } from '@playwright/test'
import { expect, test } from './phone.ts'
import {
  emptyScreens,
  enterExample,
  exampleStates,
  fill,
  fullScreens,
  states,
  throughTheLock,
  walk,
} from './screens.ts'

/** What is shortened on purpose, because all of it stands elsewhere: the words of an entry on its own page, and what Save would write in the form above it. */
const shortened = '.entry-words, .dock > .hint'

/** Everything that is wrong with how the screen is laid out. */
const layoutFaults = (page: Page, targets: number) =>
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

async function faultsOf(page: Page): Promise<string[]> {
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

test('nothing is cut, overlaps, scrolls sideways or is too small to press on any screen', async ({
  phone,
}) => {
  test.setTimeout(300_000)
  const page = await phone.open()
  await walk(
    phone,
    page,
    emptyScreens.map(([name, place]) => [`${name}, empty`, place]),
    faultsOf,
  )
  await page.goto(`${phone.site.address}#/`)
  await walk(phone, page, fullScreens(await fill(page)), faultsOf)
})

test('nothing is cut, overlaps, scrolls sideways or is too small to press in any dialog, error or unfolded part', async ({
  phone,
}) => {
  test.setTimeout(300_000)
  const page = await phone.open()
  await walk(phone, page, states(await fill(page)), faultsOf)
})

test('nothing is cut, overlaps, scrolls sideways or is too small to press in the example', async ({
  phone,
}) => {
  test.setTimeout(300_000)
  const page = await phone.open()
  await enterExample(page)
  await walk(phone, page, exampleStates, faultsOf)
})

test('nothing is cut, overlaps, scrolls sideways or is too small to press on any screen of the lock', async ({
  phone,
}) => {
  test.setTimeout(300_000)
  const page = await phone.open()
  const found: Record<string, string[]> = {}
  await throughTheLock(page, phone.site.address, async name => {
    found[name] = await faultsOf(page)
  })
  expect(Object.keys(found)).toHaveLength(13)
  expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([])
})

test('words of any length wrap', async ({ phone }) => {
  const page = await phone.open()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(8)
  for (const label of ['Where do you notice it?', 'What happened?']) await page.getByLabel(label).fill(long)
  await page.getByRole('button', { name: 'Save' }).click()
  const line = page.getByRole('link', { name: /Donaudampf/ })
  const incident = ((await line.getAttribute('href')) ?? '').replace(/.*\//, '')
  const walked = fullScreens({ incident, report: '' }).filter(([, place]) => !place.startsWith('report/'))
  const sheet = states({ incident, report: '' }).filter(([name]) => name === 'Sheet, looked at first')
  expect(sheet).toHaveLength(1)
  await walk(phone, page, [...walked, ...sheet], faultsOf)
})

test('the measure finds what is cut, beyond the edge, overlapping and small', async ({ phone }) => {
  const page = await phone.open()
  const spoil = (css: string) =>
    page.evaluate(style => {
      for (const element of document.querySelectorAll<HTMLElement>(
        'main h1, main :is(button, [role=button]), .choice, .bar a',
      ))
        element.style.cssText = style
    }, css)
  const expectFault = async (css: string, fault: string) => {
    await spoil('')
    expect(await layoutFaults(page, 48)).toEqual([])
    await spoil(css)
    expect((await layoutFaults(page, 48)).join(' ')).toContain(fault)
  }
  await expectFault('position: absolute; width: 150vw', 'beyond the edge')
  await expectFault('width: 150vw', 'scrolls sideways')
  await expectFault('min-height: 0; height: 20px; padding: 0', 'small: ')
  await expectFault('width: 60px; overflow: hidden; white-space: nowrap', 'cut by ')
  await page.goto(`${phone.site.address}#/log`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expectFault('margin: -30px', 'overlaps: ')
})
