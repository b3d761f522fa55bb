/** Safe-keeping as a person does it: back up, lose everything, bring it back; move; look into a table. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, type Phone, test } from './phone.ts'

const passphrase = 'amber kettle sunday ladder'

async function log(page: Page, words: string) {
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByLabel('What happened?').fill(words)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('link', { name: words })).toBeVisible()
}

/** Makes a backup from the screen that is open, and saves the file. */
async function backUp(phone: Phone, page: Page, tap: () => Promise<void>): Promise<string> {
  await tap()
  await expect(page.getByRole('heading', { name: 'Your backup is ready' })).toBeFocused()
  return await save(phone, page, 'Save the backup')
}

async function save(phone: Phone, page: Page, name: string): Promise<string> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name }).click()
  const download = await coming
  const file = join(phone.profile, '..', `${Date.now()}-${download.suggestedFilename()}`)
  await download.saveAs(file)
  return file
}

async function typeTwice(page: Page) {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.getByLabel('Passphrase again').fill(passphrase)
}

async function erase(page: Page) {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Erase everything' }).click()
  await page.getByLabel('Type ERASE to go on').fill('erase')
  await page.getByRole('button', { name: 'Erase everything on this phone' }).click()
  await expect(page.getByText('Nothing written yet')).toBeVisible()
}

const choose = (page: Page, file: string) => page.getByLabel(/^Choose/).setInputFiles(file)

async function restored(page: Page, ...words: string[]) {
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Your diary is here' })).toBeVisible()
  await page.getByRole('link', { name: 'Go to the diary' }).click()
  for (const one of words) await expect(page.getByRole('link', { name: one })).toBeVisible()
}

test('once everything is erased, no file that was ready is handed over any more', async ({ phone }) => {
  const page = await phone.open()
  await log(page, 'The first smell')
  await page.getByRole('link', { name: 'Sheet', exact: true }).click()
  await page.getByRole('button', { name: 'Make the sheet' }).click()
  await expect(page.getByRole('heading', { name: 'Your sheet is ready' })).toBeVisible()
  await page.goto(`${phone.site.address}#/backup`)
  await typeTwice(page)
  await page.getByRole('button', { name: 'Back up' }).click()
  await expect(page.getByRole('heading', { name: 'Your backup is ready' })).toBeVisible()
  await erase(page)
  await expect(page.getByText('Everything is erased from this phone.')).toBeVisible()
  await page.getByRole('link', { name: 'Sheet', exact: true }).click()
  await expect(page.getByText('None yet.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Your sheet is ready' })).toBeHidden()
  await page.goto(`${phone.site.address}#/backup`)
  await expect(page.getByLabel('Passphrase again')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Your backup is ready' })).toBeHidden()
})

test('home leads to a backup; everything is erased; it comes back whole', async ({ phone }) => {
  const page = await phone.open()
  const written = ['The first smell', 'The second smell', 'The third smell']
  for (const one of written) await log(page, one)
  await page.getByRole('link', { name: 'Back up' }).click()
  await expect(page.getByText('You have no backup yet.')).toBeVisible()

  await page.getByLabel('Passphrase', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Back up' }).click()
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused()
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await expect(page.getByText('Fair: hard to guess.')).toBeVisible()
  await page.getByLabel('Passphrase again').fill('amber kettle sunday lader')
  await page.getByRole('button', { name: 'Back up' }).click()
  await expect(page.getByText('The two are not the same.')).toBeVisible()

  await typeTwice(page)
  await page.getByLabel('Keep the passphrase on this phone').check()
  const file = await backUp(phone, page, () => page.getByRole('button', { name: 'Back up' }).click())
  expect(file).toMatch(/-diary-backup-\d{4}-\d\d-\d\d\.age\.txt$/)
  expect(readFileSync(file, 'latin1')).not.toContain('smell')

  // Only the person's word counts.
  await page.getByRole('button', { name: 'No', exact: true }).click()
  await expect(page.getByText('You have no backup yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Yes, it is there' }).click()
  await expect(page.getByText(/^Last backup: Today/)).toBeVisible()
  // Kept: one tap from now on.
  await backUp(phone, page, () => page.getByRole('button', { name: 'Back up' }).click())
  await page.getByRole('link', { name: 'Diary' }).click()
  await expect(page.getByRole('link', { name: /^Last backup: Today/ })).toBeVisible()

  await erase(page)
  await page.getByRole('link', { name: 'I have a backup' }).click()
  await choose(page, file)
  await page.getByLabel('Passphrase', { exact: true }).fill('another one')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByText('The passphrase does not open it.')).toBeVisible()
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'This is inside' })).toBeFocused()
  await expect(page.getByText('3 incidents').first()).toBeVisible()
  await restored(page, ...written)
  // It was erased with the rest, and travels in no backup.
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByText('You have no backup yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Check my diary' }).click()
  await expect(page.getByText('All 3 saved versions are in order')).toBeVisible()
})

test('a file without a lock stands behind a warning, opens with no passphrase, and brings nothing twice', async ({
  phone,
}) => {
  const page = await phone.open()
  await log(page, 'A smell on the stairs')
  await page.goto(`${phone.site.address}#/backup`)
  await page.getByRole('button', { name: 'Make a file anybody can read' }).click()
  const file = await backUp(phone, page, () =>
    page.getByRole('dialog').getByRole('button', { name: 'Make a file anybody can read' }).click(),
  )
  expect(file).toMatch(/\.json\.txt$/)
  expect(readFileSync(file, 'utf8')).toContain('A smell on the stairs')

  await page.getByRole('button', { name: 'Restore' }).click()
  await choose(page, file)
  await expect(page.getByText('Nothing. All of it is on this phone already.')).toBeVisible()

  const other = `${file}.other`
  writeFileSync(other, readFileSync(file, 'utf8').replace('on the stairs', 'in the hall'))
  await choose(page, other)
  await expect(page.getByText('This file was changed after it was made.')).toBeVisible()
  await expect(page.getByText('Your diary is as it was.')).toBeVisible()
})

test('a diary that came back empty leads to its backup, and the alarm ends only then', async ({ phone }) => {
  const page = await phone.open()
  await log(page, 'Before it was lost')
  await page.goto(`${phone.site.address}#/backup`)
  await typeTwice(page)
  const file = await backUp(phone, page, () => page.getByRole('button', { name: 'Back up' }).click())
  // As a browser does that repairs a broken database by emptying it.
  await page.evaluate(
    () => new Promise(done => Object.assign(indexedDB.deleteDatabase('doorstep-diary'), { onsuccess: done })),
  )
  const alarm = page.getByRole('heading', { name: 'Your diary looks empty or shorter than before' })
  await page.goto(phone.site.address)
  await page.getByRole('button', { name: 'Restore' }).click()
  await expect(page).toHaveURL(/backup\/restore$/)
  await page.reload()
  await expect(alarm).toBeVisible()
  await page.getByRole('button', { name: 'Restore' }).click()
  await choose(page, file)
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await restored(page, 'Before it was lost')
  await page.reload()
  await expect(page.getByRole('link', { name: 'Before it was lost' })).toBeVisible()
  await expect(alarm).toBeHidden()
})

test('a full record is a backup too, also after other programs wrote it anew, and offline the second time', async ({
  site,
  phone,
}) => {
  const page = await phone.open()
  await log(page, 'A smell at night')
  await page.getByRole('link', { name: 'Sheet' }).click()
  await page.getByText('Me, a solicitor or a court').click()
  await page.getByRole('button', { name: 'Make the sheet' }).click()
  const file = await save(phone, page, 'Save the sheet')
  const anew = ['qpdf', 'mutool', 'both'].map(name => `${file}.${name}.pdf`)
  const [byQpdf = '', byMutool = '', byBoth = ''] = anew
  execFileSync('qpdf', ['--object-streams=generate', '--linearize', file, byQpdf])
  try {
    execFileSync('mutool', ['clean', '-gggg', '-z', file, byMutool])
    execFileSync('mutool', ['clean', byQpdf, byBoth])
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    test.info().annotations.push({ type: 'skip', description: 'mutool is not here (mupdf-tools)' })
  }
  for (const one of [file, ...anew.filter(existsSync)]) {
    await erase(page)
    await page.getByRole('link', { name: 'I have a backup' }).click()
    await choose(page, one)
    await restored(page, 'A smell at night')
    if (site.running) await site.stop()
  }
})

test('in three steps to a new phone: the old one says so until told otherwise', async ({ phone }) => {
  const page = await phone.open()
  await log(page, 'Written here')
  await page.getByRole('link', { name: 'You have no backup yet.' }).click()
  await page.getByRole('link', { name: 'Move to a new phone' }).click()
  await page.getByRole('button', { name: 'My diary lives there now' }).click()
  await page.getByRole('link', { name: 'Diary' }).click()
  await expect(page.getByText(/^Your diary lives elsewhere now. You said so: Today/)).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: 'It lives here again' }).click()
  await expect(page.getByText(/Your diary lives elsewhere now/)).toBeHidden()
})

test('tables open as a spreadsheet reads them, and no cell is a formula', async ({ phone }) => {
  const page = await phone.open()
  await log(page, '=HYPERLINK("http://example.org","a smell")')
  await page.goto(`${phone.site.address}#/backup`)
  await page.getByRole('button', { name: 'Make the tables' }).click()
  const csv = readFileSync(await save(phone, page, 'Save the incidents'), 'utf8')
  expect(csv.startsWith('\ufeff"')).toBe(true)
  expect(csv).toContain('"\'=HYPERLINK(""http://example.org"",""a smell"")"')
  expect(csv.endsWith('"\r\n')).toBe(true)
})
