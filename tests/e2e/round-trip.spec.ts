/**
 * Written, backed up, erased, restored: the same canonical dump, and the same file made from it again. In real Chromium
 * with the app's own workers. `LONG=1` takes 10,000 incidents too.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPage } from '../harness/site.mjs'
import { expect, type Phone, test } from './phone.ts'

interface Look {
  canonical: string
  file: string
  counts: { incident: number }
  code: string
}
type RoundTrip = (
  incidents: number,
) => Promise<{ before: Look; emptied: Look['counts']; after: Look; findings: unknown[] }>

type DamagedBefore = (incidents: number) => Promise<(number | 'locked')[]>
type SaidTooBig = (incidents: number) => Promise<boolean[]>

const folder = mkdtempSync(join(tmpdir(), 'diary-round-'))
test.beforeAll(() => buildPage('backup/round-trip-page.ts', folder))
test.afterAll(() => rmSync(folder, { recursive: true }))

async function open(site: { root: string; address: string }, phone: Phone) {
  site.root = folder
  const page = await phone.switchOn()
  await page.goto(site.address)
  await page.waitForFunction(() => 'roundTrip' in window)
  return page
}

// The page of these tests has no icon.
test.afterEach(({ phone }) => {
  phone.faults.length = 0
})

for (const incidents of process.env.LONG ? [1, 300, 10_000] : [1, 300]) {
  test(`${incidents} incidents come back as they were`, async ({ site, phone }) => {
    test.setTimeout(600_000)
    const page = await open(site, phone)
    const { before, emptied, after, findings } = await page.evaluate(
      count => (window as unknown as { roundTrip: RoundTrip }).roundTrip(count),
      incidents,
    )
    expect(before.counts.incident).toBe(incidents)
    expect(emptied.incident).toBe(0)
    expect(after).toEqual(before)
    expect(findings).toEqual([])
  })
}

test('a diary that took in a damaged version is backed up so that it can be restored', async ({
  site,
  phone,
}) => {
  const page = await open(site, phone)
  const found = await page.evaluate(() =>
    (window as unknown as { damagedBefore: DamagedBefore }).damagedBefore(120),
  )
  expect(found).toEqual([1, 1, 1])
})

test('a backup larger than a restore takes says so when it is made', async ({ site, phone }) => {
  const page = await open(site, phone)
  const said = await page.evaluate(() => (window as unknown as { saidTooBig: SaidTooBig }).saidTooBig(3))
  expect(said).toEqual([false, true, true, false, true, true])
})
