/** Whatever is typed, pasted, linked to or restored is text: nothing runs, nothing loads, nothing looks like something else. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { shown } from '../../src/core/shown.ts'
import { batches, hostile } from './injection.ts'
import { expect, type Phone, test } from './phone.ts'

const all = hostile.join('\n')
const lines = batches(480)

/** What a page must never hold: whatever runs or loads, but our own parts. */
const foreign =
  'iframe, object, embed, base, audio, video, portal, marquee, math, style, template, noscript, main script, main link, main meta, main form[action], [srcdoc], [onload], [onerror], [onclick], [onfocus], [style*="fixed"], a[href^="javascript:"], a[href^="data:"], img:not([src^="blob:"]):not([src^="data:image/png"])'

/** As text nodes give it back: line ends and spaces evened out. */
const folded = (text: string) => text.replace(/\s+/g, ' ').trim()

/** @returns what is wrong with what the page shows */
const look = (page: Page): Promise<string[]> =>
  page.evaluate(selector => {
    const wrong = [...document.querySelectorAll(selector)].map(one => one.outerHTML.slice(0, 200))
    if ('ran' in globalThis) wrong.push('something ran')
    if ('ran' in {}) wrong.push('a prototype was changed')
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (
        /[\u202a-\u202e\u2066-\u2069]/.test(node.nodeValue ?? '') &&
        node.parentElement?.tagName !== 'TEXTAREA'
      )
        wrong.push(`turned around: ${node.nodeValue?.slice(0, 100)}`)
    return wrong
  }, foreign)

async function logLine(page: Page, line: string, place: string, more?: (page: Page) => Promise<void>) {
  await page.getByRole('button', { name: 'Log an incident' }).click()
  const other = page.getByLabel('Something else')
  await other.check()
  await page.getByLabel('What else is it?').fill(line)
  await page.getByLabel('Where do you notice it?').fill(place)
  await more?.(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Log an incident' })).toBeVisible()
}

/** Every screen of the diary as it stands, with everything opened. */
async function walk(phone: Phone, page: Page): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  const visit = async (place: string, act?: () => Promise<void>) => {
    await page.goto(`${phone.site.address}#/${place}`)
    await page.locator('main :is(h1, h2)').first().waitFor({ state: 'attached' })
    await act?.()
    found[place] = await look(page)
  }
  const place = async (name: RegExp) =>
    ((await page.getByRole('link', { name }).last().getAttribute('href')) ?? '').replace('#/', '')
  await visit('')
  const incident = await place(/long fields/)
  await visit(incident, async () => {
    await page.getByText('What was written, and when').click()
    const read = folded((await page.locator('main').textContent()) ?? '')
    expect(hostile.filter(text => !read.includes(folded(shown(text))))).toEqual([])
  })
  await visit(incident.replace('incident', 'change'))
  await visit('reports')
  await visit(await place(/Police/))
  await visit('settings/me')
  await visit('patterns')
  await visit('log')
  await visit('find', async () => {
    await page
      .getByRole('searchbox')
      .first()
      .fill(lines[0]?.slice(0, 200) ?? '')
    await page.waitForTimeout(300)
  })
  await visit('help', () => page.getByLabel('Search Help').fill(lines[1] ?? ''))
  await visit('sheet', async () => {
    await page.getByRole('button', { name: 'Look at it first' }).click()
    await page.getByText('long fields').first().waitFor()
  })
  return Object.fromEntries(Object.entries(found).filter(([, faults]) => faults.length > 0))
}

test.describe.configure({ timeout: 480_000 })

test('200 hostile strings through every field, every screen, the sheet and a restored backup', async ({
  phone,
}) => {
  expect(hostile.length).toBeGreaterThanOrEqual(200)
  const page = await phone.open()
  page.on('dialog', dialog => {
    phone.faults.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  for (let i = 1; i < lines.length; i += 2) await logLine(page, lines[i] ?? '', lines[i + 1] ?? 'a place')
  await logLine(page, lines[0] ?? '', 'a place', async () => {
    for (const name of [
      'In your own words',
      'Who was there?',
      'Who else noticed it?',
      'Where do you think it comes from?',
    ])
      await page.getByLabel(name, { exact: true }).fill(all)
    await page.getByLabel('Anything else you did').fill(lines[1] ?? '')
    await page.getByLabel('More about how you know').fill(lines[2] ?? '')
    await page.getByLabel('What happened?').fill(`long fields\n${all}`)
  })

  await page.goto(`${phone.site.address}#/tell`)
  for (const [i, line] of lines.slice(0, 10).entries()) {
    if (i > 0) await page.getByRole('button', { name: 'Add another number' }).click()
    await page
      .getByLabel(i === 0 ? 'Reference number' : `Reference number ${i + 1}`, { exact: true })
      .fill(line)
  }
  await page.getByLabel('Police force').fill(lines[3] ?? '')
  await page.getByLabel('Name of the person you spoke to').fill(lines[4] ?? '')
  await page.getByLabel('What did they say?').fill(all)
  await page.getByRole('button', { name: 'Add a reply' }).click()
  await page.getByLabel('What did they reply later?').fill(all)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').first()).toContainText('Saved at')

  await page.goto(`${phone.site.address}#/settings/me`)
  await page.getByLabel('Another landlord').check()
  for (const [i, name] of [
    'Your name',
    'Your phone number',
    'Your e-mail',
    'Name of your landlord',
    'E-mail of your landlord',
    'Address of its web form',
    'Case or tenancy number',
  ].entries())
    await page.getByLabel(name, { exact: true }).fill((lines[i + 5] ?? '').replaceAll(/[\r\n]/g, ' '))
  for (const name of [
    'Your address',
    'How and when is it safe to reach you?',
    'Who in your home is affected?',
    'What do you ask for?',
  ])
    await page.getByLabel(name, { exact: true }).fill(all)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()

  expect(await walk(phone, page)).toEqual({})

  await page.goto(`${phone.site.address}#/sheet`)
  await page.getByRole('button', { name: 'Make the sheet' }).click()
  await expect(page.getByText('Your sheet is ready')).toBeVisible({ timeout: 200_000 })
  expect(await look(page)).toEqual([])
  const pdf = await save(phone, page, 'Save the sheet')
  execFileSync('qpdf', ['--check', pdf])
  const plain = execFileSync('qpdf', ['--qdf', '--object-streams=disable', pdf, '-'], {
    encoding: 'latin1',
    maxBuffer: 100_000_000,
  })
  const active = plain
    .split('\n')
    .filter(line => /^\s*\/(AA|Launch|JavaScript|JS|OpenAction <<|URI|EmbeddedFiles|SubmitForm)/.test(line))
  expect(active).toEqual([])

  await page.goto(`${phone.site.address}#/backup`)
  await page.getByRole('button', { name: 'Make a file anybody can read' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Make a file anybody can read' }).click()
  await expect(page.getByRole('heading', { name: 'Your backup is ready' })).toBeFocused()
  const file = await save(phone, page, 'Save the backup')
  expect(readFileSync(file, 'utf8')).toContain('dangerouslySetInnerHTML')
  await page.goto(`${phone.site.address}#/settings`)
  await page.getByRole('button', { name: 'Erase everything' }).click()
  await page.getByLabel('Type ERASE to go on').fill('erase')
  await page.getByRole('button', { name: 'Erase everything on this phone' }).click()
  await page.getByRole('link', { name: 'I have a backup' }).click()
  await page.getByLabel(/^Choose/).setInputFiles(file)
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Your diary is here' })).toBeVisible()
  expect(await walk(phone, page)).toEqual({})
})

test('200 hostile strings in the address bar', async ({ phone }) => {
  const page = await phone.open()
  const wrong: string[] = []
  const places = [
    '',
    'incident/',
    'report/',
    'change/',
    'sheet/',
    'help/',
    'settings/',
    'tell/about/',
    'log/',
  ]
  // Each as the place itself, and as what follows one, where the address is read in the same way for all. What a page then
  // looks up by it is its own: names that mean something to JavaScript go to each.
  for (const [i, place] of places.entries()) {
    const texts = hostile.filter(
      (text, j) => place === '' || /^\w+$/.test(text) || j % (places.length - 1) === i - 1,
    )
    await page.evaluate(
      async ({ place, texts }) => {
        for (const text of texts) {
          location.hash = `#/${place}${text}`
          await new Promise(done => setTimeout(done))
        }
      },
      { place, texts },
    )
    wrong.push(...(await look(page)))
  }
  for (const [i, line] of lines.entries()) {
    await page.goto(
      `${phone.site.address}?x=${encodeURIComponent(line)}&${encodeURIComponent(line)}#/patterns/${encodeURIComponent(line)}`,
    )
    if (i % 5 === 0) await page.reload()
    wrong.push(...(await look(page)))
  }
  expect(wrong).toEqual([])
  await page.goto(phone.site.address)
  await expect(page.getByRole('button', { name: 'Log an incident' })).toBeVisible()
})

async function save(phone: Phone, page: Page, name: string): Promise<string> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name }).click()
  const download = await coming
  const file = join(phone.profile, download.suggestedFilename())
  await download.saveAs(file)
  return file
}
