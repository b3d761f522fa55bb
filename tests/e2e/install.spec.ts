/** What Chrome itself says about installing, what the first screen weighs, and that it works under a sub-path. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { form } from '../../src/text/form.ts'
import { dist, expect, Phone, test } from './phone.ts'
import { Site } from './site.ts'

test.use({ phoneOptions: { zone: 'Europe/London', width: 390, height: 844, whole: true } })

test('Chrome finds nothing that stands in the way of installing', async ({ phone }) => {
  const page = await phone.install()
  const devtools = await phone.context.newCDPSession(page)
  // A profile without a visible window cannot install anything; that is the machine's, not the app's.
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
  const { errors, data } = await devtools.send('Page.getAppManifest')
  expect(errors).toEqual([])
  const manifest = JSON.parse(data ?? '{}') as {
    short_name: string
    icons: { purpose: string }[]
    shortcuts: { url: string }[]
  }
  expect(manifest.short_name).toBe('Diary')
  expect(new Set(manifest.icons.map(icon => icon.purpose))).toEqual(
    new Set(['any', 'maskable', 'monochrome']),
  )
  expect(manifest.shortcuts.map(({ url }) => url)).toEqual(['./#/log', './#/sheet'])
})

test('home and form need at most 70 KB of JavaScript, gzip, and no jsPDF', () => {
  const start = scriptsOf(readFileSync(join(dist, 'index.html'), 'utf8'))
  const needed = new Set<string>()
  const need = (file: string) => {
    if (needed.has(file)) return
    needed.add(file)
    const code = readFileSync(join(dist, file), 'utf8')
    for (const [, other] of code.matchAll(
      /(?:^|[;}\s])(?:import|export)[^;"'`()]*from["']\.\/([\w.-]+\.js)["']/g,
    )) {
      if (other) need(`assets/${other}`)
    }
  }
  for (const file of start) need(file)
  // What home and the form bring in once the first screen is drawn: the store with its library, and the form.
  const next = readdirSync(join(dist, 'assets')).find(name => /^diary-[\w-]+\.js$/.test(name))
  if (!next) throw new Error('no file of the diary')
  need(`assets/${next}`)
  const bytes = [...needed].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length,
    0,
  )
  // The form is in what was weighed.
  expect([...needed].some(file => readFileSync(join(dist, file), 'utf8').includes(form.where))).toBe(true)
  expect(bytes, [...needed].join(', ')).toBeLessThanOrEqual(70_000)
  for (const file of needed) expect(readFileSync(join(dist, file), 'utf8')).not.toContain('jsPDF')
})

test('all that is kept for offline use is at most 600 KB, gzip', () => {
  const worker = readFileSync(join(dist, 'sw.js'), 'utf8')
  const kept = [...worker.matchAll(/\{[^{}]*"url":"([^"]+)"[^{}]*\}/g)].flatMap(([entry, url]) =>
    url && !entry.includes('"rarely"') ? [url] : [],
  )
  expect(kept).toContain('index.html')
  expect(kept.length).toBeGreaterThan(40)
  const bytes = kept.reduce((sum, url) => sum + gzipSync(readFileSync(join(dist, url))).length, 0)
  expect(bytes).toBeLessThanOrEqual(600_000)
})

test('the build carries its bill of materials', () => {
  const { components } = JSON.parse(readFileSync(join(dist, 'sbom.cdx.json'), 'utf8'))
  expect(components.map((one: { name: string }) => one.name)).toContain('jspdf')
})

test('under a sub-path it opens, reloads offline and makes a sheet', async ({ phoneOptions }) => {
  const site = new Site(dist, '/some/path/')
  await site.start()
  const phone = new Phone(site, phoneOptions)
  const page = await phone.install()
  await site.stop()
  await page.reload()
  await page.getByRole('button', { name: 'Log an incident' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Sheet' }).click()
  await page.getByRole('button', { name: 'Make the sheet' }).click()
  await expect(page.getByRole('button', { name: 'Save the sheet' })).toBeVisible()
  await phone.throwAway()
  expect(phone.faults).toEqual([])
  expect(phone.strayed).toEqual([])
})

const scriptsOf = (html: string): string[] =>
  [...html.matchAll(/(?:src|href)="(?:\.\/)?(assets\/[\w.-]+\.js)"/g)].flatMap(([, file]) =>
    file ? [file] : [],
  )
