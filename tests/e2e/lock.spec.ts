/** The lock: set, locked, opened, changed, taken away; and what may be done in front of it. */
import { setLock, unlock } from './lock-phone.ts'
import { expect, type Phone, test } from './phone.ts'

async function logged(phone: Phone, words = 'My son coughed all night.') {
  const page = await phone.install()
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
