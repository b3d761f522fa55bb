/** The app as Caddy and nginx serve it with the configuration we give: headers, offline, and what is not there. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { dist, expect, Phone, test } from '../e2e/phone.ts'
import { lighthouse } from './lighthouse.ts'
import { Hosted, kinds, subPath } from './servers.ts'

const assets = readdirSync(join(dist, 'assets'))
const named = (pattern: RegExp) => `assets/${assets.find(name => pattern.test(name)) ?? 'nothing'}`

const forAll = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=63072000',
}
const forYears = 'public, max-age=31536000, immutable'
const policy = /^default-src 'none';.* connect-src 'none';.* trusted-types doorstep; frame-ancestors 'none'$/
const files: { file: string; type: RegExp; cache: string; policy: RegExp }[] = [
  { file: '', type: /^text\/html/, cache: 'no-cache', policy },
  { file: 'index.html', type: /^text\/html/, cache: 'no-cache', policy },
  { file: 'manifest.webmanifest', type: /^application\/manifest\+json/, cache: 'no-cache', policy },
  { file: 'icons/icon-192.png', type: /^image\/png/, cache: 'no-cache', policy },
  { file: named(/^index.*\.js$/), type: /javascript/, cache: forYears, policy },
  { file: named(/worker.*\.js$/), type: /javascript/, cache: forYears, policy },
  { file: named(/\.css$/), type: /^text\/css/, cache: forYears, policy },
  {
    file: 'sw.js',
    type: /javascript/,
    cache: 'no-cache',
    policy: /^default-src 'none'; connect-src 'self'; frame-ancestors 'none'$/,
  },
]

for (const kind of kinds) {
  test.describe(kind, () => {
    let hosted: Hosted
    test.beforeAll(async () => {
      hosted = new Hosted(kind)
      await hosted.start()
    })
    test.afterAll(() => hosted.throwAway())

    for (const path of ['/', subPath]) {
      test(`under ${path} every file has its headers, and what is missing is missing`, async () => {
        for (const { file, type, cache, policy } of files) {
          const response = await fetch(`${hosted.address}${path}${file}`)
          const headers = Object.fromEntries(response.headers)
          expect(response.status, file).toBe(200)
          expect(headers, file).toMatchObject(forAll)
          expect(headers['content-type'], file).toMatch(type)
          expect(headers['cache-control'], file).toBe(cache)
          expect(headers['content-security-policy'], file).toMatch(policy)
          expect(headers['permissions-policy'], file).toContain('camera=()')
          expect(headers.server ?? '', file).not.toMatch(/\d/)
        }
        const script = await fetch(`${hosted.address}${path}${named(/^index.*\.js$/)}`)
        expect(script.headers.get('content-encoding')).toBe('gzip')
        const missing = await fetch(`${hosted.address}${path}assets/missing-12345678.js`)
        expect(missing.status).toBe(404)
        expect(missing.headers.get('cache-control') ?? '').not.toContain('immutable')
      })

      test(`under ${path} it opens with no network, logs, and makes a sheet`, async ({ phoneOptions }) => {
        const phone = new Phone({ address: `${hosted.address}${path}` }, phoneOptions)
        const page = await phone.install()
        await hosted.stop()
        try {
          await page.reload()
          await page.getByRole('button', { name: 'Log an incident' }).click()
          await page.getByRole('button', { name: 'Save' }).click()
          await expect(page.getByRole('status')).toContainText('Saved at')
          await page.getByRole('link', { name: 'Sheet' }).click()
          await page.getByRole('button', { name: 'Make the sheet' }).click()
          await expect(page.getByRole('button', { name: 'Save the sheet' })).toBeVisible()
        } finally {
          await phone.throwAway()
          await hosted.start()
        }
        expect(phone.faults).toEqual([])
        expect(phone.strayed).toEqual([])
      })
    }

    test('Lighthouse finds nothing against best practice', async () => {
      test.setTimeout(240_000)
      const { scores, faults } = lighthouse(`${hosted.address}/`, ['best-practices'])
      expect(faults).toEqual([])
      expect(scores).toEqual({ 'best-practices': 100 })
    })
  })
}
