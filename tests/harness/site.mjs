// Builds one TypeScript file as a page of its own and serves it: src/store in a real browser, with no screen around it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const types = { '.html': 'text/html', '.js': 'text/javascript' }

/**
 * Builds `entry`, a file under tests/, into a folder: index.html and page.js.
 */
export async function buildPage(entry, folder) {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    // As vite.config.ts has it.
    resolve: {
      alias: [{ find: /^dexie$/, replacement: join(root, 'node_modules/dexie/dist/modern/dexie.mjs') }],
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
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
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
    try {
      const name = pathname === '/' ? 'index.html' : pathname.slice(1)
      const file = readFileSync(join(folder, name))
      response.writeHead(200, { 'content-type': types[extname(name)] ?? 'text/plain' }).end(file)
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
