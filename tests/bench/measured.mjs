// A bench that is a page: built, opened in real Chromium with a profile of its own, and asked for what it measures.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumFlags, chromiumPath, site } from '../harness/site.mjs'

export const median = numbers => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN

/** @param entry the page, a file under tests/ that sets `window.measure`; what follows is what that is given */
export async function measured(entry, ...given) {
  const { url, close } = await site(entry)
  const profile = mkdtempSync(join(tmpdir(), 'diary-bench-'))
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    args: chromiumFlags,
  })
  try {
    const page = await browser.newPage()
    await page.goto(url)
    await page.waitForFunction(() => 'measure' in window)
    return await page.evaluate(args => window.measure(...args), given)
  } finally {
    await browser.close()
    close()
    rmSync(profile, { recursive: true, force: true })
  }
}
