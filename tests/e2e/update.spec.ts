/** Two builds served one after the other: nothing changes unasked, nothing typed is lost, and half a version never runs. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { violations } from './axe.ts'
import { dist, expect, Phone, test } from './phone.ts'
import { Site } from './site.ts'

// The second version is built once.
test.describe.configure({ mode: 'default' })

const root = fileURLToPath(new URL('../..', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'diary-versions-'))
const next = join(work, 'next')
/** As `next`, but its worker says that it keeps the diary in a new way. */
const nextTables = join(work, 'next-tables')

test.beforeAll(() => {
  const { status, stderr } = spawnSync(
    'npx',
    ['--no-install', 'vite', 'build', '--outDir', next, '--emptyOutDir', '--logLevel', 'error'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, DIARY_VERSION: '99.0.0' } },
  )
  expect(status, stderr).toBe(0)
  cpSync(next, nextTables, { recursive: true })
  const worker = readFileSync(join(next, 'sw.js'), 'utf8')
  const saysVersion = /(\.postMessage\()(\d+)(\))/
  expect(worker.match(saysVersion)).not.toBeNull()
  writeFileSync(join(nextTables, 'sw.js'), worker.replace(saysVersion, '$1999$3'))
})
test.afterAll(() => rmSync(work, { recursive: true, force: true }))

const line = (page: Page) => page.getByRole('button', { name: 'A new version is ready' })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'A new version is ready' })

/** What somebody does who comes back to the window: the app looks for a newer version. */
const comeBack = (page: Page) => page.evaluate(() => dispatchEvent(new Event('focus')))

/** The script that this window runs; each version has another. */
const running = (page: Page) =>
  page.evaluate(() =>
    document.querySelector<HTMLScriptElement>('script[src*="/index-"]')?.src.replace(/.*\//, ''),
  )
const scriptOf = (folder: string) =>
  /assets\/(index-[\w-]+\.js)/.exec(readFileSync(join(folder, 'index.html'), 'utf8'))?.[1]
const runs = (page: Page, folder: string) =>
  expect.poll(() => running(page).catch(() => 'loading')).toBe(scriptOf(folder))

const words = (page: Page) => page.getByLabel('What happened?')

/** A second window of the same phone, in the middle of an entry that is not saved. */
async function windowWithDraft(phone: Phone, text: string): Promise<Page> {
  const other = await phone.context.newPage()
  await other.goto(`${phone.site.address}#/log`)
  await words(other).fill(text)
  return other
}

test('the two builds are two', () => {
  expect(scriptOf(next)).not.toBe(scriptOf(dist))
})

for (const path of ['/', '/some/path/']) {
  test.describe(`under ${path}`, () => {
    let site: Site
    let phone: Phone
    test.beforeEach(async ({ phoneOptions }) => {
      site = new Site(dist, path)
      await site.start()
      phone = new Phone(site, phoneOptions)
    })
    test.afterEach(async () => {
      await phone.throwAway()
      if (site.running) await site.stop()
      expect(phone.faults, 'console errors').toEqual([])
      expect(phone.strayed, 'requests that left the origin').toEqual([])
    })

    test('a new version is offered, names the draft in the other window, and carries it over with no network', async () => {
      const page = await phone.install()
      const other = await windowWithDraft(phone, 'Half a sentence')
      site.root = next
      await comeBack(page)
      await line(page).click()
      await expect(dialog(page)).toContainText('These words are not saved yet')
      await expect(dialog(page).getByRole('listitem')).toHaveText([/^An incident: .*, in another window$/])
      await expect(dialog(page)).not.toContainText('backup')
      await runs(page, dist)
      await runs(other, dist)

      await dialog(page).getByRole('button', { name: 'Later' }).click()
      await expect(dialog(page)).toBeHidden()
      await expect(line(page)).toBeVisible()
      await words(other).fill('Half a sentence, and more')

      await line(page).click()
      await site.stop()
      await dialog(page).getByRole('button', { name: 'Use it now' }).click()
      await runs(page, next)
      await runs(other, next)
      await expect(words(other)).toHaveValue('Half a sentence, and more')
      await expect(line(page)).toBeHidden()

      await other.getByRole('button', { name: 'Save' }).click()
      await expect(other.getByRole('link', { name: /Half a sentence, and more/ })).toBeVisible()
      await expect(page.getByRole('link', { name: /Half a sentence, and more/ })).toBeVisible()
      await page.getByRole('button', { name: 'Settings' }).click()
      await expect(page.getByText('Version 99.0.0')).toBeVisible()
    })

    test('an update that cannot be had whole leaves the old version whole, and comes when it can', async () => {
      const page = await phone.install()
      const before = readdirSync(join(dist, 'assets'))
      const added = readdirSync(join(next, 'assets')).filter(name => !before.includes(name))
      // A screen's file: the page itself would come, and the gap be seen only when somebody goes there.
      const lost = added.find(name => name !== scriptOf(next)) ?? ''
      expect(lost).not.toBe('')
      for (const instead of [undefined, 'index.html']) {
        site.root = next
        site.insteadOfMissing = instead
        site.missing.add(`assets/${lost}`)
        await page.evaluate(async () => {
          const registration = await navigator.serviceWorker.ready
          const failed = new Promise<void>(done =>
            registration.addEventListener(
              'updatefound',
              () => {
                const { installing } = registration
                installing?.addEventListener('statechange', () => installing.state === 'redundant' && done())
              },
              { once: true },
            ),
          )
          await registration.update()
          await failed
        })
        await expect(line(page)).toBeHidden()
        await site.stop()
        await page.reload()
        await runs(page, dist)
        await page.getByRole('link', { name: 'Patterns' }).click()
        await expect(page.getByRole('heading', { name: 'Patterns', level: 1 })).toBeVisible()
        await page.getByRole('link', { name: 'Diary' }).click()
        await site.start()
      }
      site.missing.clear()
      await comeBack(page)
      await line(page).click()
      await dialog(page).getByRole('button', { name: 'Use it now' }).click()
      await runs(page, next)
    })
  })
}

test('a window with a question open keeps its version and its screens until it is answered, and both save', async ({
  phone,
  site,
}) => {
  const page = await phone.install()
  const other = await phone.context.newPage()
  await other.goto(`${site.address}#/settings`)
  await other.getByRole('button', { name: 'Erase everything' }).click()
  await expect(other.getByRole('dialog')).toBeVisible()
  site.root = next
  await comeBack(page)
  await line(page).click()
  await dialog(page).getByRole('button', { name: 'Use it now' }).click()
  await runs(page, next)
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('link', { name: /Smell like cannabis/ })).toBeVisible()

  await runs(other, dist)
  const screen = readdirSync(join(dist, 'assets')).find(name => /^Patterns-.*\.js$/.test(name)) ?? ''
  await site.stop()
  // A screen of the old version that this window never showed, and that the host no longer has.
  expect(
    await other.evaluate(
      async file => typeof (await import(file)).default,
      `${site.address}assets/${screen}`,
    ),
  ).toBe('function')
  await expect(other.getByRole('dialog')).toBeVisible()
  await other.keyboard.press('Escape')
  await runs(other, next)
})

test('words that are kept nowhere hold their window back, and say so before anything changes', async ({
  phone,
  site,
}) => {
  const page = await phone.install()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  // No room for a draft.
  await page.evaluate(() => {
    for (let size = 2 ** 22; size > 0; size = Math.floor(size / 2)) {
      try {
        for (let i = 0; ; i++) localStorage.setItem(`full.${size}.${i}`, 'x'.repeat(size))
      } catch {}
    }
  })
  await words(page).fill('Kept nowhere')
  await expect(page.locator('[data-unkept]')).toBeVisible()
  const other = await phone.context.newPage()
  await other.goto(site.address)
  site.root = next
  await comeBack(page)
  await line(page).click()
  await expect(dialog(page)).toContainText('Save them first')
  await expect(dialog(page).getByRole('button', { name: 'Use it now' })).toBeDisabled()
  await dialog(page).getByRole('button', { name: 'Later' }).click()
  await line(other).click()
  await dialog(other).getByRole('button', { name: 'Use it now' }).click()
  await runs(other, next)
  await runs(page, dist)
  await expect(words(page)).toHaveValue('Kept nowhere')
  await page.getByRole('button', { name: 'Save' }).click()
  await runs(page, next)
  await expect(page.getByRole('link', { name: /Kept nowhere/ })).toBeVisible()
})

test('a backup and a restore hold their windows back until they are done', async ({ phone, site }) => {
  const page = await phone.install()
  const [restoring, backingUp] = [await phone.context.newPage(), await phone.context.newPage()]
  await page.goto(`${site.address}#/backup`)
  const button = 'Make a file anybody can read'
  await page.getByRole('button', { name: button }).click()
  await page.getByRole('dialog').getByRole('button', { name: button }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the backup' }).click()
  const file = await (await coming).path()
  await page.getByRole('link', { name: 'Diary' }).click()
  await restoring.goto(`${site.address}#/backup/restore`)
  await restoring.getByLabel(/^Choose/).setInputFiles(file)
  const inside = restoring.getByRole('heading', { name: 'This is inside' })
  await expect(inside).toBeVisible()
  await backingUp.goto(`${site.address}#/backup`)
  await backingUp.getByLabel('Passphrase', { exact: true }).fill('amber kettle sunday ladder')
  await backingUp.getByLabel('Passphrase again').fill('amber kettle sunday ladder')

  site.root = next
  await comeBack(page)
  await line(restoring).click()
  await expect(dialog(restoring)).toContainText('Finish it first')
  await expect(dialog(restoring).getByRole('button', { name: 'Use it now' })).toBeDisabled()
  await dialog(restoring).getByRole('button', { name: 'Later' }).click()
  await line(page).click()
  await backingUp.getByRole('button', { name: 'Back up' }).click()
  await dialog(page).getByRole('button', { name: 'Use it now' }).click()
  await runs(page, next)

  await expect(backingUp.getByRole('heading', { name: 'Your backup is ready' })).toBeVisible()
  const saved = backingUp.waitForEvent('download')
  await backingUp.getByRole('button', { name: 'Save the backup' }).click()
  await saved
  await runs(backingUp, dist)
  await runs(restoring, dist)
  await backingUp.getByRole('button', { name: 'Yes, it is there' }).click()
  await runs(backingUp, next)
  await expect(inside).toBeVisible()
  await restoring.getByRole('link', { name: 'Diary' }).click()
  await runs(restoring, next)
})

test('before a version that keeps the diary in a new way a backup is offered', async ({ phone, site }) => {
  const page = await phone.install()
  site.root = nextTables
  await comeBack(page)
  await line(page).click()
  await expect(dialog(page)).toContainText('good to have a backup first')
  await expect(dialog(page)).toContainText('You have no backup yet')
  expect(await violations(page)).toEqual([])
  await dialog(page).getByRole('link', { name: 'Back up' }).click()
  await expect(page.getByRole('heading', { name: 'Back up', level: 1 })).toBeVisible()
  await expect(dialog(page)).toBeHidden()
  await expect(line(page)).toBeVisible()
})

test('what is not the app’s own comes from the host: what lies beside it, and what is missing', async ({
  phone,
  site,
}) => {
  const beside = join(work, 'beside')
  cpSync(dist, beside, { recursive: true })
  writeFileSync(join(beside, 'about.html'), '<!doctype html><title>About</title><p>About the flats</p>')
  site.root = beside
  const page = await phone.install()
  const home = await page.goto(`${site.address}?from=somewhere#/settings`)
  expect(home?.fromServiceWorker()).toBe(true)
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  const about = await page.goto(`${site.address}about.html`)
  expect([about?.status(), about?.fromServiceWorker()]).toEqual([200, false])
  await expect(page.locator('body')).toHaveText('About the flats')
  for (const name of ['pictures/none.png', 'settings', 'assets/gone-12345678.js']) {
    const missing = await page.goto(site.address + name)
    expect(missing?.status(), name).toBe(404)
    await expect(page.locator('body')).toHaveText('not here')
  }
  // The browser itself says so of what is missing.
  expect(phone.faults.splice(0).filter(fault => !fault.includes('404'))).toEqual([])
})

test('the kill switch drops what was kept and leaves the diary, and a later version finds it', async ({
  phone,
  site,
}) => {
  const page = await phone.install()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await words(page).fill('Before the kill switch')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('link', { name: /Before the kill switch/ })).toBeVisible()
  const other = await windowWithDraft(phone, 'Not saved')
  // Of another app on the same origin.
  await page.evaluate(() => caches.open('somebody-else'))

  const killed = join(work, 'killed')
  cpSync(dist, killed, { recursive: true })
  cpSync(join(root, 'docs/hosting/kill-switch/sw.js'), join(killed, 'sw.js'))
  site.root = killed
  await comeBack(page)
  const kept = () => page.evaluate(() => caches.keys()).catch(() => 'loading')
  await expect.poll(kept).toEqual(['somebody-else'])
  await expect(words(other)).toHaveValue('Not saved')
  expect((await page.reload())?.fromServiceWorker()).toBe(false)
  await expect(page.getByRole('link', { name: /Before the kill switch/ })).toBeVisible()
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByText('It still needs the internet to open')).toBeVisible()

  site.root = next
  await page.reload()
  await line(page).click()
  await dialog(page).getByRole('button', { name: 'Use it now' }).click()
  await runs(page, next)
  await runs(other, next)
  await expect(page.getByText('It is on this phone and opens with no internet')).toBeVisible()
  await expect(words(other)).toHaveValue('Not saved')
  // The other window asked for the line of its own version, of which nothing was kept and nothing is left on the host.
  expect(phone.faults.splice(0).filter(fault => !fault.includes('404'))).toEqual([])
  await site.stop()
  await page.goto(site.address)
  await expect(page.getByRole('link', { name: /Before the kill switch/ })).toBeVisible()
})
