/** Lighthouse on a phone's terms. It comes by npx, a version that runs on Node 20, so that nobody else has to install it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { flags } from '../e2e/phone.ts'

const version = '12.8.2'

/** It asks for robots.txt from within the page, which our policy allows nobody (connect-src 'none'): measured with and without. */
const cannotAsk = 'robots-txt'

const Report = v.object({
  categories: v.record(
    v.string(),
    v.object({
      score: v.nullable(v.number()),
      auditRefs: v.array(v.object({ id: v.string(), weight: v.number() })),
    }),
  ),
  audits: v.record(
    v.string(),
    v.object({ score: v.nullable(v.number()), title: v.string(), displayValue: v.optional(v.string(), '') }),
  ),
})

export type Part = 'performance' | 'accessibility' | 'best-practices' | 'seo'

/** Each part's score of 100, and every audit that cost it points. */
export function lighthouse(
  address: string,
  parts: Part[],
  again = true,
): { scores: Record<string, number>; faults: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'diary-lighthouse-'))
  const report = join(folder, 'report.json')
  try {
    const { status, stderr } = spawnSync(
      'npx',
      [
        '--yes',
        `lighthouse@${version}`,
        address,
        `--only-categories=${parts.join(',')}`,
        `--skip-audits=${cannotAsk}`,
        `--chrome-flags=--headless=new ${flags.join(' ')}`,
        '--output=json',
        `--output-path=${report}`,
        '--quiet',
        '--no-enable-error-reporting',
      ],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? '/usr/bin/chromium' },
      },
    )
    // Now and then Chromium's trace has no beginning; Lighthouse itself asks to be run again then.
    if (status !== 0 && again && /NO_NAVSTART/.test(stderr)) return lighthouse(address, parts, false)
    if (status !== 0) throw new Error(`Lighthouse did not run: ${stderr}`)
    return read(v.parse(Report, JSON.parse(readFileSync(report, 'utf8'))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function read({ categories, audits }: v.InferOutput<typeof Report>) {
  const scores: Record<string, number> = {}
  const faults: string[] = []
  for (const [part, { score, auditRefs }] of Object.entries(categories)) {
    scores[part] = Math.round((score ?? 0) * 100)
    for (const { id, weight } of auditRefs) {
      const audit = audits[id]
      if (audit && audit.score !== null && weight > 0 && audit.score < 0.99)
        faults.push(`${part}: ${audit.title} ${audit.displayValue}`.trim())
    }
  }
  return { scores, faults }
}
