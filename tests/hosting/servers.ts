/** Debian's Caddy and nginx, each with the configuration that docs/hosting gives, serving what was built at the root and under a path. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Where beside the root the app lies a second time. */
export const subPath = '/flats/diary/'

export const kinds = ['caddy', 'nginx'] as const

export class Hosted {
  readonly #work = mkdtempSync(join(tmpdir(), 'diary-hosted-'))
  readonly #kind: (typeof kinds)[number]
  #port = 0
  #server: ChildProcess | undefined

  constructor(kind: (typeof kinds)[number]) {
    this.#kind = kind
    const folder = join(this.#work, 'site')
    cpSync(file('dist'), folder, { recursive: true })
    cpSync(file('dist'), join(folder, subPath), { recursive: true })
  }

  get address(): string {
    return `http://localhost:${this.#port}`
  }

  /** The same port each time, so that the origin stays. */
  async start(): Promise<void> {
    this.#port ||= await freePort()
    const [command, args, env] = this.#kind === 'caddy' ? this.#caddy(await freePort()) : this.#nginx()
    this.#server = spawn(command, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...env },
    })
    let said = ''
    this.#server.stderr?.on('data', (part: Buffer) => {
      said += part
    })
    for (let tries = 0; tries < 100; tries++) {
      if (
        await fetch(this.address).then(
          () => true,
          () => false,
        )
      )
        return
      if (this.#server.exitCode !== null) break
      await new Promise(done => setTimeout(done, 100))
    }
    throw new Error(`${this.#kind} did not start: ${said}`)
  }

  async stop(): Promise<void> {
    const server = this.#server
    this.#server = undefined
    if (!server || server.exitCode !== null) return
    server.kill()
    await once(server, 'exit')
  }

  async throwAway(): Promise<void> {
    await this.stop()
    rmSync(this.#work, { recursive: true, force: true })
  }

  #caddy(adminPort: number): [string, string[], Record<string, string>] {
    const env = {
      DIARY_ADDRESS: this.address,
      DIARY_FOLDER: join(this.#work, 'site'),
      CADDY_ADMIN: `localhost:${adminPort}`,
      HOME: this.#work,
      XDG_DATA_HOME: this.#work,
      XDG_CONFIG_HOME: this.#work,
    }
    return ['caddy', ['run', '--adapter', 'caddyfile', '--config', file('docs/hosting/Caddyfile')], env]
  }

  /** What nginx.conf says of address and folder is changed, as the person who uses it does, and nothing else. */
  #nginx(): [string, string[], Record<string, string>] {
    let given = readFileSync(file('docs/hosting/nginx.conf'), 'utf8')
    for (const [line, mine] of [
      ['listen 80;', `listen 127.0.0.1:${this.#port};`],
      ['server_name diary.example.org;', 'server_name localhost;'],
      ['root /srv/doorstep-diary;', `root ${this.#work}/site;`],
    ] as const) {
      if (given.split(line).length !== 2) throw new Error(`nginx.conf does not say "${line}" once`)
      given = given.replace(line, mine)
    }
    mkdirSync(join(this.#work, 'temp'), { recursive: true })
    const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map(name => `${name}_temp_path temp;`)
      .join(' ')
    writeFileSync(join(this.#work, 'diary.conf'), given)
    writeFileSync(
      join(this.#work, 'nginx.conf'),
      `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid nginx.pid; error_log stderr; events {}
      http { include /etc/nginx/mime.types; access_log off; ${temp} include diary.conf; }`,
    )
    return ['nginx', ['-p', this.#work, '-c', join(this.#work, 'nginx.conf'), '-e', 'stderr'], {}]
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  server.close()
  await once(server, 'close')
  if (!bound || typeof bound !== 'object') throw new Error('no port')
  return bound.port
}
