/** WebKitGTK, the nearest to Safari that runs here: driven by its own WebKitWebDriver over HTTP, on a screen nobody sees. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Engine, until } from './hand.ts'
import { handOver, type Wire } from './wire.ts'

/** What WebDriver calls a reference to an element. */
const key = 'element-6066-11e4-a52e-4f735466cecf'
const driver = '/usr/bin/WebKitWebDriver'
const binary = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'

export const webkit: Engine = {
  name: 'WebKit',
  installed: [driver, binary, '/usr/bin/Xvfb', '/usr/bin/dbus-run-session'].every(path => existsSync(path)),
  keepsData: false,
  open: (address, folder, proxy) => handOver(() => start(folder, proxy), address, folder),
}

async function start(folder: string, proxy?: number): Promise<Wire> {
  const home = mkdtempSync(join(tmpdir(), 'diary-webkit-'))
  writeFileSync(join(home, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${folder}"\n`)
  const screen = spawn('Xvfb', ['-displayfd', '3', '-nolisten', 'tcp', '-screen', '0', '800x1000x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const display = await new Promise<string>((done, failed) => {
    screen.once('error', failed)
    screen.stdio[3]?.once('data', number => done(`:${String(number).trim()}`))
  })
  const port = await freePort()
  const session = spawn('dbus-run-session', ['--', driver, '--host=127.0.0.1', `--port=${port}`], {
    detached: true, // Its own group, so that the driver and the browser end with it.
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display,
      HOME: home,
      XDG_CONFIG_HOME: home,
      TZ: 'Europe/London',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    },
  })
  const ask = async (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    })
    const { value } = (await response.json()) as { value: unknown }
    if (!response.ok) {
      const { error, message } = value as { error: string; message: string }
      throw new Error(`${error}: ${message}`)
    }
    return value
  }
  await until('the driver to answer', () => ask('GET', '/status'))
  const { sessionId } = (await ask('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
        ...(proxy && {
          proxy: { proxyType: 'manual', httpProxy: `127.0.0.1:${proxy}`, sslProxy: `127.0.0.1:${proxy}` },
        }),
      },
    },
  })) as { sessionId: string }
  const post = (path: string, body: object) => ask('POST', `/session/${sessionId}${path}`, body)
  await post('/window/rect', { width: 400, height: 900 })
  return {
    open: async url => void (await post('/url', { url })),
    async elements(selector) {
      const found = await post('/elements', { using: 'css selector', value: selector })
      return (found as Record<string, string>[]).map(one => one[key] ?? '')
    },
    async label(id) {
      try {
        return String(await ask('GET', `/session/${sessionId}/element/${id}/computedlabel`))
      } catch (error) {
        // What is not drawn has no name, says the standard; this driver says that it does not know what went wrong.
        if (error instanceof Error && error.message.startsWith('unknown error')) return ''
        throw error
      }
    },
    click: async id => void (await post(`/element/${id}/click`, {})),
    keys: async (id, text) => void (await post(`/element/${id}/value`, { text })),
    reference: id => ({ [key]: id }),
    run: (script, ...args) => post('/execute/sync', { script, args }),
    kill: () => Promise.reject(new Error('its automation keeps nothing')),
    async close() {
      await ask('DELETE', `/session/${sessionId}`)
      await end(session)
      screen.kill()
      // Its own helpers may write there for a moment longer than it lives.
      await until('its folder to go', async () => {
        rmSync(home, { recursive: true, force: true })
        return true
      })
    },
  }
}

async function end(group: ChildProcess): Promise<void> {
  const ended = new Promise<void>(done => group.once('exit', () => done()))
  if (group.pid) process.kill(-group.pid, 'SIGTERM')
  await ended
}

const freePort = () =>
  new Promise<number>((done, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address()
      server.close(() => done(bound && typeof bound === 'object' ? bound.port : 0))
    })
  })
