/** Setting and opening the lock as a person does, by accessible names only. */
import { expect, type Page } from '@playwright/test'

export const passcode = 'blue kettle 7'

/** Sets a lock in Settings; gives the recovery code as it was shown. */
export async function setLock(page: Page, words = passcode): Promise<string> {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'Lock', exact: true }).click()
  await page.getByRole('button', { name: 'Set a passcode' }).click()
  return await chooseAndProve(page, words)
}

/** From "Choose a passcode" to the end. */
export async function chooseAndProve(page: Page, words: string): Promise<string> {
  await expect(page.getByRole('heading', { name: 'Choose a passcode' })).toBeVisible()
  await page.getByLabel('Passcode', { exact: true }).fill(words)
  await page.getByLabel('The same passcode again').fill(words)
  await page.getByRole('button', { name: 'Next' }).click()
  const shown = page.getByRole('list', { name: 'Your recovery code' }).getByRole('listitem')
  await expect(shown).toHaveCount(6)
  const groups = (await shown.allTextContents()).map(text => text.slice(1))
  await page.getByRole('button', { name: 'I have written it down' }).click()
  for (const [i, group] of groups.entries()) {
    const field = page.getByLabel(`Group ${i + 1}`)
    if (await field.count()) await field.fill(group.toLowerCase())
  }
  await page.getByRole('button', { name: 'Set a passcode' }).click()
  await expect(page.getByText('Your diary now has a lock.')).toBeVisible()
  // A lock set just before has said the same: this one is set when its settings are back.
  await expect(page.getByRole('button', { name: 'Change the passcode' })).toBeVisible()
  return groups.join('-')
}

export async function unlock(page: Page, words = passcode): Promise<void> {
  await page.getByLabel('Passcode', { exact: true }).fill(words)
  await page.getByRole('button', { name: 'Unlock' }).click()
}
