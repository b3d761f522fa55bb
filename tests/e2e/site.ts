/** Serves dist/ as any static host would, at the root or under a path, and can be switched off in the middle. */
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join, normalize } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

export class Site {
  readonly #server: Server
  /** Files that are not there today; with `insteadOfMissing` that file is given for them, as hosts "for single page apps" do. */
  readonly missing = new Set<string>()
  insteadOfMissing: string | undefined

  constructor(
    public root: string,
    readonly path = '/',
    private port = 0,
  ) {
    this.#server = createServer((request, response) => {
      const wanted = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname)
      const inside = wanted.startsWith(path) ? normalize(wanted.slice(path.length)) : '\0'
      const asked = /(^|\/)\.?$/.test(inside) ? join(inside, 'index.html') : inside
      const gone = this.missing.has(asked)
      const file = join(this.root, gone && this.insteadOfMissing ? this.insteadOfMissing : asked)
      if (
        (gone && !this.insteadOfMissing) ||
        inside.includes('\0') ||
        !existsSync(file) ||
        statSync(file).isDirectory()
      ) {
        response.writeHead(404, { 'content-type': 'text/plain' }).end('not here')
        return
      }
      response.writeHead(200, {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
      })
      createReadStream(file).pipe(response)
    })
  }

  get running(): boolean {
    return this.#server.listening
  }

  get address(): string {
    return `http://localhost:${this.port}${this.path}`
  }

  /** The same port each time, so that the origin stays. */
  async start(): Promise<void> {
    await new Promise<void>((done, failed) => {
      this.#server.once('error', failed)
      this.#server.listen(this.port, '127.0.0.1', done)
    })
    const bound = this.#server.address()
    if (bound && typeof bound === 'object') this.port = bound.port
  }

  /** From here on every connection is refused, as with no network. */
  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise<void>(done => this.#server.close(() => done()))
  }
}
