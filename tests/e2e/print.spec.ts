/** On paper: black on white, every word, nothing to press, and dates that hold tomorrow too. */
import type { Page } from '@playwright/test'
import { expect, folded, type Phone, test, textOf } from './phone.ts'
import { enterExample } from './screens.ts'

async function printed(page: Page, phone: Phone): Promise<string> {
  const path = `${phone.profile}/printed.pdf`
  await page.pdf({ path, format: 'A4' })
  return textOf(path)
}

/** What stands on paper that can only be pressed, and what would not be black on white. */
const wrongOnPaper = (page: Page) =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('body *')].filter(one =>
      one.checkVisibility({ visibilityProperty: true }),
    )
    const pressable = shown.filter(one => one.matches('button, .button, summary, input[type=search]'))
    const pale = shown.filter(one => {
      const text = [...one.childNodes].some(node => node.nodeType === 3 && node.textContent?.trim())
      return text && getComputedStyle(one).color !== 'rgb(0, 0, 0)'
    })
    const dark = getComputedStyle(document.documentElement).backgroundColor
    return [...pressable, ...pale]
      .map(one => one.outerHTML.slice(0, 90))
      .concat(/, 0\)$|255/.test(dark) ? [] : [dark])
  })

test('the list, an incident, a report and a page of Help print without buttons, black on white, in full', async ({
  phone,
  site,
}) => {
  const page = await phone.open()
  await page.emulateMedia({ colorScheme: 'dark' })
  const long = `It began softly. ${'It went on and on through the whole evening. '.repeat(8)}It ended at last.`
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByLabel('What happened?').fill(long)
  await page.getByLabel('Still going on').check()
  await page.getByRole('button', { name: 'Save' }).click()
  const line = page.getByRole('link', { name: /It began softly/ })
  const incident = await line.getAttribute('href')
  await expect(page.getByRole('heading', { name: 'Tell the police, when you are ready' })).toBeVisible()
  const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }).format()

  const home = folded(await printed(page, phone))
  for (const words of ['Diary', date, 'No. 1', 'It ended at last.']) expect(home).toContain(words)
  for (const words of ['Today', 'It has stopped', 'Search', 'Not now', 'Log an incident', 'backup'])
    expect(home).not.toContain(words)

  await page.goto(`${site.address}${incident}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const entry = folded(await printed(page, phone))
  for (const words of ['Incident 1', 'Smell like cannabis', date, 'It ended at last.'])
    expect(entry).toContain(words)
  for (const words of ['Today', 'What was written, and when', 'Remove words', 'Print'])
    expect(entry).not.toContain(words)

  for (const place of ['', `${incident?.slice(2)}`, 'reports', 'help', 'help/who-to-tell', 'patterns']) {
    await page.goto(`${site.address}#/${place}`)
    await page.locator('main :is(h1, h2)').first().waitFor({ state: 'attached' })
    await page.waitForTimeout(300)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await wrongOnPaper(page), place).toEqual([])
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' })
  }
})

test('a list that was not read to its end says so on paper; the example says what it is on each page', async ({
  phone,
}) => {
  const page = await phone.open()
  await enterExample(page)
  await page.waitForTimeout(500)
  const begun = await printed(page, phone)
  expect(folded(begun)).toContain('This is a part of the list.')
  for (let i = 0; i < 12; i++) {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await page.waitForTimeout(150)
  }
  const whole = await printed(page, phone)
  expect(folded(whole)).not.toContain('This is a part of the list.')
  expect(whole).toContain('No. 1\n')
  const pages = whole.split('\f').slice(0, -1)
  expect(pages.length).toBeGreaterThan(2)
  for (const text of pages) expect(text).toContain('Example. None of this is real.')
})
