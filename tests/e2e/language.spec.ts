/**
 * Ready for another language: the app is built once more in a mirrored one made up for this test, beside the English
 * one on the same diary. Every sentence on every screen is in it, it runs from right to left, and axe finds nothing.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { violations } from './axe.ts'
import { expect, Phone, test } from './phone.ts'
import { fill, fullScreens, open } from './screens.ts'
import { Site } from './site.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Words on the screen that did not come from src/text in the language of the build. */
const strangers = (page: Page, own: string[]) =>
  page.evaluate(own => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.textContent ?? ''
      const inside = node.parentElement
      // What the landlord reads stays English, as do addresses and what somebody wrote.
      if (!inside || inside.closest('script, style, [lang]:not(html), bdi, .paper')) continue
      if (!/\p{Script=Latin}{2}/u.test(words) || own.some(one => words.includes(one))) continue
      if (/^[\w.-]+@|^[\w-]+(\.[\w-]+)+(\/|$)/.test(words)) continue
      if (!words.includes('⟦') && !words.includes('⟧')) found.push(words)
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const words = element.getAttribute(name)
        if (words && /\p{Script=Latin}{2}/u.test(words) && !words.includes('⟦'))
          found.push(`${name}: ${words}`)
      }
    return [...new Set(found)]
  }, own)

test('in a mirrored language every sentence is translated, nothing scrolls sideways, axe finds nothing', async ({
  phoneOptions,
}) => {
  test.setTimeout(180_000)
  const folder = mkdtempSync(join(tmpdir(), 'diary-mirror-'))
  cpSync(join(root, 'dist'), folder, { recursive: true })
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/vite/bin/vite.js'),
      'build',
      '--outDir',
      join(folder, 'mirror'),
      '--logLevel',
      'error',
    ],
    { cwd: root, env: { ...process.env, LANGUAGE: 'mirror' } },
  )
  const site = new Site(folder)
  await site.start()
  const phone = new Phone(site, { ...phoneOptions, width: 320, height: 568 })
  try {
    const page = await phone.install()
    const ids = await fill(page)
    const address = `${site.address}mirror/`
    // Its own worker takes over from the English one, which loads the page once more.
    await page.goto(address)
    await page.waitForFunction(() => {
      const [how] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      return how?.type === 'reload' && navigator.serviceWorker.controller?.scriptURL.includes('/mirror/')
    })
    const found: Record<string, string[]> = {}
    for (const [name, place] of fullScreens(ids)) {
      await open(page, address, place)
      expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl')
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      found[name] = [
        ...(sideways > 0 ? [`scrolls sideways by ${sideways} px`] : []),
        ...(await strangers(page, ['A strong smell', 'Stairs, 2nd', '5226021255'])),
        ...(await violations(page)),
      ]
      if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/${name}.png`, fullPage: true })
    }
    expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([])
    expect(phone.faults).toEqual([])
  } finally {
    await phone.throwAway()
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
