// node tests/bench/save.mjs: what a save costs, from the call to "saved", beside one raw strict put of the same bytes.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumFlags, chromiumPath, site } from '../harness/site.mjs'

const median = numbers => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN

const { url, close } = await site('bench/save-page.ts')
const profile = mkdtempSync(join(tmpdir(), 'diary-bench-'))
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: chromiumPath,
  args: chromiumFlags,
})
const page = await browser.newPage()
await page.goto(url)
await page.waitForFunction(() => 'measure' in window)
const { raw, save, bytes } = await page.evaluate(() => window.measure(200))
await browser.close()
close()
rmSync(profile, { recursive: true, force: true })

const [least, ours] = [median(raw), median(save)]
console.log(
  `${bytes} bytes, median of 200: raw strict put ${least.toFixed(2)} ms, save with read-back ${ours.toFixed(2)} ms, ${(ours / least).toFixed(2)} times`,
)
