/** Putting the app on the home screen: asked for first where a tab forgets, offered where the browser can, never in the way. */
import type { Page } from '@playwright/test'
import { violations } from './axe.ts'
import { expect, test } from './phone.ts'

/** The page believes to be on an iPhone: in a tab, or opened from its icon. */
const onIphone = (page: Page, standalone: boolean) =>
  page.addInitScript(icon => {
    Object.defineProperty(navigator, 'standalone', { value: icon })
    Object.defineProperty(navigator, 'maxTouchPoints', { value: 5 })
  }, standalone)

const log = (page: Page) => page.getByRole('button', { name: 'Log an incident' })
const first = (page: Page) => page.getByRole('heading', { name: 'First, put it on your home screen' })

test('on an iPhone’s tab the home screen comes before the first entry, and one tap passes it by', async ({
  phone,
  site,
}) => {
  const page = await phone.switchOn()
  await onIphone(page, false)
  await page.goto(site.address)
  await expect(page.getByRole('region', { name: 'Good to know' }).getByRole('heading').first()).toHaveText(
    'Put it on your home screen',
  )
  await log(page).click()
  await expect(first(page)).toBeVisible()
  await expect(page.getByText('seven days')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Add to Home Screen' })).toBeVisible()
  const skip = page.getByRole('button', { name: 'Not now, log it here' })
  await expect(skip).toBeInViewport()
  expect(await violations(page)).toEqual([])
  await skip.click()
  await page.getByLabel('What happened?').fill('In the tab')
  // Words that were begun come before everything, also after loading anew.
  await page.reload()
  await expect(page.getByLabel('What happened?')).toHaveValue('In the tab')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('link', { name: /In the tab/ })).toBeVisible()
  // It is asked before the first entry and not again.
  await page.reload()
  await log(page).click()
  await expect(page.getByLabel('What happened?')).toBeVisible()
  await expect(first(page)).toBeHidden()
  await page.goto(`${site.address}#/settings/install`)
  await page.getByRole('link', { name: 'Take along what is here' }).click()
  await expect(page.getByRole('heading', { name: 'Move the diary', level: 1 })).toBeVisible()
})

test('a screen that does not come does not keep anybody from logging', async ({ phone, site }) => {
  const page = await phone.switchOn()
  await onIphone(page, false)
  await page.route(/InstallFirst/, route => route.abort())
  await page.goto(`${site.address}#/log`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText('Saved at')
  expect(phone.faults.splice(0).filter(fault => !fault.includes('ERR_FAILED'))).toEqual([])
})

test('from an iPhone’s icon nothing stands before the form, and an empty diary says where the other one is', async ({
  phone,
  site,
}) => {
  const page = await phone.switchOn()
  await onIphone(page, true)
  await page.goto(site.address)
  await expect(page.getByText('Did you write in the browser before?')).toBeVisible()
  await page.getByRole('link', { name: 'Bring it here' }).click()
  await expect(page.getByRole('heading', { name: 'Move the diary', level: 1 })).toBeVisible()
  await page.goto(`${site.address}#/settings/install`)
  await expect(page.getByText('It is there already')).toBeVisible()
  await page.goto(`${site.address}#/log`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText('Saved at')
})

for (const outcome of ['accepted', 'dismissed'] as const) {
  test(`where the browser can install, a button asks it to: ${outcome}`, async ({ phone, site }) => {
    const page = await phone.open()
    await page.goto(`${site.address}#/settings/install`)
    await expect(page.getByRole('heading', { name: 'Put it on your home screen' })).toBeVisible()
    const prevented = await page.evaluate(answer => {
      const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
        prompt: async () => document.body.setAttribute('data-asked', ''),
        userChoice: Promise.resolve({ outcome: answer }),
      })
      return !dispatchEvent(event)
    }, outcome)
    expect(prevented, 'the browser’s own bar stays away').toBe(true)
    await page.getByRole('button', { name: 'Install the app' }).click()
    await expect(page.locator('body')).toHaveAttribute('data-asked', '')
    await expect(page.getByRole('status').filter({ hasText: /Thank you|later/ })).toHaveText(
      outcome === 'accepted' ? /from its icon/ : /later/,
    )
    await expect(page.getByRole('button', { name: 'Install the app' })).toBeHidden()
  })
}

for (const [answer, words] of [
  [true, 'has promised not to clear'],
  [false, 'may clear the diary'],
  ['never', 'does not say'],
  ['none', 'does not say'],
] as const) {
  test(`what the browser answers about keeping the diary is said as it is: ${answer}`, async ({
    phone,
    site,
  }) => {
    const page = await phone.switchOn()
    await page.addInitScript(given => {
      const ask = () => (given === 'never' ? new Promise(() => {}) : Promise.resolve(given))
      const storage = given === 'none' ? undefined : { persist: ask, persisted: ask }
      Object.defineProperty(navigator, 'storage', { value: storage })
    }, answer)
    await page.goto(`${site.address}#/settings/install`)
    await expect(page.getByText(words)).toBeVisible()
    if (answer === true) return
    await page.getByRole('button', { name: 'Ask the phone to keep it' }).click()
    await expect(page.getByText(words)).toBeVisible()
  })
}
