/**
 * Everybody can use it: axe over every screen, light and dark, small and wide; and zoomed in, with large letters or in
 * forced colours nothing is cut, overlaps, scrolls sideways or is too small to press.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { violations } from './axe.ts'
import { zoomFaults } from './layout.ts'
import { expect, test } from './phone.ts'
import {
  emptyScreens,
  enterExample,
  exampleStates,
  fill,
  fullScreens,
  screens,
  states,
  throughTheLock,
  walk,
} from './screens.ts'

/** All rules run in each width and in each colour; where the two cross, what depends on looks. */
const looks = [
  { colorScheme: 'light', width: 320, looksAlone: false },
  { colorScheme: 'dark', width: 320, looksAlone: true },
  { colorScheme: 'dark', width: 1280, looksAlone: false },
  { colorScheme: 'light', width: 1280, looksAlone: true },
] as const

async function faultsOf(page: Page): Promise<string[]> {
  // What is there for some seconds alone is measured before axe takes its time.
  const faults = await zoomFaults(page)
  for (const { colorScheme, width, looksAlone } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 800 })
    const found = await violations(page, looksAlone)
    faults.push(...found.map(fault => `${colorScheme}, ${width}: ${fault}`))
  }
  return faults
}

test('nothing is wrong with any screen, empty and full', async ({ phone }) => {
  test.setTimeout(600_000)
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

test('nothing is wrong with any dialog, error or unfolded part', async ({ phone }) => {
  test.setTimeout(600_000)
  const page = await phone.open()
  await walk(phone, page, states(await fill(page)), faultsOf)
})

test('nothing is wrong with the example', async ({ phone }) => {
  test.setTimeout(600_000)
  const page = await phone.open()
  await enterExample(page)
  await walk(phone, page, exampleStates, faultsOf)
})

test('nothing is wrong with any screen of the lock', async ({ phone }) => {
  test.setTimeout(600_000)
  const page = await phone.open()
  const found: Record<string, string[]> = {}
  const lookHere = async (name: string) => {
    found[name] = await faultsOf(page)
  }
  await throughTheLock(page, phone.site.address, lookHere)
  expect(Object.keys(found)).toHaveLength(13)
  expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([])
})

test('every page that app.tsx knows is among the screens looked at', () => {
  const src = fileURLToPath(new URL('../../src', import.meta.url))
  const app = readFileSync(join(src, 'app.tsx'), 'utf8')
  const table = /const pages[^{]*\{([\s\S]*?)\n\}/.exec(app)?.[1] ?? ''
  const routes = [...table.matchAll(/^\s*'?([\w-]*)'?:/gm)].map(([, name]) => name)
  expect(routes.length).toBeGreaterThan(8)
  const looked = new Set(Object.values(screens).map(place => place.split('/')[0]))
  expect(routes.filter(name => !looked.has(name ?? ''))).toEqual([])

  // Pages within pages: whatever an address in the code leads to.
  const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(file => /\.tsx?$/.test(file))
  const code = sources.map(file => readFileSync(join(src, file), 'utf8')).join('\n')
  const led = [...code.matchAll(/\b(?:to|go)\(['`]([\w-]+(?:\/[\w-]+)?)/g)].map(([, place]) => place ?? '')
  expect(led.length).toBeGreaterThan(20)
  const places = Object.values(screens)
  expect(
    led.filter(
      place =>
        !places.some(
          one => `${one}/`.startsWith(`${place}/`) || (one.startsWith('help/') && place.startsWith('help/')),
        ),
    ),
  ).toEqual([])
})
