/** Every screen, and a diary with something on each: what the tests of access, zoom and trees walk through. */
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import { chooseAndProve, passcode, unlock } from './lock-phone.ts'
import type { Phone } from './phone.ts'

const lockedBackup = fileURLToPath(new URL('../fixtures/backup-1.age.txt', import.meta.url))

/** Every screen by its address; `incident` and `report` stand for one of each. A page that is not here fails a test. */
export const screens: Record<string, string> = {
  Diary: '',
  Log: 'log',
  Find: 'find',
  Change: 'change/incident',
  Incident: 'incident/incident',
  Reports: 'reports',
  FindReports: 'find-reports',
  Report: 'report/report',
  Tell: 'tell',
  TellAbout: 'tell/about/incident',
  TellChange: 'tell/change/report',
  Sheet: 'sheet',
  EmptySheet: 'sheet/empty',
  Patterns: 'patterns',
  PatternsDay: 'patterns/day/2026-01-01',
  Help: 'help',
  HelpTopic: 'help/who-to-tell',
  Settings: 'settings',
  Install: 'settings/install',
  Me: 'settings/me',
  Lock: 'settings/lock',
  Backup: 'backup',
  Restore: 'backup/restore',
  Moving: 'backup/moving',
  NotFound: 'nowhere',
}

/** A name, an address, and what to press there. */
export type Walk = [name: string, place: string, act?: (page: Page) => Promise<void>]

export interface Ids {
  incident: string
  report: string
}

/** The screens that need nothing in the diary. */
export const emptyScreens: Walk[] = Object.entries(screens).filter(
  ([, place]) => !/\/(incident|report)$/.test(place),
)

/** The screens with the addresses of what `fill` wrote. */
export const fullScreens = (ids: Ids): Walk[] =>
  Object.entries(screens).map(([name, place]) => [
    name,
    place.replace(/\/(incident|report)$/, (_, type: keyof Ids) => `/${ids[type]}`),
  ])

/** Writes an incident that is still going on and a report, from home. */
export async function fill(page: Page): Promise<Ids> {
  const idFrom = async (name: RegExp) =>
    ((await page.getByRole('link', { name }).first().getAttribute('href')) ?? '').replace(/.*\//, '')
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByLabel('Still going on').check()
  await page.getByLabel('Where do you notice it?').fill('Stairs, 2nd floor')
  await page.getByLabel('What happened?').fill('A strong smell on the stairs.')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').first()).toContainText('Saved at')
  const incident = await idFrom(/A strong smell/)
  await page.getByRole('link', { name: 'Reports' }).click()
  await page.getByRole('button', { name: 'Add a report' }).click()
  await page.getByLabel('Reference number').fill('5226021255')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('5226021255').first()).toBeVisible()
  await page.getByRole('link', { name: 'Reports' }).click()
  return { incident, report: await idFrom(/5226021255/) }
}

/** From an empty diary into the example. */
export async function enterExample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Look at an example' }).click()
  await expect(page.getByRole('link', { name: /Smell like cannabis/ }).first()).toBeVisible()
}

/** Every screen of the example; the ids are the same each time. */
export const exampleScreens: Walk[] = [
  ...fullScreens({
    incident: 'e0000000-0000-4000-8000-100000000011',
    report: 'e0000000-0000-4000-8000-200000000004',
  }).filter(([, place]) => !/^(settings|backup)\/|^nowhere/.test(place)),
]

/** Opens a screen afresh and waits until it stands. */
export async function open(page: Page, address: string, place: string): Promise<void> {
  const there = `${address}#/${place}`
  if (page.url() === there) await page.reload()
  else await page.goto(there)
  // The top of home stands in the page itself; this comes with the first drawing.
  await page.locator('.say').waitFor({ state: 'attached' })
  await page.locator('main :is(h1, h2)').first().waitFor({ state: 'attached' })
  // Whether it opens with no internet is known once the service worker was asked.
  if ((await page.locator('#settings-app').count()) > 0)
    await page.locator('[aria-labelledby="settings-app"] [role="status"]:not(:empty)').waitFor()
  await page.waitForTimeout(200)
}

/** Takes each walk and collects what is wrong there. */
export async function walk(
  phone: Pick<Phone, 'site'>,
  page: Page,
  walked: Walk[],
  faultsOf: (page: Page) => Promise<string[]>,
): Promise<void> {
  const found: Record<string, string[]> = {}
  for (const [name, place, act] of walked) {
    await open(page, phone.site.address, place)
    await act?.(page)
    found[name] = await faultsOf(page)
  }
  expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([])
}

/** What more there is to see on a screen once something was pressed: dialogs, errors, what folds open. */
export const states = (ids: Ids): Walk[] => {
  const press = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click()
  const ask = (name: string) => async (page: Page) => {
    await press(name)(page)
    await expect(page.getByRole('dialog')).toBeVisible()
  }
  const unfold = async (page: Page) => {
    for (const summary of await page.locator('main summary').all()) await summary.click()
    await page.waitForTimeout(200)
  }
  return [
    [
      'Log, with an error',
      'log',
      async page => {
        await page.getByLabel('Smell like cannabis').uncheck()
        await page.getByLabel('Time', { exact: true }).fill('')
        await press('Save')(page)
        await expect(page.getByRole('alert').first()).toBeFocused()
      },
    ],
    [
      'Log, with words from before',
      'log',
      async page => {
        await page.getByLabel('What happened?').fill('Not saved yet')
        await page.reload()
        await expect(page.getByRole('button', { name: 'Start afresh' })).toBeVisible()
        await press('Start afresh')(page)
      },
    ],
    ['Incident, with its history', `incident/${ids.incident}`, unfold],
    ['Incident, taking it back', `incident/${ids.incident}`, ask('Take this back')],
    ['Incident, removing words', `incident/${ids.incident}`, ask('Remove words for good')],
    ['Report, with its history', `report/${ids.report}`, unfold],
    ['Sheet, with all choices', 'sheet', unfold],
    [
      'Sheet, looked at first',
      'sheet',
      async page => {
        await press('Look at it first')(page)
        await expect(page.getByText('Tap a word that you wrote')).toBeVisible()
      },
    ],
    [
      'Sheet, ready',
      'sheet',
      async page => {
        await page.getByLabel('Everything', { exact: true }).check()
        await press('Make the sheet')(page)
        await expect(page.getByRole('heading', { name: 'Your sheet is ready' })).toBeVisible()
      },
    ],
    ['Patterns, as tables', 'patterns', unfold],
    [
      'Find, something',
      'find',
      async page => {
        await page.getByLabel('Words or numbers').fill('smell')
        await expect(page.getByRole('link', { name: /A strong smell/ })).toBeVisible()
      },
    ],
    [
      'Settings, checked',
      'settings',
      async page => {
        await press('Check my diary')(page)
        await expect(page.getByText('in order')).toBeVisible()
      },
    ],
    ['Settings, erasing', 'settings', ask('Erase everything')],
    [
      'Backup, with a passphrase made and an error',
      'backup',
      async page => {
        await press('Make one for me')(page)
        await page.getByLabel('Passphrase again').fill('something else')
        await press('Back up')(page)
        await expect(page.getByLabel('Passphrase again')).toBeFocused()
      },
    ],
    ['Backup, without a passphrase', 'backup', ask('Make a file anybody can read')],
    [
      'Backup, ready',
      'backup',
      async page => {
        await page.getByLabel('Passphrase', { exact: true }).fill('amber kettle sunday')
        await page.getByLabel('Passphrase again').fill('amber kettle sunday')
        await press('Back up')(page)
        await expect(page.getByRole('heading', { name: 'Your backup is ready' })).toBeVisible()
      },
    ],
    [
      'Restore, locked',
      'backup/restore',
      async page => {
        await page.getByLabel(/^Choose/).setInputFiles(lockedBackup)
        await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused()
      },
    ],
    [
      'Restore, refused',
      'backup/restore',
      async page => {
        const buffer = Buffer.from('Not a backup')
        await page.getByLabel(/^Choose/).setInputFiles({ name: 'list.txt', mimeType: 'text/plain', buffer })
        await expect(page.getByRole('heading', { name: 'Nothing was brought in' })).toBeVisible()
      },
    ],
  ]
}

/** Every screen of the lock, one after the other, from none set to the recipe that stands in its place; `look` is called on each. */
export async function throughTheLock(
  page: Page,
  address: string,
  look: (name: string) => Promise<void>,
): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name }).click()
  const passcodeField = page.getByLabel('Passcode', { exact: true })
  await page.goto(`${address}#/settings/lock`)
  await press('Turn on Leave quickly')
  await look('Lock: no lock')
  await press('Set a passcode')
  await press('Next')
  await look('Lock: choose, with an error')
  await passcodeField.fill(passcode)
  await page.getByLabel('The same passcode again').fill(passcode)
  await press('Next')
  await look('Lock: recovery code')
  await press('I have written it down')
  await press('Set a passcode')
  await look('Lock: check, with an error')
  await press('Cancel')
  await press('Set a passcode')
  await chooseAndProve(page, passcode)
  await look('Lock: a lock')
  await press('Take the lock away')
  await look('Lock: prove')
  await page.getByRole('button', { name: 'Lock now' }).first().click()
  await passcodeField.waitFor()
  await look('Lock: locked')
  for (let i = 0; i < 3; i++) {
    await unlock(page, `red kettle ${i}`)
    await page.getByText('That did not open it.').waitFor()
  }
  await page.getByText('I have forgotten both').click()
  await look('Lock: a wrong try and a wait')
  await press('Use the recovery code')
  await look('Lock: by recovery code')
  await press('Write a quick note')
  // The form comes by itself; between the two nothing stands there.
  await page.getByRole('heading', { name: 'Quick note' }).waitFor()
  await look('Lock: quick note')
  await press('Save')
  await page.getByText('It joins your diary').waitFor()
  await look('Lock: noted')
  await page.getByRole('link', { name: 'Help and phone numbers' }).click()
  await page.getByLabel('Search Help').waitFor()
  await look('Lock: help in front of the lock')
  await page.evaluate(() => sessionStorage.setItem('doorstep.left', '1'))
  await page.reload()
  await page.getByRole('heading', { name: 'Vegetable soup' }).waitFor()
  await look('Lock: left')
}

/** What there is to see of the example: its screens, the question at Save, and what stays of it at home. */
export const exampleStates: Walk[] = [
  ...exampleScreens.map(([name, place]): Walk => [`Example: ${name}`, place]),
  ['Example: not here', 'settings'],
  [
    'Example: asked',
    'log',
    async page => {
      await page.getByLabel('What happened?').fill('It is back.')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  ],
  [
    'Example: words left',
    '',
    async page => {
      await page.getByRole('button', { name: 'Leave the example' }).click()
      await expect(page.getByText('You wrote this in the example')).toBeVisible()
    },
  ],
]
