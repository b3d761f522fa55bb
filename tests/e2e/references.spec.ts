/** References of real forces (reference/evidence.md 2.7), typed in and found byte for byte in record, sheet and e-mail. */
import { expect, folded, rawTextOf, test } from './phone.ts'

const references = [
  '5226021255',
  '2786/01JUN',
  '46/201551/21',
  '3-1151',
  '13200559871',
  'log 1842 of December 23',
  'log 124-11/03/2025',
  '0779 of Sunday, 10 September, 2023',
  '2561 of Monday, 31 January, 2022',
  '2425 of 28 May',
  '119 of 25/01/20',
]

test('references of real forces come through unchanged everywhere', async ({ phone }) => {
  const page = await phone.open()
  await page.getByRole('link', { name: 'Reports', exact: true }).click()
  // A report holds ten numbers at the most: the rest goes into a second.
  for (const part of [references.slice(0, 6), references.slice(6)]) {
    await page.getByRole('button', { name: 'Add a report' }).click()
    for (const [i, reference] of part.entries()) {
      if (i > 0) await page.getByRole('button', { name: 'Add another number' }).click()
      await page
        .getByLabel(i === 0 ? 'Reference number' : `Reference number ${i + 1}`, { exact: true })
        .fill(reference)
    }
    await page.getByRole('button', { name: 'Save' }).click()
    for (const reference of part) await expect(page.getByText(reference).first()).toBeVisible()
    await page.getByRole('link', { name: 'Reports', exact: true }).click()
  }
  // What the form was filled with is what the record holds: opened again, each field has it byte for byte.
  await page.getByRole('link', { name: /5226021255/ }).click()
  await page.getByRole('button', { name: 'Add or correct details' }).click()
  for (const [i, reference] of references.slice(0, 6).entries()) {
    const label = i === 0 ? 'Reference number' : `Reference number ${i + 1}`
    await expect(page.getByLabel(label, { exact: true })).toHaveValue(reference)
  }
  await page.getByRole('link', { name: 'Sheet', exact: true }).click()
  await page.getByLabel('Everything').check()
  await page.getByRole('button', { name: 'Make the sheet' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the sheet' }).click()
  const path = `${phone.profile}/sheet.pdf`
  await (await download).saveAs(path)
  const text = folded(rawTextOf(path))
  const mail = new URL(
    (await page.getByRole('link', { name: 'Open in my mail app' }).getAttribute('href')) ?? '',
  )
  const body = mail.searchParams.get('body') ?? ''
  for (const reference of references) {
    expect(text).toContain(reference)
    expect(body).toContain(reference)
  }
})
