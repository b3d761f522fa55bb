/** A backup is locked by the browser's own cipher, and opened again before it is handed over: what it must open, and what not. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPage } from '../harness/site.mjs'
import { expect, test } from './phone.ts'

type OpenThem = (lengths: number[]) => Promise<{
  natively: boolean
  back: number[]
  forth: number[]
  own: boolean
  found: Record<string, boolean>
}>

test('the library and the browser’s own cipher open what the other locked, and not where a bit of it is changed', async ({
  site,
  phone,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'diary-natively-'))
  await buildPage('backup/natively-page.ts', folder)
  site.root = folder
  const page = await phone.switchOn()
  await page.goto(site.address)
  await page.waitForFunction(() => 'openThem' in window)
  const full = 64 * 1024
  const lengths = [0, 1, full - 1, full, full + 1, 2 * full, 3 * full + 100]
  const { natively, back, forth, own, found } = await page.evaluate(
    given => (window as unknown as { openThem: OpenThem }).openThem(given),
    lengths,
  )
  rmSync(folder, { recursive: true })
  expect(natively, 'this Chromium has the cipher').toBe(true)
  expect(back).toEqual(lengths)
  expect(forth).toEqual(lengths)
  expect(own).toBe(true)
  expect(Object.keys(found).filter(name => !found[name])).toEqual([])
  expect(Object.keys(found).length).toBeGreaterThan(15)
  // The page of this test has no icon.
  phone.faults.length = 0
})
