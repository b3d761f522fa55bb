/** Logging: two taps, offline, nothing typed ever lost. By accessible names only. */
import { cutOffStorage, expect, test } from './phone.ts'

test('log in two taps with the server gone, complete it, find it after a restart', async ({
  phone,
  site,
}) => {
  let page = await phone.install()
  await site.stop()
  await page.reload()

  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText('Saved at')
  await page.getByRole('link', { name: /Smell like cannabis/ }).click()
  await page.getByRole('button', { name: 'Add or correct details' }).click()
  await page
    .getByRole('group', { name: 'How often does it happen?' })
    .getByLabel('Several times a week')
    .check()
  await page
    .getByRole('group', { name: 'How does it affect you?' })
    .getByLabel('Could not open windows')
    .check()
  await page.getByLabel('In your own words').fill('My son coughed all night.')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('My son coughed all night.').first()).toBeVisible()

  await phone.switchOff()
  page = await phone.switchOn()
  await page.goto(site.address)
  await page.getByRole('link', { name: /Smell like cannabis/ }).click()
  await expect(page.getByText('My son coughed all night.').first()).toBeVisible()
  await expect(page.getByText('Several times a week')).toBeVisible()
})

test('what was chosen last is there next time, and worry is not', async ({ phone }) => {
  const page = await phone.open()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  const what = page.getByRole('group', { name: 'What is it?' })
  await what.getByLabel('Smell like cannabis').uncheck()
  await what.getByLabel('Noise').check()
  await page.getByLabel('Where do you notice it?').fill('Stairs, 2nd floor')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await expect(what.getByLabel('Noise')).toBeChecked()
  await expect(page.getByLabel('Where do you notice it?')).toHaveValue('Stairs, 2nd floor')
  await page.getByLabel('I am worried about somebody').check()
  await expect(what.getByLabel('Noise')).not.toBeChecked()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('link', { name: /I am worried about somebody/ })).toBeVisible()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await expect(what.getByLabel('Noise')).toBeChecked()
})

test('an incident still going on is stopped from home', async ({ phone }) => {
  const page = await phone.open()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByLabel('Still going on').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'It has stopped' }).click()
  await expect(page.getByRole('button', { name: 'It has stopped' })).toBeHidden()
  await page.getByRole('link', { name: /Smell like cannabis/ }).click()
  await page.getByText('What was written, and when').click()
  await expect(page.getByRole('heading', { name: 'Details added' })).toBeVisible()
})

test('bad input gets a sentence beside the field and loses nothing', async ({ phone }) => {
  const page = await phone.open()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  const save = page.getByRole('button', { name: 'Save' })
  const what = page.getByRole('group', { name: 'What is it?' })
  await page.getByLabel('What happened?').fill('Kept through every mistake')

  await what.getByLabel('Smell like cannabis').uncheck()
  await page.getByLabel('Time', { exact: true }).fill('')
  await save.click()
  await expect(page.getByRole('alert').first()).toBeFocused()
  await expect(page.getByText('Choose what it is. One is enough.').first()).toBeVisible()
  await page.getByRole('link', { name: 'Fill in the time. About right is fine.' }).click()
  await expect(page.getByLabel('Time', { exact: true })).toBeFocused()
  await what.getByLabel('Smell like cannabis').check()

  await page.getByLabel('Date', { exact: true }).fill('2099-01-01')
  await page.getByLabel('Time', { exact: true }).fill('10:00')
  await save.click()
  await expect(
    page.getByText('This time has not come yet. Check the date and the time.').first(),
  ).toBeVisible()

  await page.getByLabel('Date', { exact: true }).fill('2026-02-28')
  await page.getByLabel('I know when it stopped').check()
  await page.getByLabel('Time it stopped').fill('09:00')
  await save.click()
  await expect(page.getByText(/It stopped before it began/).first()).toBeVisible()

  const happened = page.getByLabel('What happened?')
  await page.evaluate(() => navigator.clipboard.writeText('x'.repeat(1_048_576)))
  await happened.focus()
  await page.keyboard.press('ControlOrMeta+v')
  await expect(page.getByText(/That is too long: .* This field holds 20,000/)).toBeVisible()
  await expect(happened).toHaveValue('Kept through every mistake')

  await page.getByLabel('Time it stopped').fill('11:30')
  await save.click()
  await page.getByRole('link', { name: /10:00 to 11:30/ }).click()
  await expect(page.getByText('Kept through every mistake')).toBeVisible()
})

test('29 February, past midnight, and the hour that a night in October has twice', async ({ phone }) => {
  const page = await phone.open()
  const log = async (date: string, time: string, more: () => Promise<void>) => {
    await page.getByRole('button', { name: 'Log an incident' }).click()
    await page.getByLabel('Date', { exact: true }).fill(date)
    await page.getByLabel('Time', { exact: true }).fill(time)
    await more()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('status')).toContainText('Saved at')
  }
  const nothing = async () => {}
  await log('2024-02-29', '23:50', async () => {
    await page.getByLabel('I know when it stopped').check()
    await page.getByLabel('Date it stopped').fill('2024-03-01')
    await page.getByLabel('Time it stopped').fill('00:20')
  })
  await log('2026-10-25', '01:30', async () => {
    await page.getByLabel('The first time, before the clocks went back').check()
  })
  await log('2026-10-25', '01:30', async () => {
    await page.getByLabel('The second time, after the clocks went back').check()
  })
  await log('2026-03-29', '02:10', nothing)

  await expect(page.getByRole('link', { name: /23:50 to 00:20 \(next day\)/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Thursday 29 February 2024' })).toBeVisible()
  await expect(page.getByRole('link', { name: /01:30, before the clocks went back/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /01:30, after the clocks went back/ })).toBeVisible()

  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByLabel('Date', { exact: true }).fill('2026-03-29')
  await page.getByLabel('Time', { exact: true }).fill('01:30')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/The clocks went forward that night/).first()).toBeVisible()
})

test('a draft survives the loss of the page and of the browser', async ({ phone, site }) => {
  let page = await phone.open()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByLabel('What happened?').fill('Cwympodd y tŷ · Łódź · Βοήθεια · Привет · đường')
  await page.reload()
  await expect(page.getByLabel('What happened?')).toHaveValue(
    'Cwympodd y tŷ · Łódź · Βοήθεια · Привет · đường',
  )
  await expect(page.getByText(/Your words are back/)).toBeVisible()
  await phone.switchOff()
  page = await phone.switchOn()
  await page.goto(site.address)
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await expect(page.getByLabel('What happened?')).toHaveValue(
    'Cwympodd y tŷ · Łódź · Βοήθεια · Привет · đường',
  )
  await page.getByRole('button', { name: 'Start afresh' }).click()
  await expect(page.getByLabel('What happened?')).toHaveValue('')
  await page.getByRole('button', { name: 'Bring them back' }).click()
  await expect(page.getByLabel('What happened?')).toHaveValue(
    'Cwympodd y tŷ · Łódź · Βοήθεια · Привет · đường',
  )
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText('Saved at')
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await expect(page.getByLabel('What happened?')).toHaveValue('')
})

test('whoever goes elsewhere while it saves stays there', async ({ phone }) => {
  const page = await phone.open()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByRole('button', { name: 'Save' }).waitFor()
  // Both in one task of the page: the save cannot be done before the next screen is asked for.
  await page.evaluate(() => {
    document.querySelector<HTMLButtonElement>('button[type=submit]')?.click()
    document.querySelector<HTMLAnchorElement>('a[href="#/reports"]')?.click()
  })
  await expect(page.getByRole('status')).toContainText('Saved at')
  await expect(page.getByRole('heading', { name: 'Reports' })).toBeVisible()
})

test('whoever goes elsewhere while it saves is told there where it was not saved', async ({ phone }) => {
  const page = await phone.open()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByLabel('What happened?').fill('Nowhere yet')
  // What is asked of a page that nobody sees waits, here until it is seen again; then the storage is cut off.
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.querySelector<HTMLButtonElement>('button[type=submit]')?.click()
    document.querySelector<HTMLAnchorElement>('a[href="#/help"]')?.click()
  })
  await expect(page.getByRole('heading', { name: 'Help', level: 1 })).toBeVisible()
  await page.evaluate(() => {
    const { objectStore } = IDBTransaction.prototype
    IDBTransaction.prototype.objectStore = () => {
      throw new DOMException('Connection to Indexed Database server lost', 'UnknownError')
    }
    setTimeout(() => Object.assign(IDBTransaction.prototype, { objectStore }), 2000)
    Reflect.deleteProperty(document, 'visibilityState')
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect(page.getByRole('status').filter({ hasText: 'This is NOT saved yet' })).toBeVisible()
  await page.waitForTimeout(2000)
  await page.getByRole('link', { name: 'Diary', exact: true }).click()
  await page.getByRole('link', { name: /Words that are not saved yet/ }).click()
  await expect(page.getByLabel('What happened?')).toHaveValue('Nowhere yet')
})

test('where the phone has cut its storage off, the form still comes, and what is saved there is saved', async ({
  phone,
}) => {
  const page = await phone.open()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText('Saved at')
  await page.getByRole('link', { name: 'Help', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Help', level: 1 })).toBeVisible()
  await cutOffStorage(page)
  await page.evaluate(() => location.assign('#/log'))
  await page.getByLabel('What happened?').fill('Written all the same')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('link', { name: /Written all the same/ })).toBeVisible()
})

test('while it saves nothing can be typed that would then not be in what is saved', async ({ phone }) => {
  const page = await phone.open()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  const field = page.getByLabel('What happened?')
  await field.fill('Begun')
  // What is asked of a page that nobody sees waits, here until it is seen again.
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.querySelector<HTMLButtonElement>('button[type=submit]')?.click()
  })
  await expect(page.locator('button[type=submit]')).toBeDisabled()
  await page.keyboard.type(' and gone on')
  const shown = await field.inputValue()
  await page.evaluate(() => {
    Reflect.deleteProperty(document, 'visibilityState')
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await page.getByRole('link', { name: /Begun/ }).click()
  await expect(page.getByText(shown, { exact: true })).toBeVisible()
})
