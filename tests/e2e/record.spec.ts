/** The record as its writer meets it: nothing overwritten, nothing lost, honest when a phone fails. */
import type { Page } from '@playwright/test'
import { cutOffStorage, expect, type Phone, test } from './phone.ts'

async function log(page: Page, words: string) {
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByLabel('What happened?').fill(words)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText('Saved at')
}

/** An incident, and a place that was added to it. */
async function musicInTheBedroom(phone: Phone): Promise<Page> {
  const page = await phone.open()
  await log(page, 'Music until two')
  await page.getByRole('link', { name: /Music until two/ }).click()
  await page.getByRole('button', { name: 'Add or correct details' }).click()
  await page.getByLabel('Where do you notice it?').fill('Bedroom')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('definition').filter({ hasText: 'Bedroom' })).toBeVisible()
  return page
}

test('what was written first stays beside what was changed; what is added is not called a change', async ({
  phone,
}) => {
  const page = await musicInTheBedroom(phone)
  await page.getByRole('button', { name: 'Add or correct details' }).click()
  await page.getByLabel('What happened?').fill('Music until three')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('What was written, and when').click()
  const headings = page.locator('.revision').getByRole('heading')
  await expect(headings).toHaveText(['First written', 'Details added', 'Changed'])
  await expect(page.getByText('Music until two')).toHaveCount(2)
})

test('an entry taken back keeps its number and its reason, and can be put back', async ({ phone }) => {
  const page = await phone.open()
  await log(page, 'Written by mistake')
  await page.getByRole('link', { name: /Written by mistake/ }).click()
  await page.getByRole('button', { name: 'Take this back' }).click()
  await page.getByLabel('Why do you take it back?').fill('It was my own cooking.')
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText('Taken back. It was my own cooking.')).toBeVisible()
  await page.getByRole('link', { name: 'Diary' }).click()
  await expect(page.getByRole('link', { name: /Taken back/ })).toBeVisible()
  await page.getByRole('link', { name: /Taken back/ }).click()
  await page.getByRole('main').getByRole('button', { name: 'Undo: put it back' }).click()
  await expect(page.getByRole('button', { name: 'Take this back' })).toBeVisible()
})

test('a change tells what stood before it, also what is gone, and after it was taken back for a while', async ({
  phone,
}) => {
  const page = await musicInTheBedroom(phone)
  await page.getByRole('button', { name: 'Take this back' }).click()
  await page.getByLabel('Why do you take it back?').fill('I was not sure.')
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  await page.getByRole('main').getByRole('button', { name: 'Undo: put it back' }).click()
  await page.getByRole('button', { name: 'Add or correct details' }).click()
  await page.getByLabel('What happened?').fill('Music until three')
  await page.getByLabel('Where do you notice it?').fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('What was written, and when').click()
  const last = page.locator('.revision').last()
  await expect(last.getByRole('heading')).toHaveText('Changed')
  await expect(last.getByRole('definition')).toHaveText(['Music until three', 'Bedroom', 'Music until two'])
  await expect(last.getByRole('term')).toHaveText([
    /^What happened/,
    /^Before: Where/,
    /^Before: What happened/,
  ])
})

/** Through the dialog on an incident's page. */
async function remove(page: Page, which: RegExp) {
  await page.getByRole('button', { name: 'Remove words for good' }).click()
  await page.getByRole('dialog').getByRole('checkbox', { name: which }).check()
  await page.getByLabel('Why are they removed?').fill('I named the wrong person.')
  await page.getByRole('button', { name: 'Remove these words' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

test('words removed for good are nowhere any more, and the diary is still in order', async ({ phone }) => {
  const page = await phone.open()
  await log(page, 'It was Wolfgangus from above')
  await page.getByRole('link', { name: /Wolfgangus/ }).click()
  await remove(page, /What happened\?/)
  await page.getByText('What was written, and when').click()
  await expect(page.getByRole('heading', { name: 'Words removed for good' })).toBeVisible()
  await expect(page.getByText('Wolfgangus')).toHaveCount(0)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Check my diary' }).click()
  await expect(page.getByText('All 2 saved versions are in order.')).toBeVisible()
})

test('words that only an earlier version has, and a reason, can be removed for good', async ({ phone }) => {
  const page = await musicInTheBedroom(phone)
  await page.getByRole('button', { name: 'Add or correct details' }).click()
  await page.getByLabel('Where do you notice it?').fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Take this back' }).click()
  await page.getByLabel('Why do you take it back?').fill('It was Wolfgangus after all')
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByText('What was written, and when').click()
  const history = page.locator('details').filter({ hasText: 'What was written, and when' })
  await expect(history).toContainText('Bedroom')
  await expect(history).toContainText('Wolfgangus')
  await remove(page, /Bedroom/)
  await expect(history).not.toContainText('Bedroom')
  await remove(page, /Wolfgangus/)
  await expect(page.locator('body')).not.toContainText('Wolfgangus')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Check my diary' }).click()
  await expect(page.getByText('All 6 saved versions are in order.')).toBeVisible()
})

test('words removed for good are gone from the form and the tables of another window', async ({ phone }) => {
  const page = await phone.open()
  await log(page, 'It was Wolfgangus from above')
  await page.getByRole('link', { name: /Wolfgangus/ }).click()
  const [form, tables] = [await phone.context.newPage(), await phone.context.newPage()]
  await form.goto(page.url().replace('incident/', 'change/'))
  const what = form.getByLabel('What happened?')
  await what.fill('It was Wolfgangus from above, I think')
  await tables.goto(`${phone.site.address}#/backup`)
  await tables.getByRole('button', { name: 'Make the tables' }).click()
  await expect(tables.getByRole('button', { name: /the incidents/ })).toBeVisible()

  await page.bringToFront()
  await remove(page, /Wolfgangus/)
  await form.bringToFront()
  await expect(what).toHaveValue('')
  await tables.bringToFront()
  await expect(tables.getByRole('button', { name: /the incidents/ })).toBeHidden()
  await page.bringToFront()
  await page.getByRole('link', { name: 'Diary', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Log an incident' })).toBeVisible()
  await expect(page.locator('body')).not.toContainText('not saved yet')
})

test('words of a script from right to left read so, on the line, on its page and on the sheet', async ({
  phone,
}) => {
  const page = await phone.open()
  const said = 'رائحة في الشقة 12.'
  /** The full stop stands at the left end of such a sentence, and the sentence at the right of its line. */
  const endsAtTheLeft = (own: Element) => {
    const text = document.createTreeWalker(own, NodeFilter.SHOW_TEXT)
    let stop: DOMRect | undefined
    let begin: DOMRect | undefined
    for (let node = text.nextNode(); node; node = text.nextNode()) {
      const sign = document.createRange()
      const length = node.textContent?.length ?? 0
      if (length === 0) continue
      sign.setStart(node, 0)
      sign.setEnd(node, 1)
      begin ??= sign.getBoundingClientRect()
      sign.setStart(node, length - 1)
      sign.setEnd(node, length)
      stop = sign.getBoundingClientRect()
    }
    const { right } = own.getBoundingClientRect()
    return { stop: stop && begin && stop.left < begin.left, side: begin && right - begin.right < 12 }
  }
  await log(page, said)
  const seen = { stop: true, side: true }
  expect(await page.locator('.entry-words').evaluate(endsAtTheLeft)).toEqual(seen)
  await page.getByRole('link', { name: /الشقة/ }).click()
  expect(await page.getByRole('definition').filter({ hasText: said }).evaluate(endsAtTheLeft)).toEqual(seen)
  await page.getByRole('link', { name: 'Sheet' }).click()
  await page.getByRole('button', { name: 'Look at it first' }).click()
  const written = page.getByRole('article').getByRole('definition').filter({ hasText: 'الشقة' })
  expect(await written.evaluate(endsAtTheLeft)).toEqual(seen)
})

test('erasing asks for a word, empties the diary and begins a new one', async ({ phone }) => {
  const page = await phone.open()
  await log(page, 'Soon gone')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Erase everything' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: /Erase everything/ })).toBeDisabled()
  await dialog.getByLabel('Type ERASE to go on').fill('erase')
  await dialog.getByRole('button', { name: /Erase everything/ }).click()
  await expect(page.getByText('Nothing written yet')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Nothing written yet')).toBeVisible()
})

test('two windows see each other’s entries at once and number them together', async ({ phone }) => {
  const page = await phone.open()
  const other = await phone.context.newPage()
  await other.goto(phone.site.address)
  await log(page, 'From the first window')
  await expect(other.getByRole('link', { name: /From the first window/ })).toBeVisible()
  await log(other, 'From the second window')
  await expect(page.getByRole('link', { name: /From the second window.*|.*No\. 2/ }).first()).toBeVisible()
})

test('two drafts in two windows both survive', async ({ phone }) => {
  const page = await phone.open()
  const other = await phone.context.newPage()
  await other.goto(phone.site.address)
  for (const [window, words] of [
    [page, 'Draft of the first window'],
    [other, 'Draft of the second window'],
  ] as const) {
    await window.getByRole('button', { name: 'Log an incident' }).click()
    await window.getByLabel('What happened?').fill(words)
  }
  await page.reload()
  await other.reload()
  await expect(page.getByLabel('What happened?')).toHaveValue('Draft of the first window')
  await expect(other.getByLabel('What happened?')).toHaveValue('Draft of the second window')
})

test('a full phone: NOT saved is said, the words stay, and when there is room they are saved', async ({
  phone,
}) => {
  await log(await phone.open(), 'Before the phone was full')
  // Chromium counts for a while on the room that it once found, so the quota is set before the database is opened.
  await phone.switchOff()
  const page = await phone.switchOn()
  const devtools = await phone.context.newCDPSession(page)
  const origin = new URL(phone.site.address).origin
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  await page.goto(phone.site.address)
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByLabel('What happened?').fill('Long '.repeat(3000))
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'This is NOT saved yet' })).toBeVisible()
  await expect(page.getByText(/storage is full/)).toBeVisible()
  await expect(page.getByLabel('What happened?')).toHaveValue('Long '.repeat(3000))
  await page.getByRole('button', { name: 'Copy my words' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Long Long')
  await devtools.send('Storage.overrideQuotaForOrigin', { origin })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved at' })).toBeVisible()
  await expect(page.getByRole('link', { name: /Before the phone was full/ })).toBeVisible()
})

test('a storage that never answers is said, with nothing shown as empty and help at hand', async ({
  phone,
}) => {
  const page = await phone.open()
  await log(page, 'Still there')
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest
  })
  await page.reload()
  await expect(page.getByRole('heading', { name: 'The diary did not open' })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Nothing written yet')).toBeHidden()
  await expect(page.getByRole('link', { name: 'Help' }).first()).toBeVisible()

  // Words can be written all the same. They are never called saved, and are saved once it answers.
  await page.getByRole('link', { name: 'Write it down now' }).click()
  await page.getByLabel('What happened?').fill('Written all the same', { timeout: 30_000 })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'This is NOT saved yet' })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByLabel('What happened?')).toHaveValue('Written all the same')
  await phone.switchOff()
  const after = await phone.switchOn()
  await after.goto(phone.site.address)
  await after.getByRole('link', { name: /Words that are not saved yet/ }).click()
  await after.getByRole('button', { name: 'Save' }).click()
  await expect(after.getByRole('link', { name: /Written all the same/ })).toBeVisible()
  await expect(after.getByRole('link', { name: /Still there/ })).toBeVisible()
})

test('a storage that was cut off under an open diary answers again once it is asked to', async ({
  phone,
}) => {
  const page = await phone.open()
  await log(page, 'Still there')
  await cutOffStorage(page)
  await page.getByRole('link', { name: 'Reports' }).click()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Reports', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Diary' }).click()
  await expect(page.getByRole('link', { name: /Still there/ })).toBeVisible()
})

test('a diary that came back empty raises the alarm, never the welcome', async ({ phone }) => {
  const page = await phone.open()
  await log(page, 'Not to be forgotten')
  await page.evaluate(
    () =>
      new Promise((done, failed) => {
        const request = indexedDB.deleteDatabase('doorstep-diary')
        request.onsuccess = done
        request.onerror = failed
      }),
  )
  await page.goto(phone.site.address)
  await expect(
    page.getByRole('heading', { name: 'Your diary looks empty or shorter than before' }),
  ).toBeVisible()
  await expect(page.getByText('This phone held 1 entry. Now it holds 0 entries.')).toBeVisible()
  await expect(page.getByText('Nothing written yet')).toBeHidden()
  await page.getByRole('button', { name: 'Go on with what is here' }).click()
  await expect(page.getByText('Nothing written yet')).toBeVisible()
})
