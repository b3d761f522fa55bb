// Pages for tests that need a real browser: one TypeScript file built as a page of its own, or a folder served as it is.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
}

/**
 * Builds `entry`, a file under tests/, into a folder: index.html and page.js.
 * @param {{ find: string, replacement: string }[]} instead modules to take in the place of others
 */
export async function buildPage(entry, folder, instead = []) {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    // As vite.config.ts has it.
    resolve: {
      alias: [
        { find: /^dexie$/, replacement: join(root, 'node_modules/dexie/dist/modern/dexie.mjs') },
        ...instead,
      ],
    },
    build: {
      outDir: folder,
      rollupOptions: { input: join(root, 'tests', entry), output: { entryFileNames: 'page.js' } },
    },
  })
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><meta charset="utf-8"><title>Diary</title><script type="module" src="page.js"></script>',
  )
}

/**
 * @param entry a file under tests/, `kill/page.ts`
 * @param report called with the body of each POST to /report: for pages that nobody can ask
 */
export async function site(entry, report = () => {}) {
  const folder = mkdtempSync(join(tmpdir(), 'diary-page-'))
  await buildPage(entry, folder)
  return await serve(folder, report)
}

/**
 * The app itself, with a driver beside it for a browser that nobody can drive. The policy is taken out, since the
 * driver tells us what it sees, and so is the service worker, which would serve the page without the driver.
 * @param driver a script under tests/, `kill/driver.js`
 */
export async function drivenApp(driver, report) {
  const folder = mkdtempSync(join(tmpdir(), 'diary-app-'))
  await build({ root, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  const page = join(folder, 'index.html')
  writeFileSync(
    page,
    readFileSync(page, 'utf8')
      .replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]+>/, '')
      .replace('</body>', '<script type="module" src="driver.js"></script></body>'),
  )
  writeFileSync(join(folder, 'driver.js'), readFileSync(join(root, 'tests', driver)))
  rmSync(join(folder, 'sw.js'))
  return await serve(folder, report)
}

/** The app as it is. */
export async function plainApp() {
  const folder = mkdtempSync(join(tmpdir(), 'diary-app-'))
  await build({ root, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  return await serve(folder, () => {})
}

async function serve(folder, report) {
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      let body = ''
      request.on('data', part => {
        body += part
      })
      request.on('end', () => {
        report(body)
        response.end()
      })
      return
    }
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const name = pathname === '/' ? 'index.html' : pathname.slice(1)
    try {
      const file = readFileSync(join(folder, name))
      response
        .writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' })
        .end(file)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    url: `http://localhost:${server.address().port}/`,
    close() {
      server.closeAllConnections()
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** How Chromium starts as root in a container, and stays silent. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium'
