/** A diary of years: the list goes on as one scrolls, and is where it was when one comes back from an entry. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPage } from '../harness/site.mjs'
import { test as base, dist, expect, Phone } from './phone.ts'
import { Site } from './site.ts'

/** A phone whose diary was filled before the app was ever opened there, by a page of the bench at the same address. */
const test = base.extend<{ filled: Phone }>({
  filled: async ({ phoneOptions }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'diary-filled-'))
    await buildPage('bench/page.ts', folder)
    const site = new Site(folder)
    await site.start()
    const phone = new Phone(site, phoneOptions)
    const page = await phone.switchOn()
    await page.goto(site.address)
    await page.waitForFunction(() => 'fill' in window)
    await page.evaluate(() => (window as unknown as { fill: (count: number) => Promise<void> }).fill(400))
    site.root = dist
    // The page of the bench has no icon.
    phone.faults.length = 0
    await use(phone)
    await phone.throwAway()
    await site.stop()
    rmSync(folder, { recursive: true })
    expect(phone.faults).toEqual([])
  },
})

test('scrolled down, opened, and back: the same place, the focus on the line that was opened', async ({
  filled,
}) => {
  const [page] = filled.context.pages()
  if (!page) throw new Error('no page')
  await page.goto(filled.site.address)
  const lines = page.locator('a.entry')
  await expect(lines.first()).toBeVisible()
  expect(await lines.count()).toBeLessThan(60)
  const numbers = () =>
    lines.evaluateAll(all =>
      all.map(line => Number(line.querySelector('.entry-number')?.textContent?.replace(/\D/g, ''))),
    )
  await page.mouse.move(200, 400)
  await expect(async () => {
    await page.mouse.wheel(0, 3000)
    expect(Math.min(...(await numbers()))).toBeLessThan(150)
  }).toPass()
  const shown = await numbers()
  expect(new Set(shown).size).toBe(shown.length)

  // By its address: what is far away is taken down meanwhile, and then the lines before it are fewer.
  const href = await lines.nth(-10).getAttribute('href')
  const line = page.locator(`a.entry[href="${href}"]`)
  await line.scrollIntoViewIfNeeded()
  // A fling goes on for a while, and what it comes upon is drawn.
  let top = Number.NaN
  await expect(async () => {
    const before = top
    top = await line.evaluate(one => one.getBoundingClientRect().top)
    expect(top).toBe(before)
  }).toPass({ intervals: [400] })
  const before = await line.evaluate(one => {
    const { top } = one.getBoundingClientRect()
    ;(one as HTMLElement).click()
    return top
  })
  await expect(page.getByRole('button', { name: 'Add or correct details' })).toBeVisible()
  await page.goBack()
  await expect(line).toBeFocused()
  // What comes late above it moves it for no longer than the browser takes to notice.
  const moved = () => line.evaluate((one, was) => one.getBoundingClientRect().top - was, before)
  await expect.poll(async () => Math.abs(await moved())).toBeLessThan(4)
  // What is far from there is not drawn again.
  expect(await lines.count()).toBeLessThan(150)

  await expect(async () => {
    await page.mouse.wheel(0, 5000)
    expect(await page.getByText('No. 1', { exact: true }).count()).toBe(1)
  }).toPass()
  // What is far away was taken down again, and comes back.
  const held = (await numbers()).length
  expect(held).toBeLessThan(300)
  const tall = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.evaluate(() => scrollTo(0, 4000))
  await expect.poll(async () => (await numbers())[20] ?? 0).toBeGreaterThan(300)
  const now = await page.evaluate(() => document.documentElement.scrollHeight)
  expect(Math.abs(now - tall)).toBeLessThan(100)
})

test('the ring around a line that has the focus is whole, wherever in the list it is', async ({ filled }) => {
  const [page] = filled.context.pages()
  if (!page) throw new Error('no page')
  await page.goto(filled.site.address)
  for (const place of ['.days > .day', '.part .day li:nth-child(-n + 4)', '.part .day li:nth-child(n + 5)']) {
    const some = page.locator(`${place} a.entry`).first()
    await page.mouse.move(200, 400)
    await expect(async () => {
      await page.mouse.wheel(0, 400)
      await expect(some).toBeAttached({ timeout: 100 })
    }).toPass()
    // By its address: another may be the first of them in a moment.
    const line = page.locator(`a.entry[href="${await some.getAttribute('href')}"]`)
    await line.scrollIntoViewIfNeeded()
    /** The four edges around the line, 4 px outwards of it. */
    const edges = async () => {
      const { x, y, width, height } = (await line.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
      const clips = [
        { x: x - 4, y: y + 8, width: 3, height: height - 16 },
        { x: x + width + 1, y: y + 8, width: 3, height: height - 16 },
        { x: x + 8, y: y - 4, width: width - 16, height: 3 },
        { x: x + 8, y: y + height + 1, width: width - 16, height: 3 },
      ]
      const pictures = []
      for (const clip of clips) pictures.push((await page.screenshot({ clip })).toString('base64'))
      return pictures
    }
    // By keyboard, as only that draws a ring.
    await line.focus()
    await page.keyboard.press('Tab')
    const without = await edges()
    await page.keyboard.press('Shift+Tab')
    await expect(line).toBeFocused()
    const ringed = await edges()
    for (const [edge, picture] of ringed.entries())
      expect(picture, `${place}, edge ${edge}`).not.toBe(without[edge])
  }
})
