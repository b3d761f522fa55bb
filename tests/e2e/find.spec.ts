/** Finding an entry again: by words, by what is missing, by number; nothing of what is typed is left anywhere. */
import { expect, test } from './phone.ts'

const log = async (page: import('@playwright/test').Page, words: string, place?: string) => {
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByLabel('What happened?').fill(words)
  if (place) await page.getByLabel('Where do you notice it?').fill(place)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('link', { name: new RegExp(words) })).toBeVisible()
}

test('words are found without accents or order, and coming back from an entry is coming back', async ({
  phone,
  site,
}) => {
  const page = await phone.open()
  await log(page, 'Strong in the stairwell, Żaneta woke up', 'Hallway')
  await log(page, 'Music from the courtyard')
  await page.getByRole('link', { name: 'Search' }).click()
  const words = page.getByLabel('Words or numbers')
  await expect(words).toBeFocused()
  await page.keyboard.type('zaneta STAIR')
  await expect(page.getByText('1 entry found')).toBeVisible()
  await expect(page.locator('main li')).toHaveCount(1)
  expect(page.url()).toBe(`${site.address}#/find`)

  await page.getByRole('link', { name: /Strong in the stairwell/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Smell like cannabis' })).toBeVisible()
  await page.goBack()
  await expect(words).toHaveValue('zaneta STAIR')
  await expect(page.getByRole('link', { name: /Strong in the stairwell/ })).toBeFocused()

  await words.fill('zebra')
  await expect(page.getByText('Your entries are all still there')).toBeVisible()
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(words).toHaveValue('')

  const kept = await page.evaluate(() =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      history.state,
      location.href,
      document.title,
    ]),
  )
  for (const typed of ['zebra', 'zaneta']) expect(kept.toLowerCase()).not.toContain(typed)
  // Loaded anew, nothing of it is left.
  await words.fill('zebra')
  await page.reload()
  await expect(words).toHaveValue('')
})

test('by keyboard: what is missing, dates and kinds narrow the list', async ({ phone }) => {
  const page = await phone.open()
  await log(page, 'One with nothing else')
  await page.getByRole('link', { name: 'Search' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Words or numbers')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const details = page.getByLabel('Details', { exact: true })
  await details.selectOption('Something is missing')
  await expect(page.getByText('1 entry found')).toBeVisible()
  await details.selectOption('Nothing is missing')
  await expect(page.getByText('Nothing found')).toBeVisible()
  await details.selectOption('All entries')
  await page.getByLabel('What was it?').selectOption('Noise')
  await expect(page.getByText('Nothing found')).toBeVisible()
  await page.getByLabel('What was it?').selectOption('Smell like cannabis')
  await page.getByLabel('Police number').selectOption('Without a police number')
  await expect(page.getByText('1 entry found')).toBeVisible()
  await page.getByLabel('From').fill('2099-01-01')
  await expect(page.getByText('Nothing found')).toBeVisible()
})

test('a report is found by its number', async ({ phone }) => {
  const page = await phone.open()
  await page.getByRole('link', { name: 'Reports' }).click()
  await page.getByRole('button', { name: 'Add a report' }).click()
  await page.getByLabel('Reference number').fill('5226/021255')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Reports' }).click()
  await page.getByRole('link', { name: 'Search' }).click()
  await page.getByLabel('Words or numbers').fill('226/02')
  await expect(page.getByRole('link', { name: /5226\/021255/ })).toBeVisible()
  await expect(page.getByText('1 entry found')).toBeVisible()
})
