/** What axe finds on a page. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  nodes: { html: string; failureSummary?: string }[]
}

/** What depends on colours and sizes alone; the rest is about structure and the same in every colour. */
const rulesOfLooks = [
  'color-contrast',
  'color-contrast-enhanced',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
]

/** All WCAG 2.2 A and AA rules, best practices, and contrast of 7:1; with `looksAlone` what depends on colours and sizes. */
export async function violations(page: Page, looksAlone = false): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const found = await page.evaluate(
    async only => {
      const run = (
        globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: unknown }> } }
      ).axe.run
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
      const all = {
        runOnly: { type: 'tag', values: tags },
        rules: { 'color-contrast-enhanced': { enabled: true } },
      }
      const options = only ? { runOnly: { type: 'rule', values: only } } : all
      return (await run({ ...options, resultTypes: ['violations'] })).violations
    },
    looksAlone ? rulesOfLooks : undefined,
  )
  return (found as Violation[]).flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  )
}
