/**
 * A phone with the app on it: real Chromium with a profile of its own, service worker on. Every test that uses it
 * fails on a console error, an uncaught error, and any request that leaves the origin.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, test as base, chromium, expect, type Page } from '@playwright/test'
import { Site } from './site.ts'

export const dist = fileURLToPath(new URL('../../dist', import.meta.url))

/** Chromium as root in a closed network: no sandbox, no calls home. */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** With all that stands around the page; the other, where `npm test` found one, is the same engine without. */
const whole = process.env.CHROMIUM ?? '/usr/bin/chromium'

export interface PhoneOptions {
  zone: string
  width: number
  height: number
  /** Whether it takes the whole browser: installing, for one, is no business of the engine. */
  whole?: boolean
}

export class Phone {
  readonly profile = mkdtempSync(join(tmpdir(), 'diary-phone-'))
  readonly faults: string[] = []
  readonly strayed: string[] = []
  #context: BrowserContext | undefined

  constructor(
    readonly site: Pick<Site, 'address'>,
    readonly options: PhoneOptions,
    readonly afterFirstVisit?: string,
  ) {}

  get context(): BrowserContext {
    if (!this.#context) throw new Error('the phone is switched off')
    return this.#context
  }

  async switchOn(): Promise<Page> {
    const { zone, width, height } = this.options
    this.#context = await chromium.launchPersistentContext(this.profile, {
      executablePath: this.options.whole ? whole : (process.env.CHROMIUM_SHELL ?? whole),
      args: flags,
      viewport: { width, height },
      timezoneId: zone,
      locale: 'en-GB',
      acceptDownloads: true,
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    this.#context.setDefaultTimeout(30_000) // Else what waits for a button that isn't there waits for the whole test.
    this.#context.on('request', request => {
      const url = request.url()
      if (!url.startsWith(this.site.address) && !/^(blob|data):/.test(url)) this.strayed.push(url)
    })
    this.#context.on('page', page => this.#watch(page))
    const page = this.#context.pages()[0] ?? (await this.#context.newPage())
    this.#watch(page)
    return page
  }

  #watch(page: Page) {
    page.on('console', message => {
      if (message.type() === 'error') this.faults.push(message.text())
    })
    page.on('pageerror', error => this.faults.push(error.stack ?? error.message))
  }

  /** First visit: waits until everything is kept for offline use. */
  async install(): Promise<Page> {
    const page = await this.switchOn()
    await page.goto(this.site.address)
    await untilKept(page)
    return page
  }

  /** Any other visit: everything is kept already, and nothing was ever written. */
  async open(): Promise<Page> {
    if (!this.afterFirstVisit) throw new Error('this phone was never there before')
    for (const kept of ['Default/Service Worker', 'Default/WebStorage'])
      cpSync(join(this.afterFirstVisit, kept), join(this.profile, kept), { recursive: true })
    return await this.install()
  }

  async switchOff(): Promise<void> {
    await this.#context?.close()
    this.#context = undefined
  }

  async throwAway(): Promise<void> {
    await this.switchOff()
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

const untilKept = (page: Page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (active?.state !== 'activated')
      await new Promise(done => active?.addEventListener('statechange', done))
  })

interface Visited {
  profile: string
  port: number
}

export const test = base.extend<
  { site: Site; phone: Phone; phoneOptions: PhoneOptions },
  { visited: Visited }
>({
  // Once for each worker, at an address that stays: a first visit costs four seconds of a processor, a copy of what it
  // leaves almost nothing. The service worker is asked for from a file that is no page, so that no diary is made.
  visited: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names a fixture wants from this pattern
    async ({}, use) => {
      const site = new Site(dist)
      await site.start()
      const phone = new Phone(site, { zone: 'Europe/London', width: 390, height: 844 })
      const page = await phone.switchOn()
      await page.goto(`${site.address}sw.js`)
      await page.evaluate(async () => {
        await navigator.serviceWorker.register('sw.js', { updateViaCache: 'none' })
      })
      await untilKept(page)
      await phone.switchOff()
      await site.stop()
      await use({ profile: phone.profile, port: Number(new URL(site.address).port) })
      await phone.throwAway()
    },
    { scope: 'worker' },
  ],
  phoneOptions: [{ zone: 'Europe/London', width: 390, height: 844 }, { option: true }],
  site: async ({ visited }, use) => {
    const site = new Site(dist, '/', visited.port)
    await site.start()
    await use(site)
    if (site.running) await site.stop() // A test may have switched it off itself.
  },
  phone: async ({ site, phoneOptions, visited }, use) => {
    const phone = new Phone(site, phoneOptions, visited.profile)
    await use(phone)
    await phone.throwAway()
    expect(phone.faults, 'console errors').toEqual([])
    expect(phone.strayed, 'requests that left the origin').toEqual([])
  },
})

export { expect }

/** As on iOS: from here on the connection answers nothing, and only a page loaded anew gets another. */
export const cutOffStorage = (page: Page): Promise<void> =>
  page.evaluate(() => {
    IDBTransaction.prototype.objectStore = () => {
      throw new DOMException(
        'Connection to Indexed Database server lost. Refresh the page to try again',
        'UnknownError',
      )
    }
  })

/** The text of a PDF as poppler reads it, in reading order. */
export const textOf = (pdf: string): string =>
  execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })

export const rawTextOf = (pdf: string): string => execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' })

/** NFC, white space folded: what no PDF reader keeps as it was. */
export const folded = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

export const bytesOf = (path: string): Buffer => readFileSync(path)
