/** The clock that the browser brings (Temporal) and the one that it always had (Intl) say the same. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { buildPage } from '../harness/site.mjs'
import { expect, Phone } from './phone.ts'
import { Site } from './site.ts'

base('Temporal and Intl agree on every offset, through clock changes and a day that never was', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'diary-time-'))
  await buildPage('e2e/time-page.ts', folder)
  const site = new Site(folder)
  await site.start()
  const phone = new Phone(site, { zone: 'Europe/London', width: 390, height: 844 })
  const page = await phone.switchOn()
  await page.goto(site.address)
  await page.waitForFunction(() => 'differing' in window)
  const { differing, hasTemporal } = await page.evaluate(() => {
    const made = window as unknown as { differing: () => string[]; hasTemporal: boolean }
    return { differing: made.differing(), hasTemporal: made.hasTemporal }
  })
  expect(hasTemporal).toBe(true)
  expect(differing).toEqual([])
  await phone.throwAway()
  await site.stop()
  rmSync(folder, { recursive: true })
})
