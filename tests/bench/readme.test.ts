import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { withFigures } from './readme.mjs'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const readme = readFileSync(file('../../README.md'), 'utf8')
const check = { what: 'A start', asked: 'at most 1.5 times', measured: '1.4 times', met: true }
const results = {
  taken: '2026-11-23T10:00:00.000Z',
  machine: { browser: 'Chromium 1', node: 'v20.19.0', cores: 2, memory: '4 GB', processor: 'One' },
  parts: { start: { checks: [check, { ...check, met: false }] }, sheet: { failed: 'It was given up.' } },
}

it('shows what was asked beside what was measured, what was missed and what failed', () => {
  const shown = withFigures(readme, results)
  expect(shown).toContain('Taken 2026-11-23 with Chromium 1 and Node 20.19.0, on 2 cores of One, 4 GB.')
  expect(shown).toContain('| A start | at most 1.5 times | 1.4 times |')
  expect(shown).toContain('| A start | at most 1.5 times | ✗ 1.4 times |')
  expect(shown).toContain('| sheet | | ✗ It was given up. |')
  expect(withFigures(shown, results)).toBe(shown)
})

it('the README shows the figures of the last run as they were taken', () => {
  const last = file('results.json')
  if (existsSync(last)) expect(withFigures(readme, JSON.parse(readFileSync(last, 'utf8')))).toBe(readme)
  else expect(readme).toContain('npm run bench -->\n<!-- end of figures')
})
