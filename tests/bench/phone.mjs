// A phone for the bench: the built app on a server of its own, real Chromium with a profile of its own, a made-up diary in it.
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createGzip } from 'node:zlib'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { buildPage, chromiumFlags, chromiumPath } from '../harness/site.mjs'

export const dist = fileURLToPath(new URL('../../dist', import.meta.url))

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

/** Where the page of the bench lies on each phone's server, sealing and not; built once for all. */
const benchPages = {}

/** For measuring what sealing costs: the same app with a cipher that does nothing. It is in no build but the bench's. */
const noCipher = [
  {
    find: '@noble/ciphers/chacha.js',
    replacement: fileURLToPath(new URL('no-cipher.ts', import.meta.url)),
  },
]

/** The app built so, into a folder of its own. */
export async function unsealedApp() {
  const folder = mkdtempSync(join(tmpdir(), 'diary-unsealed-'))
  await build({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    logLevel: 'error',
    resolve: { alias: noCipher },
    build: { outDir: folder, emptyOutDir: true },
  })
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Serves a folder, and the bench's own page under bench/, at one address until it is stopped. */
async function serve(folder, sealed) {
  benchPages[sealed] ??= (async () => {
    const built = mkdtempSync(join(tmpdir(), 'diary-bench-page-'))
    await buildPage('bench/page.ts', built, sealed ? [] : noCipher)
    process.on('exit', () => rmSync(built, { recursive: true, force: true }))
    return built
  })()
  const page = await benchPages[sealed]
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const [root, inside] = path.startsWith('/bench/') ? [page, path.slice(7)] : [folder, path.slice(1)]
    const file = join(root, normalize(inside || 'index.html'))
    if (!existsSync(file) || statSync(file).isDirectory()) return response.writeHead(404).end()
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-encoding': 'gzip',
      'cache-control': 'no-cache',
    })
    createReadStream(file).pipe(createGzip()).pipe(response)
  })
  await new Promise(done => server.listen(0, '127.0.0.1', done))
  return server
}

/**
 * @param {{ folder?: string, incidents?: number, sealed?: boolean }} options a folder other than dist/; how many
 * incidents it starts with; whether they are sealed
 */
export async function aPhone({ folder = dist, incidents = 0, sealed = true } = {}) {
  const server = await serve(folder, sealed)
  const address = `http://localhost:${server.address().port}/`
  const profile = mkdtempSync(join(tmpdir(), 'diary-bench-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    args: chromiumFlags,
    viewport: { width: 390, height: 844 },
    timezoneId: 'Europe/London',
    locale: 'en-GB',
  })
  const phone = {
    address,
    context,
    /** A page with the bench's functions on it, on the app's origin: only before the server is stopped. */
    async bench() {
      const page = await context.newPage()
      await page.goto(`${address}bench/index.html`)
      await page.waitForFunction(() => 'fill' in window)
      return page
    },
    /** Visits, and waits until all is kept for offline use. */
    async install() {
      const page = await context.newPage()
      await page.goto(address)
      await page.evaluate(async () => {
        const { active } = await navigator.serviceWorker.ready
        if (active?.state !== 'activated')
          await new Promise(done => active?.addEventListener('statechange', done))
      })
      await page.reload()
      await page.waitForTimeout(1500)
      await page.close()
    },
    /** From here on there is no network. */
    async cutOff() {
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
    async throwAway() {
      await context.close()
      server.closeAllConnections()
      server.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  if (incidents > 0) {
    const page = await phone.bench()
    await page.evaluate(count => window.fill(count), incidents)
    await page.close()
  }
  return phone
}

export const median = numbers => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN
