/**
 * Written, backed up, erased, restored: the same canonical dump, and the same file made from it again. In real Chromium
 * with the app's own workers. `LONG=1` takes 10,000 incidents too.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPage } from '../harness/site.mjs'
import { expect, test } from './phone.ts'

interface Look {
  canonical: string
  file: string
  counts: { incident: number }
  code: string
}
type RoundTrip = (
  incidents: number,
) => Promise<{ before: Look; emptied: Look['counts']; after: Look; findings: unknown[] }>

for (const incidents of process.env.LONG ? [1, 300, 10_000] : [1, 300]) {
  test(`${incidents} incidents come back as they were`, async ({ site, phone }) => {
    test.setTimeout(600_000)
    const folder = mkdtempSync(join(tmpdir(), 'diary-round-'))
    await buildPage('backup/round-trip-page.ts', folder)
    site.root = folder
    const page = await phone.switchOn()
    await page.goto(site.address)
    await page.waitForFunction(() => 'roundTrip' in window)
    const { before, emptied, after, findings } = await page.evaluate(
      count => (window as unknown as { roundTrip: RoundTrip }).roundTrip(count),
      incidents,
    )
    rmSync(folder, { recursive: true })
    expect(before.counts.incident).toBe(incidents)
    expect(emptied.incident).toBe(0)
    expect(after).toEqual(before)
    expect(findings).toEqual([])
    // The page of this test has no icon.
    phone.faults.length = 0
  })
}
