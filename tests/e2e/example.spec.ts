/** The example diary: looked at without a trace, and nothing real is lost in it or taken for made up, nor the reverse. */
import { execFileSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { setLock, unlock } from './lock-phone.ts'
import { expect, test, textOf } from './phone.ts'
import { enterExample, exampleScreens, open } from './screens.ts'

const strip = (page: Page) => page.getByText('Example. None of this is real.', { exact: true })
const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

async function leave(page: Page) {
  await press(page, 'Leave the example')
  await expect(page.getByRole('button', { name: 'Log an incident' })).toBeVisible()
  await expect(strip(page)).toBeHidden()
}

async function type(page: Page, words: string) {
  await press(page, 'Log an incident')
  await page.getByLabel('What happened?').fill(words)
}

/** What lies on the phone: the names of its databases and in localStorage, and how many rows the real record has. */
async function onThePhone(page: Page) {
  // Asked for before the app has begun its diary, the database would be begun here, empty.
  await page.waitForFunction(() => 'doorstep-diary.marker' in localStorage)
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name = '' }) => name).sort()
    const db = await new Promise<IDBDatabase>(done => {
      const request = indexedDB.open('doorstep-diary')
      request.onsuccess = () => done(request.result)
    })
    const rows = await new Promise<number>(done => {
      const request = db.transaction('revisions').objectStore('revisions').count()
      request.onsuccess = () => done(request.result)
    })
    db.close()
    return { databases, rows, names: Object.keys(localStorage).sort() }
  })
}

const emptied = (page: Page) =>
  expect.poll(async () => JSON.stringify(await onThePhone(page))).not.toContain('doorstep-example')

test('it opens from the welcome, says on every screen what it is, and leaves nothing behind', async ({
  phone,
}) => {
  const page = await phone.open()
  await expect(page.getByText('Nothing written yet')).toBeVisible()
  const before = await onThePhone(page)
  const real = await page.evaluate(() => JSON.stringify({ ...localStorage }))
  await enterExample(page)
  for (const [, place] of exampleScreens) {
    await open(page, phone.site.address, place)
    await expect(strip(page)).toBeInViewport()
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await expect(strip(page)).toBeInViewport()
  }
  await page.goto(`${phone.site.address}#/`)
  await expect(page.getByText(/EX-|Stairwell|smell/i).first()).toBeVisible()
  const during = await page.evaluate(() =>
    JSON.stringify(
      Object.fromEntries(Object.entries(localStorage).filter(([name]) => name.startsWith('doorstep-diary.'))),
    ),
  )
  expect(JSON.parse(during)).toEqual(JSON.parse(real))
  await leave(page)
  await expect(page.getByText('Nothing written yet')).toBeVisible()
  await emptied(page)
  expect(await onThePhone(page)).toEqual(before)
})

test('what really happened is carried to the own form, with nothing of the example in it', async ({
  phone,
}) => {
  const page = await phone.open()
  await enterExample(page)
  await type(page, 'It is back, and it is real.')
  await expect(page.getByLabel('Where do you notice it?')).toHaveValue('')
  await press(page, 'Save')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('This is only the example')
  await dialog.getByRole('button', { name: 'Go on writing' }).click()
  await expect(page.getByLabel('What happened?')).toHaveValue('It is back, and it is real.')
  await press(page, 'Save')
  await dialog.getByRole('button', { name: 'Yes, put it in my own diary' }).click()
  await expect(strip(page)).toBeHidden()
  await expect(page.getByLabel('What happened?')).toHaveValue('It is back, and it is real.')
  await expect(page.getByText(/^Your words are back/)).toBeVisible()
  await press(page, 'Save')
  await expect(page.getByRole('link', { name: /It is back, and it is real/ })).toHaveCount(1)
  await expect(page.getByText('No. 1')).toBeVisible()
  await emptied(page)
  expect((await onThePhone(page)).rows).toBe(1)
  // Saved once, and gone from every form.
  await press(page, 'Log an incident')
  await expect(page.getByLabel('What happened?')).toHaveValue('')
})

test('a report that was really made is carried too, about none of the incidents of the example', async ({
  phone,
}) => {
  const page = await phone.open()
  await enterExample(page)
  await page.getByRole('link', { name: 'Reports' }).click()
  await press(page, 'Add a report')
  await page.getByLabel('Reference number').fill('5226000000')
  await page
    .getByRole('group', { name: 'Which incidents did you tell them about?' })
    .getByRole('checkbox')
    .first()
    .check()
  await press(page, 'Save')
  await page.getByRole('button', { name: 'Yes, put it in my own diary' }).click()
  await expect(strip(page)).toBeHidden()
  await expect(page.getByLabel('Reference number')).toHaveValue('5226000000')
  await press(page, 'Save')
  await expect(page.getByText('5226000000').first()).toBeVisible()
  await expect(page.getByText(/Smell like cannabis/)).toHaveCount(0)
  await emptied(page)
})

test('what somebody tries out stands in the example and goes with it', async ({ phone }) => {
  const page = await phone.open()
  await enterExample(page)
  await type(page, 'Only trying it out.')
  await press(page, 'Save')
  await page.getByRole('button', { name: 'No, I am trying it out' }).click()
  await expect(page.getByRole('link', { name: /Only trying it out/ })).toBeVisible()
  await leave(page)
  await expect(page.getByText('Nothing written yet')).toBeVisible()
  await emptied(page)
  expect((await onThePhone(page)).rows).toBe(0)
})

test('words that were typed there and not saved wait on home when its window was closed', async ({
  phone,
}) => {
  let page = await phone.open()
  await enterExample(page)
  await type(page, 'I forgot where I was.')
  await page.waitForTimeout(600)
  const next = await phone.context.newPage()
  await page.close()
  page = next
  await page.goto(phone.site.address)
  await expect(strip(page)).toBeHidden()
  const note = page.getByRole('region', { name: 'Words from the example' })
  await expect(note).toContainText('I forgot where I was.')
  expect((await onThePhone(page)).databases).not.toContain('doorstep-example')

  await note.getByRole('button', { name: 'Throw it away' }).click()
  await expect(note).toBeHidden()
  await press(page, 'Bring it back')
  await expect(note).toContainText('I forgot where I was.')
  await page.reload()
  await expect(note).toContainText('I forgot where I was.')

  // Words in the own form are not written over.
  await type(page, 'Mine.')
  await page.waitForTimeout(600)
  await page.goto(`${phone.site.address}#/`)
  await note.getByRole('button', { name: 'Put it in my own form' }).click()
  await expect(page.getByText('Your own form holds other words.')).toBeVisible()
  await press(page, 'Log an incident')
  await expect(page.getByLabel('What happened?')).toHaveValue('Mine.')
  await press(page, 'Save')
  await note.getByRole('button', { name: 'Put it in my own form' }).click()
  await expect(page.getByLabel('What happened?')).toHaveValue('I forgot where I was.')
  await press(page, 'Save')
  await expect(page.getByRole('link', { name: /I forgot where I was/ })).toBeVisible()
  await expect(note).toBeHidden()
  await emptied(page)
  expect((await onThePhone(page)).rows).toBe(2)
})

test('a window that still shows it keeps it; the next start after that empties it', async ({ phone }) => {
  const page = await phone.open()
  await enterExample(page)
  const other = await phone.context.newPage()
  await other.goto(phone.site.address)
  await expect(other.getByText('Nothing written yet')).toBeVisible()
  await expect(strip(other)).toBeHidden()
  await other.reload()
  await expect(other.getByText('Nothing written yet')).toBeVisible()
  expect((await onThePhone(other)).databases).toContain('doorstep-example')
  await page
    .getByRole('link', { name: /Smell like cannabis/ })
    .first()
    .click()
  await expect(page.getByRole('button', { name: 'Add or correct details' })).toBeVisible()
  await page.close()
  await other.reload()
  await emptied(other)
})

test('whoever comes back after a while is in their own diary', async ({ phone }) => {
  const page = await phone.open()
  await enterExample(page)
  await page.goto(`${phone.site.address}#/log`)
  await page.reload()
  await expect(strip(page)).toBeVisible()
  // Nobody comes back in the moment in which the page begins to listen for it.
  await expect(async () => {
    await page.evaluate(() => {
      if (!sessionStorage.getItem('doorstep.example')) return
      sessionStorage.setItem('doorstep.example', String(Date.now() - 11 * 60_000))
      dispatchEvent(new PageTransitionEvent('pageshow'))
    })
    await expect(strip(page)).toBeHidden({ timeout: 2000 })
  }).toPass()
  await expect(page.getByRole('button', { name: 'Save' })).toBeVisible()
  expect(page.url()).toContain('#/log')
  await emptied(page)
})

test('with a lock it opens from Help behind the lock alone, and words wait until it is opened again', async ({
  phone,
}) => {
  const page = await phone.open()
  await setLock(page)
  await page.getByRole('link', { name: 'Help' }).click()
  await expect(page.getByRole('button', { name: 'Look at an example' })).toBeVisible()
  await press(page, 'Lock now')
  // Help stands in front of the lock, without the example.
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeHidden()
  await page.getByLabel('Search Help').waitFor()
  await expect(page.getByRole('button', { name: 'Look at an example' })).toBeHidden()
  await page.goto(`${phone.site.address}#/`)
  await unlock(page)
  await page.getByRole('link', { name: 'Help' }).click()
  await press(page, 'Look at an example')
  await expect(strip(page)).toBeVisible()
  await type(page, 'Real, and locked.')
  await press(page, 'Save')
  await page.getByRole('button', { name: 'Yes, put it in my own diary' }).click()
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible()
  await unlock(page)
  await expect(page.getByLabel('What happened?')).toHaveValue('Real, and locked.')
  await press(page, 'Save')
  await expect(page.getByRole('link', { name: /Real, and locked/ })).toBeVisible()
  await emptied(page)
})

test('a sheet of it says so on every page, in its name and its title, and carries no data', async ({
  phone,
}) => {
  const page = await phone.open()
  await enterExample(page)
  await page.getByRole('link', { name: 'Sheet', exact: true }).click()
  await expect(page.getByText('Full record')).toBeHidden()
  await press(page, 'Look at it first')
  await expect(page.locator('.paper').getByText('EXAMPLE. None of this is real.')).toBeVisible()
  await press(page, 'Make the sheet')
  await expect(page.getByLabel(/homes@example.org/)).toHaveValue(/^Example. None of this is real./)
  const download = page.waitForEvent('download')
  await press(page, 'Save the sheet')
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^EXAMPLE-diary-sheet-/)
  const path = `${phone.profile}/sheet.pdf`
  await file.saveAs(path)
  const pages = textOf(path).split('\f').slice(0, -1)
  expect(pages.length).toBeGreaterThan(2)
  for (const text of pages) expect(text).toContain('EXAMPLE. None of this is real.')
  expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toMatch(/Title: +EXAMPLE Diary sheet/)
  expect(execFileSync('pdfdetach', ['-list', path], { encoding: 'utf8' })).toContain('0 embedded files')
  execFileSync('qpdf', ['--check', path])
})

test('the places of the own diary are not there', async ({ phone }) => {
  const page = await phone.open()
  await enterExample(page)
  for (const place of ['settings', 'settings/lock', 'settings/me', 'backup', 'backup/restore']) {
    await page.goto(`${phone.site.address}#/${place}`)
    await expect(page.getByRole('heading', { name: 'Not part of the example' })).toBeVisible()
  }
  await page.locator('main').getByRole('button', { name: 'Leave the example' }).click()
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  await emptied(page)
})

test('leaving quickly leaves the example and the real diary, whichever window it is asked in', async ({
  phone,
}) => {
  const page = await phone.open()
  await page.goto(`${phone.site.address}#/settings/lock`)
  await press(page, 'Turn on Leave quickly')
  await page.goto(`${phone.site.address}#/`)
  await enterExample(page)
  const other = await phone.context.newPage()
  await other.goto(phone.site.address)
  await expect(other.getByRole('button', { name: 'Leave quickly' })).toBeVisible()
  const recipe = (one: Page) => one.getByRole('heading', { name: 'Vegetable soup' })
  await press(page, 'Leave quickly')
  for (const one of [page, other]) {
    await expect(recipe(one)).toBeVisible()
    await expect(strip(one)).toBeHidden()
    for (let i = 0; i < 3; i++) await recipe(one).click()
    await expect(one.getByRole('button', { name: 'Log an incident' })).toBeVisible()
  }
  await expect(strip(page)).toBeVisible()
  await press(other, 'Leave quickly')
  for (const one of [page, other]) await expect(recipe(one)).toBeVisible()
})

test('where it was never brought and there is no internet, it says so and nothing is begun', async ({
  phone,
  site,
}) => {
  const page = await phone.open()
  await site.stop()
  await press(page, 'Look at an example')
  await expect(page.getByText('The example is not on this phone yet.')).toBeVisible()
  await expect(strip(page)).toBeHidden()
  expect((await onThePhone(page)).databases).not.toContain('doorstep-example')
  // The browser notes that the file did not come.
  expect(phone.faults.every(fault => /Failed to|ERR_/.test(fault))).toBe(true)
  phone.faults.length = 0
})
