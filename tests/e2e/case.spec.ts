/** What to do next, the case review, Help and Patterns, with the server gone. By accessible names only. */
import { execFileSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { expect, test } from './phone.ts'

const now = new Date('2026-11-23T09:00:00Z')

async function log(page: Page, date: string, time: string) {
  await page.getByRole('link', { name: 'Diary' }).click()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByLabel('Date', { exact: true }).fill(date)
  await page.getByLabel('Time', { exact: true }).fill(time)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText('Saved at')
}

async function tell(page: Page, whom: string, date: string, reference: string) {
  await page.getByRole('link', { name: 'Reports' }).click()
  await page.getByRole('button', { name: 'Add a report' }).click()
  await page.getByRole('group', { name: 'Who did you tell?' }).getByLabel(whom).check()
  await page.getByLabel('Date', { exact: true }).fill(date)
  await page.getByLabel('Reference number').fill(reference)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(reference).first()).toBeVisible()
}

test('three reports in five months: a review may be asked for, with dates and numbers to copy', async ({
  phone,
  site,
}) => {
  const page = await phone.open()
  await page.clock.setFixedTime(now)
  await site.stop()
  await page.reload()
  const told: [string, string, string, string][] = [
    ['2026-07-02', '2026-07-03', 'Police', '0779 of Sunday, 10 September'],
    ['2026-09-14', '2026-09-15', 'Landlord', 'ASB/0042'],
    ['2026-11-20', '2026-11-21', 'Police', '46/201551/21'],
  ]
  for (const [happened, date, whom, reference] of told) {
    await log(page, happened, '23:40')
    await tell(page, whom, date, reference)
  }
  await page.getByRole('link', { name: 'Diary' }).click()
  const card = page.getByRole('region', { name: 'You may be able to ask for a review' })
  await expect(card).toContainText('3 times in six months')
  await card.getByRole('link', { name: 'How to ask for it' }).click()
  await expect(page.getByRole('heading', { name: 'ASB Case Review', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Copy the dates' }).click()
  await expect(page.getByText('Copied.')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.split('\n').slice(1, 4)).toEqual([
    '3 July 2026: Police, number 0779 of Sunday, 10 September',
    '15 September 2026: Landlord, number ASB/0042',
    '21 November 2026: Police, number 46/201551/21',
  ])

  await page.getByRole('link', { name: 'Diary' }).click()
  await card.getByRole('button', { name: 'Not now' }).click()
  await expect(card).toBeHidden()
  await page.reload()
  await expect(page.getByText('What you could do next')).toBeVisible()
  await expect(card).toBeHidden()
})

test('every page of Help opens offline, calls by a tap and prints on one sheet', async ({ phone, site }) => {
  const page = await phone.open()
  await site.stop()
  await page.reload()
  await page.getByRole('link', { name: 'Help' }).click()
  await expect(page.getByRole('link', { name: /^Emergency: 999/ })).toHaveAttribute('href', 'tel:999')
  const titles = await page.locator('main .entry-what').allTextContents()
  expect(titles.length).toBeGreaterThan(10)
  for (const title of titles) {
    await page.getByRole('link', { name: title }).first().click()
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
    for (const link of await page.locator('main a[href^="tel:"]').all())
      expect((await link.getAttribute('href'))?.replace('tel:', '')).toMatch(/^\d+$/)
    const path = `${phone.profile}/help.pdf`
    await page.pdf({
      path,
      format: 'A4',
      margin: { top: '12mm', bottom: '12mm', left: '14mm', right: '14mm' },
    })
    expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' }), title).toMatch(/Pages:\s+1\n/)
    await page.getByRole('link', { name: 'All of Help' }).click()
  }
  await page.getByLabel('Search Help').fill('ombudsman LANDLORD')
  await expect(page.getByText('Pages found: 1')).toBeVisible()
  await expect(page.getByRole('link', { name: /If the landlord does nothing/ })).toBeVisible()
})

test('Patterns counts, opens a day and says the same in a table', async ({ phone, site }) => {
  const page = await phone.open()
  await page.clock.setFixedTime(now)
  await site.stop()
  await page.reload()
  await log(page, '2026-11-20', '23:40')
  await log(page, '2026-11-21', '02:10')
  await log(page, '2026-11-21', '22:30')
  await page.getByRole('link', { name: 'Patterns' }).click()
  await expect(page.getByText('3 incidents on 2 days: 20 to 23 November 2026.')).toBeVisible()
  await expect(page.getByText('On 2 nights (22:00 to 06:00).')).toBeVisible()
  await page.getByRole('link', { name: 'Saturday 21 November 2026: 2 incidents' }).click()
  await expect(page.getByRole('heading', { name: 'Saturday 21 November 2026' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2)
  await page.goBack()
  await page.getByText('Show as a table').nth(1).click()
  // 02:10 on Saturday belongs to Friday's night.
  const row = page.getByRole('row', { name: /^02:00/ })
  await expect(row.getByRole('cell').nth(4)).toHaveText('1')
  await page.getByLabel('Which time?').selectOption('Last 4 weeks')
  await expect(page.getByText('3 incidents on 2 days: 20 to 23 November 2026.')).toBeVisible()
})

test('“All since my last report” counts for each body on its own', async ({ phone }) => {
  const page = await phone.open()
  await page.clock.setFixedTime(now)
  await page.reload()
  await log(page, '2026-11-20', '23:40')
  await log(page, '2026-11-21', '23:40')
  for (const whom of ['Police', 'Landlord']) {
    await page.getByRole('link', { name: 'Reports' }).click()
    await page.getByRole('button', { name: 'Add a report' }).click()
    await page.getByRole('group', { name: 'Who did you tell?' }).getByLabel(whom).check()
    await page.getByRole('button', { name: 'All since my last report' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('status')).toContainText('Saved at')
  }
  await page.getByRole('link', { name: 'Reports' }).click()
  await expect(page.getByText('About 2 incidents')).toHaveCount(2)
  await page.getByRole('button', { name: 'Add a report' }).click()
  await expect(page.getByRole('group', { name: 'Who did you tell?' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'All since my last report' })).toBeHidden()
})
