/** Everybody can use it: axe over every screen, light and dark, small and wide; nothing scrolls sideways. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { violations } from './axe.ts'
import { chooseAndProve, passcode, unlock } from './lock-phone.ts'
import { expect, type Phone, test } from './phone.ts'
import { emptyScreens, fill, fullScreens, open, screens, states, type Walk } from './screens.ts'

/** All rules run in each width and in each colour; where the two cross, what depends on looks. */
const looks = [
  { colorScheme: 'light', width: 320, looksAlone: false },
  { colorScheme: 'dark', width: 320, looksAlone: true },
  { colorScheme: 'dark', width: 1280, looksAlone: false },
  { colorScheme: 'light', width: 1280, looksAlone: true },
] as const

async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const { colorScheme, width, looksAlone } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 800 })
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (sideways > 0) faults.push(`${width}: scrolls sideways by ${sideways} px`)
    const found = await violations(page, looksAlone)
    faults.push(...found.map(fault => `${colorScheme}, ${width}: ${fault}`))
  }
  return faults
}

async function walk(phone: Phone, page: Page, walked: Walk[]): Promise<void> {
  const found: Record<string, string[]> = {}
  for (const [name, place, act] of walked) {
    await open(page, phone.site.address, place)
    await act?.(page)
    found[name] = await faultsOf(page)
  }
  expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([])
}

test('axe finds nothing on any screen, empty and full', async ({ phone }) => {
  test.setTimeout(600_000)
  const page = await phone.install()
  await walk(
    phone,
    page,
    emptyScreens.map(([name, place]) => [`${name}, empty`, place]),
  )
  await page.goto(`${phone.site.address}#/`)
  await walk(phone, page, fullScreens(await fill(page)))
})

test('axe finds nothing in any dialog, error or unfolded part', async ({ phone }) => {
  test.setTimeout(600_000)
  const page = await phone.install()
  await walk(phone, page, states(await fill(page)))
})

test('axe finds nothing on any screen of the lock', async ({ phone }) => {
  test.setTimeout(600_000)
  const page = await phone.install()
  const found: Record<string, string[]> = {}
  const lookHere = async (name: string) => {
    found[name] = await faultsOf(page)
  }
  const press = (name: string) => page.getByRole('button', { name }).click()
  const passcodeField = page.getByLabel('Passcode', { exact: true })
  await page.goto(`${phone.site.address}#/settings/lock`)
  await press('Turn on Leave quickly')
  await lookHere('no lock')
  await press('Set a passcode')
  await press('Next')
  await lookHere('choose, with an error')
  await passcodeField.fill(passcode)
  await page.getByLabel('The same passcode again').fill(passcode)
  await press('Next')
  await lookHere('recovery code')
  await press('I have written it down')
  await press('Set a passcode')
  await lookHere('check, with an error')
  await press('Cancel')
  await press('Set a passcode')
  await chooseAndProve(page, passcode)
  await lookHere('a lock')
  await press('Take the lock away')
  await lookHere('prove')
  await page.getByRole('button', { name: 'Lock now' }).first().click()
  await passcodeField.waitFor()
  await lookHere('locked')
  for (let i = 0; i < 3; i++) {
    await unlock(page, `red kettle ${i}`)
    await page.getByText('That did not open it.').waitFor()
  }
  await page.getByText('I have forgotten both').click()
  await lookHere('a wrong try and a wait')
  await press('Use the recovery code')
  await lookHere('by recovery code')
  await press('Write a quick note')
  await lookHere('quick note')
  await press('Save')
  await page.getByText('It joins your diary').waitFor()
  await lookHere('noted')
  await page.getByRole('link', { name: 'Help and phone numbers' }).click()
  await page.getByLabel('Search Help').waitFor()
  await lookHere('help in front of the lock')
  await page.evaluate(() => sessionStorage.setItem('doorstep.left', '1'))
  await page.reload()
  await page.getByRole('heading', { name: 'Vegetable soup' }).waitFor()
  await lookHere('left')
  expect(Object.keys(found)).toHaveLength(13)
  expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([])
})

test('every page that app.tsx knows is among the screens looked at', () => {
  const app = readFileSync(fileURLToPath(new URL('../../src/app.tsx', import.meta.url)), 'utf8')
  const table = /const pages[^{]*\{([\s\S]*?)\n\}/.exec(app)?.[1] ?? ''
  const routes = [...table.matchAll(/^\s*'?(\w*)'?:/gm)].map(([, name]) => name)
  expect(routes.length).toBeGreaterThan(8)
  const looked = new Set(Object.values(screens).map(place => place.split('/')[0]))
  expect(routes.filter(name => !looked.has(name ?? ''))).toEqual([])
  expect(readdirSync(fileURLToPath(new URL('../../src/pages', import.meta.url))).length).toBeGreaterThan(10)
})
