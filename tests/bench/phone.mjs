// A phone for the bench: the built app on a server of its own, real Chromium with a profile of its own, a made-up diary in it.
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
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

/** A folder that is gone when this process ends. */
function folderForNow() {
  const folder = mkdtempSync(join(tmpdir(), 'diary-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** For measuring what sealing costs: the same app with a cipher that does nothing. It is in no build but the bench's. */
const noCipher = [
  {
    find: '@noble/ciphers/chacha.js',
    replacement: fileURLToPath(new URL('no-cipher.ts', import.meta.url)),
  },
]

/** The app built so, into a folder of its own. */
export async function unsealedApp() {
  const folder = folderForNow()
  await build({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    logLevel: 'error',
    resolve: { alias: noCipher },
    build: { outDir: folder, emptyOutDir: true },
  })
  return folder
}

/** Where the page of the bench lies on each phone's server, sealing and not; built once for all. */
const benchPages = {}

async function benchPage(sealed) {
  const built = folderForNow()
  await buildPage('bench/page.ts', built, sealed ? [] : noCipher)
  return built
}

/** Serves a folder, and the bench's own page under bench/, at one address until it is stopped. */
async function serve(folder, sealed, port) {
  benchPages[sealed] ??= benchPage(sealed)
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
  await new Promise((done, failed) => server.once('error', failed).listen(port, '127.0.0.1', done))
  return server
}

/** Real Chromium with this profile, and the app at `port`, or where there is room. */
async function switchOn({ folder, sealed, profile, port = 0 }) {
  const server = await serve(folder, sealed, port)
  const address = `http://localhost:${server.address().port}/`
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    args: chromiumFlags,
    viewport: { width: 390, height: 844 },
    timezoneId: 'Europe/London',
    locale: 'en-GB',
  })
  return {
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
    async switchOff() {
      await context.close()
      server.closeAllConnections()
      server.close()
    },
    async throwAway() {
      await this.switchOff()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Profiles with a diary in them: each is filled once in a run of the bench, and every phone gets a copy. */
const filled = process.env.BENCH_FILLED ?? folderForNow()

/** Puts a filled diary into `profile`; resolves with the port that it belongs to: a browser keeps data by address. */
async function copyFilled(incidents, sealed, profile) {
  const kept = join(filled, `${incidents}${sealed ? '' : '-unsealed'}`)
  const portFile = `${kept}.port`
  if (!existsSync(portFile)) {
    const began = Date.now()
    const phone = await switchOn({ folder: dist, sealed, profile: kept, port: await freePort() })
    const page = await phone.bench()
    await page.evaluate(count => window.fill(count), incidents)
    await phone.switchOff()
    writeFileSync(portFile, new URL(phone.address).port)
    console.log(`  filled a diary of ${incidents} in ${Math.round((Date.now() - began) / 1000)} s`)
  }
  cpSync(kept, profile, { recursive: true })
  return Number(readFileSync(portFile, 'utf8'))
}

/** A port that no system gives away by itself, so that it is still free when a copy of the profile asks for it. */
async function freePort() {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000)
    const server = createServer()
    const free = await new Promise(done =>
      server.once('error', () => done(false)).listen(port, '127.0.0.1', () => done(true)),
    )
    await new Promise(done => server.close(done))
    if (free) return port
  }
}

/**
 * @param {{ folder?: string, incidents?: number, sealed?: boolean }} options a folder other than dist/; how many
 * incidents it starts with, one phone of each number at a time; whether they are sealed
 */
export async function aPhone({ folder = dist, incidents = 0, sealed = true } = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'diary-bench-'))
  const port = incidents > 0 ? await copyFilled(incidents, sealed, profile) : 0
  return await switchOn({ folder, sealed, profile, port })
}

/** A number as it is said: 10,000. */
export const said = number => number.toLocaleString('en-GB')
