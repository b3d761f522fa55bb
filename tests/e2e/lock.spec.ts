/** The lock: set, locked, opened, changed, taken away; and what may be done in front of it. */
import type { Page } from '@playwright/test'
import { chooseAndProve, passcode, setLock, unlock } from './lock-phone.ts'
import { expect, type Phone, test } from './phone.ts'

async function logged(phone: Phone, words = 'My son coughed all night.') {
  const page = await phone.open()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByLabel('What happened?').fill(words)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText('Saved at')
  return page
}

test('a lock is set, locks at a restart, and opens with passcode and recovery code', async ({
  phone,
  site,
}) => {
  let page = await logged(phone)
  const code = await setLock(page)
  await page.getByRole('link', { name: 'Diary' }).click()
  await expect(page.getByRole('link', { name: /Smell like cannabis/ })).toBeVisible()

  await phone.switchOff()
  page = await phone.switchOn()
  await page.goto(site.address)
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Diary' })).toBeHidden()
  await unlock(page, 'red kettle 7')
  await expect(page.getByText('That did not open it.')).toBeVisible()
  await unlock(page)
  await page.getByRole('link', { name: /Smell like cannabis/ }).click()
  await expect(page.getByText('My son coughed all night.').first()).toBeVisible()

  await page.getByRole('button', { name: 'Lock now' }).click()
  await page.getByRole('button', { name: 'Use the recovery code' }).click()
  await page.getByLabel('Recovery code').fill(code)
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByText('My son coughed all night.').first()).toBeVisible()
})

const stored = (page: Page) => page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
const locked = (page: Page) => page.getByRole('heading', { name: 'Locked' })
const lockNow = (page: Page) => page.getByRole('button', { name: 'Lock now' }).first().click()

test('a changed passcode ends the old one and the old code; taken away, the diary opens by itself', async ({
  phone,
  site,
}) => {
  let page = await logged(phone)
  const oldCode = await setLock(page)
  await page.getByRole('button', { name: 'Change the passcode' }).click()
  await page.getByLabel('Passcode', { exact: true }).fill(passcode)
  await page.getByRole('button', { name: 'Go on' }).click()
  const code = await chooseAndProve(page, 'green pan 81')
  await lockNow(page)
  await unlock(page)
  await expect(page.getByText('That did not open it.')).toBeVisible()
  await page.getByRole('button', { name: 'Use the recovery code' }).click()
  await page.getByLabel('Recovery code').fill(oldCode)
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByText('That did not open it.')).toBeVisible()
  await page.getByLabel('Recovery code').fill(code)
  await page.getByRole('button', { name: 'Unlock' }).click()
  await page.getByRole('button', { name: 'Take the lock away' }).click()
  await page.getByLabel('Passcode', { exact: true }).fill('green pan 81')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('No lock is set.')).toBeVisible()

  await phone.switchOff()
  page = await phone.switchOn()
  await page.goto(site.address)
  await page.getByRole('link', { name: /Smell like cannabis/ }).click()
  await expect(page.getByText('My son coughed all night.').first()).toBeVisible()
})

test('what is no passcode is refused with the reason, and what was not written down sets no lock', async ({
  phone,
}) => {
  const page = await phone.open()
  await page.goto(`${phone.site.address}#/settings/lock`)
  await page.getByRole('button', { name: 'Set a passcode' }).click()
  const field = page.getByLabel('Passcode', { exact: true })
  for (const [typed, says] of [
    ['4711', 'A computer can try every four-number code in minutes.'],
    ['kettl', 'Too short.'],
    ['123456', 'Too easy to guess.'],
    [passcode, 'The two are not the same.'],
  ] as const) {
    await field.fill(typed)
    await page.getByRole('button', { name: 'Next' }).click()
    await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible()
  }
  await page.getByLabel('The same passcode again').fill(passcode)
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'I have written it down' }).click()
  await page.getByRole('button', { name: 'Set a passcode' }).click()
  await expect(page.getByText('Look at your paper again.')).toHaveCount(2)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('No lock is set.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('No lock is set.')).toBeVisible()
})

test('wrong tries wait their turn, over a reload, a restart and another date on the phone', async ({
  phone,
  site,
}) => {
  let page = await logged(phone)
  await setLock(page)
  await lockNow(page)
  const button = page.getByRole('button', { name: 'Unlock' })
  for (let i = 0; i < 4; i++) {
    // Whoever is quicker than the clock of the wait is asked to wait, and tries again.
    await expect(async () => {
      await expect(button).toBeEnabled({ timeout: 20_000 })
      await unlock(page, `red kettle ${i}`)
      await expect(page.getByText('That did not open it.')).toBeVisible({ timeout: 8_000 })
    }).toPass({ timeout: 60_000 })
  }
  const waiting = (there: Page) => there.getByText(/You can try again in \d+ seconds?\./)
  await expect(waiting(page)).toBeVisible()
  await expect(button).toBeDisabled()
  await page.reload()
  await expect(waiting(page)).toBeVisible()
  await phone.switchOff()
  page = await phone.switchOn()
  await page.clock.setFixedTime(Date.now() + 3 * 86_400_000)
  await page.goto(site.address)
  await expect(waiting(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeDisabled()
  // Pressing Enter in the field is no way around the button.
  await page.getByLabel('Passcode', { exact: true }).fill(passcode)
  await page.keyboard.press('Enter')
  await expect(locked(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeEnabled({ timeout: 30_000 })
  await unlock(page)
  await expect(page.getByRole('link', { name: /Smell like cannabis/ })).toBeVisible()
})

test('every window locks at once; what was typed is kept sealed and is there after unlocking', async ({
  phone,
  site,
}) => {
  const page = await logged(phone)
  await setLock(page)
  const other = await phone.context.newPage()
  await other.goto(site.address)
  await unlock(other)
  await other.getByRole('button', { name: 'Log an incident' }).click()
  await other.getByLabel('What happened?').fill('Half a sentence about the stairs')
  await lockNow(page)
  for (const one of [page, other]) {
    await expect(locked(one)).toBeVisible()
    expect(await one.content()).not.toMatch(/Half a sentence|coughed/)
  }
  expect(await stored(other)).not.toMatch(/Half a sentence|coughed|"by":"open"/)
  await unlock(other)
  await expect(other.getByLabel('What happened?')).toHaveValue('Half a sentence about the stairs')
  await expect(locked(page)).toBeVisible()
})

/**
 * Milliseconds go by, a second at a time: to a storage that is asked just then a whole minute at once would be one in
 * which it did not answer.
 */
async function pass(page: Page, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 1_000) await page.clock.runFor(Math.min(left, 1_000))
}

/** Time goes by until it locks and loads anew, and no further: with time flying by, what opens then would give up waiting. */
async function passUntilLocked(page: Page, ms: number): Promise<void> {
  let isLoaded = false
  page.once('domcontentloaded', () => {
    isLoaded = true
  })
  for (let left = ms; left > 0 && !isLoaded; left -= 1_000) await page.clock.runFor(1_000)
  await expect(locked(page)).toBeVisible()
}

test('it locks by itself when nobody touches it, and when something else stands in front', async ({
  phone,
  site,
}) => {
  const page = await logged(phone)
  await setLock(page)
  await page.getByLabel('Lock when I do nothing for').selectOption('1 minute')
  await lockNow(page)
  await page.clock.install()
  await page.goto(site.address)
  await page.reload()
  await unlock(page)
  await expect(page.getByRole('link', { name: /Smell like cannabis/ })).toBeVisible()
  await pass(page, 50_000)
  await page.mouse.move(20, 20)
  await pass(page, 50_000)
  await expect(page.getByRole('link', { name: /Smell like cannabis/ })).toBeVisible()
  await passUntilLocked(page, 15_000)

  await unlock(page)
  await expect(page.getByRole('link', { name: /Smell like cannabis/ })).toBeVisible()
  const turn = (to: 'hidden' | 'visible') =>
    page.evaluate(state => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, to)
  await turn('hidden')
  await pass(page, 30_000)
  await turn('visible')
  await expect(page.getByRole('link', { name: /Smell like cannabis/ })).toBeVisible()
  await turn('hidden')
  await page.clock.fastForward(61_000)
  await expect(locked(page)).toBeVisible()
})

test('locking at once waits for who shares or chooses a file, and not for ever', async ({ phone, site }) => {
  const page = await logged(phone)
  await setLock(page)
  await page.getByLabel('Lock when I look at something else').selectOption('At once')
  const turn = (to: 'hidden' | 'visible') =>
    page.evaluate(state => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, to)
  // Headless Chromium has no share sheet: this one stays open until it is answered.
  await page.addInitScript(() => {
    const share = () => new Promise<void>(done => Object.assign(window, { answerShare: done }))
    Object.assign(navigator, { canShare: () => true, share })
  })
  await page.clock.install()
  await page.goto(`${site.address}#/backup`)
  await page.reload()
  await unlock(page)
  await page.getByLabel('Passphrase', { exact: true }).fill('amber kettle sunday ladder')
  await page.getByLabel('Passphrase again').fill('amber kettle sunday ladder')
  await page.getByLabel('Keep the passphrase on this phone').check()
  await page.getByRole('button', { name: 'Back up' }).click()
  await page.getByRole('button', { name: 'Share the backup' }).click()
  await turn('hidden')
  await pass(page, 60_000)
  await page.evaluate(() => (window as unknown as { answerShare: () => void }).answerShare())
  await pass(page, 10_000)
  await turn('visible')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the backup' }).click()
  const file = await (await coming).path()
  await page.getByRole('button', { name: 'Yes, it is there' }).click()
  await expect(page.getByText(/^Last backup: Today/)).toBeVisible()

  await page.getByRole('button', { name: 'Restore' }).click()
  const choosing = page.waitForEvent('filechooser')
  await page.getByLabel(/^Choose/).click()
  const chooser = await choosing
  await turn('hidden')
  await pass(page, 60_000)
  await turn('visible')
  await chooser.setFiles(file)
  await expect(page.getByRole('heading', { name: 'This is inside' })).toBeVisible()
  // Back again: the next time it hides, it locks.
  await pass(page, 5_000)
  await turn('hidden')
  await expect(locked(page)).toBeVisible()

  await unlock(page)
  await page.getByLabel(/^Choose/).click()
  await turn('hidden')
  await pass(page, 100_000)
  await expect(locked(page)).toBeHidden()
  await passUntilLocked(page, 30_000)
})

test('a quick note is written in front of the lock and has its number after it', async ({ phone }) => {
  const page = await logged(phone)
  await setLock(page)
  await lockNow(page)
  await page.getByRole('button', { name: 'Write a quick note' }).click()
  await page.getByLabel('What happened?').fill('Smoke under the door again')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved. It joins your diary when you next unlock.')).toBeVisible()
  expect(await page.content()).not.toMatch(/Smoke under the door|coughed/)
  // A second one, begun and never saved, comes back as words to go on with.
  await page.getByRole('button', { name: 'Write another note' }).click()
  await page.getByLabel('What happened?').fill('And voices on the stairs')
  await expect.poll(() => stored(page)).toContain('note-draft.')
  expect(await stored(page)).not.toMatch(/Smoke under|voices/)
  await page.getByRole('button', { name: 'Back to the lock' }).click()
  await unlock(page)
  await page.getByRole('link', { name: 'Diary' }).click()
  await expect(page.getByRole('link', { name: /Smoke under the door again/ })).toContainText('No. 2')
  await page.getByRole('link', { name: /Words that are not saved yet/ }).click()
  await expect(page.getByLabel('What happened?')).toHaveValue('And voices on the stairs')
})

test('help and its phone numbers stand in front of the lock, and where the diary does not open', async ({
  phone,
  site,
}) => {
  const page = await logged(phone)
  await setLock(page)
  await lockNow(page)
  const urgent = page.locator('a[href="tel:999"]')
  await page.getByRole('link', { name: 'Help and phone numbers' }).click()
  await expect(urgent.first()).toBeVisible()
  await page.getByLabel('Search Help').fill('review')
  await page
    .getByRole('link', { name: /review/i })
    .first()
    .click()
  await expect(page.locator('main h1')).toContainText(/review/i)
  expect(await page.content()).not.toContain('coughed')
  await page.getByRole('link', { name: 'Diary', exact: true }).click()
  await expect(locked(page)).toBeVisible()

  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Internal error opening backing store', 'UnknownError')
    }
  })
  await page.goto(site.address)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'The diary did not open' })).toBeVisible()
  await page.getByRole('link', { name: 'Help', exact: true }).click()
  await expect(urgent.first()).toBeVisible()
  await page.getByRole('link', { name: 'Diary', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'The diary did not open' })).toBeVisible()
})

test('leaving quickly shows soup, locks, keeps what was typed, and tells nothing', async ({
  phone,
  site,
}) => {
  const page = await logged(phone)
  await setLock(page)
  await page.getByRole('button', { name: 'Turn on Leave quickly' }).click()
  const other = await phone.context.newPage()
  await other.goto(site.address)
  await unlock(other)
  await expect(other.getByRole('link', { name: /Smell like cannabis/ })).toBeVisible()
  await page.bringToFront()
  await page.getByRole('link', { name: 'Diary' }).click()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByLabel('What happened?').fill('Somebody came in')
  for (let i = 0; i < 3; i++) await page.keyboard.press('Escape')
  for (const one of [page, other]) {
    await expect(one.getByRole('heading', { name: 'Vegetable soup' })).toBeVisible()
    expect(await one.title()).toBe('Vegetable soup')
    expect(await one.locator('body').innerText()).not.toMatch(/diary|incident|lock|Somebody/i)
    expect(new URL(one.url()).hash).toBe('#recipe')
  }
  await page.reload()
  // Before any script runs the frame is hidden by this address alone.
  expect(await page.evaluate(() => document.querySelector('#recipe:target + #app') !== null)).toBe(true)
  const soup = page.getByRole('heading', { name: 'Vegetable soup' })
  await expect(soup).toBeVisible()
  for (let i = 0; i < 3; i++) await soup.click()
  await expect(locked(page)).toBeVisible()
  await unlock(page)
  await page.getByRole('link', { name: /Words that are not saved yet/ }).click()
  await expect(page.getByLabel('What happened?')).toHaveValue('Somebody came in')
})

test('leaving quickly leaves every window, also in the moment in which its button comes', async ({
  phone,
}) => {
  const page = await phone.open()
  await page.goto(`${phone.site.address}#/settings/lock`)
  await page.getByRole('button', { name: 'Turn on Leave quickly' }).click()
  await expect(page.getByRole('button', { name: 'Leave quickly', exact: true })).toBeVisible()
  const other = await phone.context.newPage()
  await other.addInitScript(() => {
    new MutationObserver((_, watch) => {
      const button = document.querySelector<HTMLElement>('[aria-label="Leave quickly"]')
      if (!button) return
      watch.disconnect()
      button.click()
    }).observe(document, { childList: true, subtree: true })
  })
  await other.goto(phone.site.address)
  for (const one of [other, page])
    await expect(one.getByRole('heading', { name: 'Vegetable soup' })).toBeVisible()
})

test('leaving quickly leaves a window too in which the diary is locked', async ({ phone, site }) => {
  const page = await logged(phone)
  await setLock(page)
  await page.getByRole('button', { name: 'Turn on Leave quickly' }).click()
  const other = await phone.context.newPage()
  await other.goto(site.address)
  await other.getByRole('button', { name: 'Write a quick note' }).click()
  await other.getByLabel('What happened?').fill('Somebody came in')
  await page.bringToFront()
  await expect(page.getByRole('button', { name: 'Leave quickly', exact: true })).toBeVisible()
  for (let i = 0; i < 3; i++) await page.keyboard.press('Escape')
  await expect(other.getByRole('heading', { name: 'Vegetable soup' })).toBeVisible()
  expect(await other.locator('body').innerText()).not.toMatch(/diary|incident|lock|Somebody/i)
})

test('the window keeps the name of the soup, however late the code of arriving comes', async ({ phone }) => {
  const page = await phone.open()
  await page.goto(`${phone.site.address}#/settings/lock`)
  await page.getByRole('button', { name: 'Turn on Leave quickly' }).click()
  await expect(page.getByRole('button', { name: 'Leave quickly', exact: true })).toBeVisible()
  // Left while the next screen is still awaited.
  await page.evaluate(() => {
    location.assign('#/help')
    for (let i = 0; i < 3; i++) dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  })
  await expect(page.getByRole('heading', { name: 'Vegetable soup' })).toBeVisible()
  await page.waitForTimeout(300)
  expect(await page.title()).toBe('Vegetable soup')
})

test('finger or face is one more way in, and goes with a changed passcode', async ({ phone }) => {
  const page = await logged(phone)
  const devtools = await phone.context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await setLock(page)
  await page.getByRole('button', { name: 'Turn on finger or face' }).click()
  await page.getByLabel('Passcode', { exact: true }).fill(passcode)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('button', { name: 'Turn off finger or face' })).toBeVisible()
  await lockNow(page)
  const byFinger = page.getByRole('button', { name: 'Use my finger or face' })
  await byFinger.click()
  await expect(page.getByText('A lock is set.')).toBeVisible()
  await page.getByRole('button', { name: 'Change the passcode' }).click()
  await page.getByLabel('Passcode', { exact: true }).fill(passcode)
  await page.getByRole('button', { name: 'Go on' }).click()
  await chooseAndProve(page, 'green pan 81')
  await lockNow(page)
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible()
  await expect(byFinger).toBeHidden()
  await unlock(page, 'green pan 81')
  await expect(page.getByText('A lock is set.')).toBeVisible()
})
