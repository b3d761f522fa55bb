/**
 * Hostile files on the real screen: each ends in its sentence, the diary stays byte for byte, the page lives.
 * `HOSTILE=1 npx playwright test …/hostile.spec.ts` takes the large ones too, and says what each cost.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { refused } from '../../src/text/backup.ts'
import { bomb, hostile, pdf } from '../backup/hostile-files.ts'
import { expect, type Phone, test } from './phone.ts'

const all = process.env.HOSTILE !== undefined
const folder = mkdtempSync(join(tmpdir(), 'diary-hostile-'))
test.afterAll(() => rmSync(folder, { recursive: true }))

/** Everything that is kept, as one hash. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => failed(request.error)
      })
    const db = await ask(indexedDB.open('doorstep-diary'))
    const rows: unknown[] = [{ ...localStorage }]
    for (const name of db.objectStoreNames)
      rows.push(await ask(db.transaction(name).objectStore(name).getAll()))
    db.close()
    const plain = JSON.stringify(rows, (_, value) => (value instanceof Uint8Array ? [...value] : value))
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(plain))
    return [...new Uint8Array(hash)].join()
  })

/** The page notes how long it could not answer. */
const watchFreezes = (page: Page) =>
  page.evaluate(() => {
    let last = performance.now()
    const noted = { longest: 0 }
    setInterval(() => {
      noted.longest = Math.max(noted.longest, performance.now() - last - 20)
      last = performance.now()
    }, 20)
    Object.assign(window, { noted })
  })
const longestFreeze = (page: Page) =>
  page.evaluate(() => {
    const { noted } = window as unknown as { noted: { longest: number } }
    const { longest } = noted
    noted.longest = 0
    return Math.round(longest)
  })

/** The processes that draw this phone's pages and run its workers, by /proc. */
function renderers({ profile }: Phone): string[] {
  return readdirSync('/proc').filter(pid => {
    if (!/^\d+$/.test(pid)) return false
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'latin1')
      return command.includes('--type=renderer') && command.includes(profile)
    } catch {
      return false // It ended meanwhile.
    }
  })
}
/** Their largest resident memory so far, in MB. */
const memory = (phone: Phone, which: 'VmHWM' | 'VmRSS') =>
  renderers(phone).reduce((sum, pid) => {
    const line = new RegExp(`${which}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'latin1'))
    return sum + Number(line?.[1] ?? 0) / 1024
  }, 0)
const forgetPeak = (phone: Phone) => {
  for (const pid of renderers(phone)) writeFileSync(`/proc/${pid}/clear_refs`, '5')
}

async function aPageWithADiary(phone: Phone): Promise<Page> {
  const page = await phone.open()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByLabel('What happened?').fill('A smell before all this')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('link', { name: 'A smell before all this' })).toBeVisible()
  await page.goto(`${phone.site.address}#/backup/restore`)
  await watchFreezes(page)
  return page
}

async function open(page: Page, name: string, bytes: Uint8Array, typed?: string): Promise<string> {
  const file = join(folder, name.replace(/\W+/g, '-'))
  writeFileSync(file, bytes)
  await page.getByLabel(/^Choose/).setInputFiles(file)
  if (typed !== undefined) {
    await page.getByLabel('Passphrase', { exact: true }).fill(typed)
    await page.getByRole('button', { name: 'Open', exact: true }).click()
  }
  const main = page.locator('main')
  await expect(main.getByRole('progressbar')).toBeHidden({ timeout: 120_000 })
  rmSync(file)
  return main.innerText()
}

test('each ends in one sentence, and nothing of the diary changes', async ({ phone }) => {
  test.setTimeout(600_000)
  const page = await aPageWithADiary(phone)
  const before = await kept(page)
  const figures: string[] = []
  for (const { name, bytes, ends, typed } of hostile) {
    if (!all && bytes.length > 5_000_000) continue
    const settled = memory(phone, 'VmRSS')
    forgetPeak(phone)
    const said = await open(page, name, bytes, typed)
    const peak = Math.round(memory(phone, 'VmHWM') - settled)
    figures.push(`${name}: ${peak} MB, ${await longestFreeze(page)} ms without an answer`)
    expect(said, name).toContain(ends === 'opened' ? 'This is inside' : refused[ends])
    if (ends !== 'opened' && ends !== 'passphrase') expect(said, name).toContain('Your diary is as it was.')
  }
  expect(await kept(page)).toBe(before)
  expect(await page.title()).not.toContain('taken')
  await page.getByRole('link', { name: 'Diary', exact: true }).click()
  await expect(page.getByRole('link', { name: 'A smell before all this' })).toBeVisible()
  if (all) process.stdout.write(`${figures.join('\n')}\n`)
})

test('a PDF that holds a gigabyte gets no room for it, and the page goes on', async ({ phone }) => {
  const page = await aPageWithADiary(phone)
  const before = await kept(page)
  const settled = memory(phone, 'VmRSS')
  forgetPeak(phone)
  const said = await open(
    page,
    'bomb',
    pdf({ name: 'diary-backup.json', stream: bomb(), filter: 'FlateDecode' }),
  )
  const peak = Math.round(memory(phone, 'VmHWM') - settled)
  if (all)
    process.stdout.write(
      `a gigabyte in a PDF: ${peak} MB, ${await longestFreeze(page)} ms without an answer\n`,
    )
  expect(said).toContain(refused.tooBig)
  expect(peak).toBeLessThan(600)
  expect(await kept(page)).toBe(before)
  await page.getByRole('link', { name: 'Diary', exact: true }).click()
  await expect(page.getByRole('link', { name: 'A smell before all this' })).toBeVisible()
})
