/** Chromium, driven by Playwright. */
import { existsSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium as driver, type Locator, type Page } from '@playwright/test'
import { flags } from '../e2e/phone.ts'
import { contains, type Engine, type Hand, type Name, noteFaults, patience, until } from './hand.ts'
import { savedIn } from './wire.ts'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'

export const chromium: Engine = {
  name: 'Chromium',
  installed: existsSync(executablePath),
  keepsData: true,
  async open(address, folder, proxy) {
    const profile = mkdtempSync(join(tmpdir(), 'diary-chromium-'))
    let context: BrowserContext
    let page: Page
    let killed = false
    const home = async (place = '') => {
      await page.goto(`${address}#/${place}`)
      await page.evaluate(noteFaults)
    }
    const start = async () => {
      context = await driver.launchPersistentContext(profile, {
        executablePath,
        args: [
          ...flags,
          ...(proxy ? [`--proxy-server=127.0.0.1:${proxy}`, '--proxy-bypass-list=<-loopback>'] : []),
        ],
        viewport: { width: 390, height: 844 },
        timezoneId: 'Europe/London',
      })
      context.setDefaultTimeout(patience)
      page = context.pages()[0] ?? (await context.newPage())
      page.on('download', download => void download.saveAs(join(folder, download.suggestedFilename())))
      await home()
    }
    const exact = (name: Name) => ({ exact: typeof name === 'string' })
    const field = (label: Name): Locator => page.getByLabel(label, exact(label)).first()
    const text = () => page.evaluate(() => document.body.innerText)
    await start()
    const hand: Hand = {
      go: home,
      tap: (role, name) =>
        page
          .getByRole(role, { name, ...exact(name) })
          .first()
          .click(),
      type: (label, words) => field(label).fill(words),
      give: (label, path) => field(label).setInputFiles(path),
      async see(words) {
        await until(`the words ${words}`, async () => contains(words, await text()) || undefined)
      },
      async seeNo(words) {
        await until(`no words ${words}`, async () => !contains(words, await text()) || undefined)
      },
      text,
      holds: label => field(label).inputValue(),
      async reload() {
        await page.reload()
        await page.evaluate(noteFaults)
      },
      async installed() {
        await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
      },
      saved: ending => savedIn(folder, ending),
      async restart() {
        await context.close()
        await start()
      },
      run: script => page.evaluate(`(() => {${script}})()`),
      noted: async name => String(await hand.run(`return document.documentElement.dataset.${name} ?? ''`)),
      faults: async () => JSON.parse(await hand.noted('faults')),
      async kill() {
        const closed = context.waitForEvent('close')
        // The link names the machine and the process that holds the profile.
        process.kill(Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1)), 'SIGKILL')
        await closed
        killed = true
        return profile
      },
      async close() {
        if (!killed) await context.close()
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
      },
    }
    return hand
  },
}
