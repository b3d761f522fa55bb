/** Without a mouse: everything that has to be done is done with Tab, arrows, Space and Enter, and one sees where one is. */
import type { Locator, Page } from '@playwright/test'
import { expect, rawTextOf, test } from './phone.ts'

/** What is wrong with how the focus shows, or nothing. */
const focusFault = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement
    // From the end of a modal dialog the focus goes by way of the browser's own buttons back to its beginning.
    if (document.querySelector('dialog[open]') && focused === document.body) return ''
    if (!focused || focused === document.body) return 'the focus is nowhere'
    // Arriving moves the focus to the heading, for the screen reader's sake; Tab goes on from there.
    if (focused.matches('h1[tabindex="-1"]')) return ''
    const ring = focused.closest('.choice') ?? focused
    const { outlineStyle, outlineWidth } = getComputedStyle(ring)
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `no ring: ${focused.outerHTML}`
    const { left, top, width, height } = ring.getBoundingClientRect()
    const seen = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 24))
    if (!seen || !(ring.contains(seen) || seen.contains(ring))) return `covered: ${focused.outerHTML}`
    return ''
  })

const isFocused = (there: Locator) => there.evaluate(element => element === document.activeElement)

/** Goes on with Tab until the focus is there; at every stop the focus can be seen. */
async function tabTo(page: Page, there: Locator, key = 'Tab'): Promise<void> {
  await there.first().waitFor()
  for (let steps = 0; steps < 150; steps++) {
    await page.keyboard.press(key)
    // A screen that is just arriving takes a moment until it has the focus.
    await expect.poll(() => focusFault(page)).toBe('')
    if (await isFocused(there.first())) return
  }
  throw new Error('not to be reached with the keyboard')
}

async function press(
  page: Page,
  role: 'button' | 'link',
  name: string | RegExp,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  await tabTo(page, page.getByRole(role, { name }), key)
  await page.keyboard.press('Enter')
}

/** Radios are one stop of Tab; arrows go on from the one that is chosen. */
async function pick(page: Page, group: string, label: string): Promise<void> {
  const radios = page.getByRole('group', { name: group }).getByRole('radio')
  const wanted = page.getByRole('group', { name: group }).getByLabel(label, { exact: true })
  const stop = (await radios.and(page.locator(':checked')).count()) > 0 ? page.locator(':checked') : radios
  await tabTo(page, radios.and(stop).first())
  for (let steps = 0; steps < 20 && !(await isFocused(wanted)); steps++) {
    await page.keyboard.press('ArrowDown')
    expect(await focusFault(page)).toBe('')
  }
  if (!(await wanted.isChecked())) await page.keyboard.press('Space')
  await expect(wanted).toBeChecked()
}

async function tick(page: Page, group: string, label: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole('group', { name: group }).getByLabel(label, { exact: true }))
  await page.keyboard.press('Space')
}

async function write(page: Page, label: string, words: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }))
  await page.keyboard.type(words)
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 })

test('log, complete, tell, make and save the sheet: by keyboard alone', async ({ phone }) => {
  const page = await phone.open()
  await press(page, 'button', 'Log an incident')
  await expect(heading(page, 'Log an incident')).toBeFocused()
  await pick(page, 'How long did it last?', 'Still going on')
  await write(page, 'What happened?', 'A strong smell.')
  await press(page, 'button', 'Save')
  await expect(page.getByRole('status')).toContainText('Saved at')
  await expect(heading(page, 'Diary')).toBeFocused()

  await press(page, 'button', 'It has stopped')
  await expect(page.getByRole('button', { name: 'It has stopped' })).toBeHidden()
  await press(page, 'link', /A strong smell/)
  await expect(heading(page, 'Smell like cannabis')).toBeFocused()
  await press(page, 'button', 'Add or correct details')
  await pick(page, 'How strong is it?', 'Strong')
  await tick(page, 'How does it affect you?', 'Could not open windows')
  await press(page, 'button', 'Save')
  await expect(page.getByText('Could not open windows')).toBeVisible()

  await press(page, 'link', 'Reports')
  await expect(heading(page, 'Reports')).toBeFocused()
  await press(page, 'button', 'Add a report')
  await pick(page, 'How did you tell them?', 'Called 101')
  await write(page, 'Reference number', '5226021255')
  await tick(page, 'Which incidents did you tell them about?', /Smell like cannabis/)
  await press(page, 'button', 'Save')
  await expect(page.getByText('5226021255')).toBeVisible()

  await press(page, 'link', 'Sheet')
  await pick(page, 'Which days?', 'Everything')
  await press(page, 'button', 'Make the sheet')
  const download = page.waitForEvent('download')
  await press(page, 'button', 'Save the sheet')
  expect(rawTextOf(await (await download).path())).toContain('A strong smell.')
})

test('a mistake takes the focus to the summary, and its link to the field', async ({ phone }) => {
  const page = await phone.open()
  await press(page, 'button', 'Log an incident')
  await tick(page, 'What is it?', 'Smell like cannabis')
  await press(page, 'button', 'Save')
  await expect(page.getByRole('alert').first()).toBeFocused()
  await press(page, 'link', 'Choose what it is. One is enough.')
  await expect(page.getByLabel('Smell like cannabis')).toBeFocused()
  await page.keyboard.press('Space')
  await press(page, 'button', 'Save')
  await expect(page.getByRole('status')).toContainText('Saved at')
})

test('a dialog holds the focus, Escape leaves everything as it was and gives the focus back', async ({
  phone,
}) => {
  const page = await phone.open()
  await press(page, 'button', 'Log an incident')
  await press(page, 'button', 'Save')
  await press(page, 'link', /Smell like cannabis/)
  await press(page, 'button', 'Take this back')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  for (let steps = 0; steps < 12; steps++) {
    await page.keyboard.press('Tab')
    expect(
      await page.evaluate(
        () => document.activeElement === document.body || !!document.activeElement?.closest('dialog'),
      ),
    ).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Take this back' })).toBeFocused()
  await page.keyboard.press('Enter')
  await write(page, 'Why do you take it back?', 'By mistake.')
  await press(page, 'button', 'Take it back')
  await expect(page.getByText('Taken back. By mistake.')).toBeVisible()
  await press(page, 'button', 'Undo: put it back')
  await expect(page.getByRole('button', { name: 'Take this back' })).toBeVisible()
})

test('back returns to where the list was, and to the line that was opened', async ({ phone }) => {
  const page = await phone.open()
  for (let day = 10; day < 22; day++) {
    await page.goto(`${phone.site.address}#/log`)
    await page.getByLabel('Date', { exact: true }).fill(`2026-10-${day}`)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('link', { name: /Smell like cannabis/ }).nth(day - 10)).toBeVisible()
  }
  const line = page.getByRole('link', { name: /No\. 3/ })
  await line.scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => scrollY)
  expect(before).toBeGreaterThan(200)
  await line.click()
  await expect(heading(page, 'Smell like cannabis')).toBeFocused()
  expect(await page.evaluate(() => scrollY)).toBe(0)
  await expect(page).toHaveTitle('Diary')
  await page.goBack()
  await expect(line).toBeFocused()
  expect(await page.evaluate(() => scrollY)).toBe(before)
  await page.goForward()
  await expect(heading(page, 'Smell like cannabis')).toBeFocused()
  await page.getByRole('link', { name: 'Sheet' }).click()
  await expect(page).toHaveTitle('Sheet · Diary')
})

test('the first stop skips what every screen repeats', async ({ phone }) => {
  const page = await phone.open()
  await tabTo(page, page.getByRole('link', { name: 'Skip to the page' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Log an incident' })).toBeFocused()
})

test('back up, erase, restore, lock and unlock: by keyboard alone', async ({ phone }) => {
  test.setTimeout(180_000)
  const page = await phone.open()
  await press(page, 'button', 'Log an incident')
  await write(page, 'What happened?', 'A strong smell.')
  await press(page, 'button', 'Save')

  await press(page, 'button', 'Settings', 'Shift+Tab')
  await press(page, 'button', 'Back up')
  await write(page, 'Passphrase', 'amber kettle sunday ladder')
  await write(page, 'Passphrase again', 'amber kettle sunday ladder')
  await press(page, 'button', 'Back up')
  await expect(page.getByRole('heading', { name: 'Your backup is ready' })).toBeFocused()
  const download = page.waitForEvent('download')
  await press(page, 'button', 'Save the backup')
  const file = await (await download).path()
  await press(page, 'button', 'Yes, it is there')

  await press(page, 'button', 'Settings', 'Shift+Tab')
  await press(page, 'button', 'Erase everything')
  await write(page, 'Type ERASE to go on', 'erase')
  await press(page, 'button', 'Erase everything on this phone')
  await expect(page.getByText('Nothing written yet')).toBeVisible()

  await press(page, 'link', 'I have a backup')
  await tabTo(page, page.getByLabel('Choose the file'))
  const chooser = page.waitForEvent('filechooser')
  // The browser has to have heard that a test chooses, before the key opens a window of its own.
  await page.evaluate(() => {})
  await page.keyboard.press('Space')
  await (await chooser).setFiles(file)
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused()
  await page.keyboard.type('amber kettle sunday ladder')
  await press(page, 'button', 'Open')
  await expect(page.getByRole('heading', { name: 'This is inside' })).toBeFocused()
  await press(page, 'button', 'Restore')
  await expect(page.getByRole('heading', { name: 'Your diary is here' })).toBeFocused()
  await press(page, 'link', 'Go to the diary')
  await expect(heading(page, 'Diary')).toBeFocused()
  await expect(page.getByRole('link', { name: /A strong smell/ })).toBeVisible()

  await press(page, 'button', 'Settings', 'Shift+Tab')
  await press(page, 'link', 'Lock')
  await press(page, 'button', 'Set a passcode')
  await write(page, 'Passcode', 'blue kettle 7')
  await write(page, 'The same passcode again', 'blue kettle 7')
  await press(page, 'button', 'Next')
  const groups = page.getByRole('list', { name: 'Your recovery code' }).getByRole('listitem')
  await expect(groups).toHaveCount(6)
  const code = (await groups.allTextContents()).map(text => text.slice(1))
  await press(page, 'button', 'I have written it down')
  await expect(page.getByRole('heading', { name: 'Check what you wrote' })).toBeVisible()
  for (const [i, group] of code.entries())
    if (await page.getByLabel(`Group ${i + 1}`).count()) await write(page, `Group ${i + 1}`, group)
  await press(page, 'button', 'Set a passcode')
  await expect(heading(page, 'Lock')).toBeFocused()
  await press(page, 'button', 'Lock now', 'Shift+Tab')
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible()
  await write(page, 'Passcode', 'blue kettle 7')
  await page.keyboard.press('Enter')
  await press(page, 'link', 'Diary')
  await expect(page.getByRole('link', { name: /A strong smell/ })).toBeVisible()
})

test('what goes away leaves the focus at the heading over it', async ({ phone }) => {
  const page = await phone.open()
  await page.goto(`${phone.site.address}#/backup`)
  const makeOne = async () => {
    await write(page, 'Passphrase', 'amber kettle sunday ladder')
    await write(page, 'Passphrase again', 'amber kettle sunday ladder')
    await press(page, 'button', 'Back up')
    await expect(page.getByRole('heading', { name: 'Your backup is ready' })).toBeFocused()
  }
  await makeOne()
  await press(page, 'button', 'Close without keeping this file')
  await expect(heading(page, 'Back up')).toBeFocused()
  await makeOne()
  const download = page.waitForEvent('download')
  await press(page, 'button', 'Save the backup')
  await download
  await press(page, 'button', 'Yes, it is there')
  await expect(heading(page, 'Back up')).toBeFocused()
})
