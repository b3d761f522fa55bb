// node tests/bench/backup.mjs [incidents] [times]: a backup, read, locked, opened again and compared, beside bare age
// encrypting the same bytes with the same work for the passphrase. In turns, so that a busy machine is busy for both.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumFlags, chromiumPath, site } from '../harness/site.mjs'

const [incidents = '10000', times = '7'] = process.argv.slice(2)
const median = numbers => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN

const { url, close } = await site('bench/backup-page.ts')
const profile = mkdtempSync(join(tmpdir(), 'diary-bench-'))
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: chromiumPath,
  args: chromiumFlags,
})
const page = await browser.newPage()
await page.goto(url)
await page.waitForFunction(() => 'measure' in window)
const { age, backup, bytes, frozen } = await page.evaluate(
  ([count, rounds]) => window.measure(count, rounds),
  [Number(incidents), Number(times)],
)
await browser.close()
close()
rmSync(profile, { recursive: true, force: true })

const ratios = backup.map((one, i) => one / age[i])
const seconds = number => (number / 1000).toFixed(2)
console.log(
  `${incidents} incidents, ${bytes} bytes, median of ${times}: bare age ${seconds(median(age))} s, backup checked ${seconds(median(backup))} s, ${median(ratios).toFixed(2)} times (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}); the page never waited longer than ${Math.round(frozen)} ms`,
)
