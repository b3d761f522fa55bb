/** Everybody can use it: axe over every screen, light and dark, small and wide; nothing scrolls sideways. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, type Phone, test } from './phone.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Every screen by its address; `incident` and `report` stand for one of each. A page that is not here fails the last test. */
const screens: Record<string, string> = {
  Diary: '',
  Log: 'log',
  Change: 'change/incident',
  Incident: 'incident/incident',
  Reports: 'reports',
  Report: 'report/report',
  Tell: 'tell',
  Sheet: 'sheet',
  Patterns: 'patterns',
  Help: 'help',
  HelpTopic: 'help/who-to-tell',
  Settings: 'settings',
  Me: 'settings/me',
  Backup: 'backup',
  Restore: 'backup/restore',
  Moving: 'backup/moving',
  NotFound: 'nowhere',
}

interface Violation {
  id: string
  nodes: { html: string; failureSummary?: string }[]
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const run = (
      globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: unknown }> } }
    ).axe.run
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const rules = { 'color-contrast-enhanced': { enabled: true } }
    return (await run({ runOnly: { type: 'tag', values: tags }, rules })).violations
  })
  return (found as Violation[]).flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  )
}

async function fill(page: Page): Promise<{ incident: string; report: string }> {
  const idFrom = async (name: RegExp) =>
    ((await page.getByRole('link', { name }).first().getAttribute('href')) ?? '').replace(/.*\//, '')
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByLabel('Still going on').check()
  await page.getByLabel('What happened?').fill('A strong smell on the stairs.')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status').first()).toContainText('Saved at')
  const incident = await idFrom(/A strong smell/)
  await page.getByRole('link', { name: 'Reports' }).click()
  await page.getByRole('button', { name: 'Add a report' }).click()
  await page.getByLabel('Reference number').fill('5226021255')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('5226021255').first()).toBeVisible()
  await page.getByRole('link', { name: 'Reports' }).click()
  return { incident, report: await idFrom(/5226021255/) }
}

async function look(phone: Phone, page: Page, place: string): Promise<string[]> {
  await page.goto(`${phone.site.address}#/${place}`)
  await page.locator('main :is(h1, h2)').first().waitFor({ state: 'attached' })
  await page.waitForTimeout(200)
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return [...(sideways > 0 ? [`scrolls sideways by ${sideways} px`] : []), ...(await violations(page))]
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1280]) {
    test(`axe finds nothing on any screen: ${colorScheme}, ${width} px wide`, async ({ phone }) => {
      test.setTimeout(240_000)
      const page = await phone.install()
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 800 })
      const found: Record<string, string[]> = {}
      for (const [name, place] of Object.entries(screens)) {
        if (!/incident|report\//.test(place)) found[`${name}, empty`] = await look(phone, page, place)
      }
      await page.goto(`${phone.site.address}#/`)
      const ids = await fill(page)
      for (const [name, place] of Object.entries(screens)) {
        found[name] = await look(
          phone,
          page,
          place.replace(/\/(incident|report)$/, (_, type: keyof typeof ids) => `/${ids[type]}`),
        )
      }
      await page.goto(`${phone.site.address}#/log`)
      await page.getByLabel('Time', { exact: true }).fill('')
      await page.getByRole('button', { name: 'Save' }).click()
      found['Log, with an error'] = await violations(page)
      expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([])
    })
  }
}

test('every page that app.tsx knows is among the screens looked at', () => {
  const app = readFileSync(fileURLToPath(new URL('../../src/app.tsx', import.meta.url)), 'utf8')
  const table = /const pages[^{]*\{([\s\S]*?)\n\}/.exec(app)?.[1] ?? ''
  const routes = [...table.matchAll(/^\s*'?(\w*)'?:/gm)].map(([, name]) => name)
  expect(routes.length).toBeGreaterThan(8)
  const looked = new Set(Object.values(screens).map(place => place.split('/')[0]))
  expect(routes.filter(name => !looked.has(name ?? ''))).toEqual([])
  expect(readdirSync(fileURLToPath(new URL('../../src/pages', import.meta.url))).length).toBeGreaterThan(10)
})
