/**
 * Firefox, driven by Marionette: the protocol that its own geckodriver speaks to it, JSON with a length before it
 * on a socket. Debian has no geckodriver, and Playwright asks for a newer Firefox than the ESR.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Engine, until } from './hand.ts'
import { handOver, type Wire } from './wire.ts'

/** What WebDriver calls a reference to an element. */
const key = 'element-6066-11e4-a52e-4f735466cecf'
const program = process.env.FIREFOX ?? '/usr/bin/firefox-esr'

export const firefox: Engine = {
  name: 'Firefox',
  installed: existsSync(program),
  keepsData: true,
  async open(address, folder, proxy) {
    const profile = mkdtempSync(join(tmpdir(), 'diary-firefox-'))
    const hand = await handOver(() => start(profile, folder, proxy), address, folder)
    return {
      ...hand,
      async close() {
        await hand.close()
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
      },
    }
  },
}

async function start(profile: string, folder: string, proxy?: number): Promise<Wire> {
  // No first-run pages, no updates, no network but the test's own; a PDF is saved and not shown.
  const prefs = {
    'marionette.port': 0,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.aboutwelcome.enabled': false,
    // As people have it: what is open is noted for after a crash; here without waiting 15 s.
    'browser.sessionstore.resume_from_crash': true,
    'browser.sessionstore.max_resumed_crashes': 0,
    'browser.sessionstore.interval': 1000,
    'browser.sessionstore.interval.idle': 1000,
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.update.enabled': false,
    'app.normandy.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'browser.download.folderList': 2,
    'browser.download.dir': folder,
    'browser.download.alwaysOpenPanel': false,
    'pdfjs.disabled': true,
    'browser.helperApps.neverAsk.saveToDisk': 'application/pdf,application/octet-stream',
    'intl.accept_languages': 'en-GB',
    'media.peerconnection.ice.loopback': true,
    ...(proxy && {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxy,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy,
      'network.proxy.allow_hijacking_localhost': true,
    }),
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(prefs)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  )
  const portFile = join(profile, 'MarionetteActivePort')
  rmSync(portFile, { force: true })
  const browser = spawn(program, ['--headless', '--no-remote', '--marionette', '--profile', profile], {
    stdio: 'ignore',
    env: { ...process.env, HOME: profile, TZ: 'Europe/London' },
  })
  let killed = false
  const ended = new Promise<void>(done => browser.once('exit', () => done()))
  const port = await until('Firefox to start', async () =>
    existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) || undefined : undefined,
  )
  const { send, socket } = await marionette(port)
  await send('WebDriver:NewSession', {})
  type Value<T> = { value: T }
  return {
    open: async url => void (await send('WebDriver:Navigate', { url })),
    async elements(selector) {
      const found = await send('WebDriver:FindElements', { using: 'css selector', value: selector })
      return (found as Record<string, string>[]).map(one => one[key] ?? '')
    },
    label: async id => ((await send('WebDriver:GetComputedLabel', { id })) as Value<string>).value,
    click: async id => void (await send('WebDriver:ElementClick', { id })),
    keys: async (id, text) => void (await send('WebDriver:ElementSendKeys', { id, text })),
    reference: id => ({ [key]: id }),
    run: async (script, ...args) =>
      ((await send('WebDriver:ExecuteScript', { script, args })) as Value<unknown>).value,
    async kill() {
      browser.kill('SIGKILL')
      await ended
      socket.destroy()
      killed = true
      return profile
    },
    async close() {
      if (killed) return
      // The answer may be lost with the browser that gives it.
      send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined)
      await ended
      socket.destroy()
    },
  }
}

async function marionette(port: number) {
  const socket: Socket = connect(port, '127.0.0.1')
  const waiting = new Map<number, { done: (value: unknown) => void; failed: (error: Error) => void }>()
  let buffer = Buffer.alloc(0)
  let greeted: () => void
  const greeting = new Promise<void>(done => {
    greeted = done
  })
  const take = (message: unknown) => {
    if (!Array.isArray(message)) return greeted()
    const [, id, error, result] = message
    const answer = waiting.get(id)
    waiting.delete(id)
    if (error) answer?.failed(new Error(`${error.error}: ${error.message}`))
    else answer?.done(result)
  }
  socket.on('data', part => {
    buffer = Buffer.concat([buffer, part])
    for (;;) {
      const colon = buffer.indexOf(':')
      const length = Number(buffer.subarray(0, colon).toString())
      if (colon < 1 || buffer.length < colon + 1 + length) return
      take(JSON.parse(buffer.subarray(colon + 1, colon + 1 + length).toString()))
      buffer = buffer.subarray(colon + 1 + length)
    }
  })
  socket.on('error', error => {
    for (const { failed } of waiting.values()) failed(error)
  })
  await greeting
  let last = 0
  const send = (command: string, parameters: object) =>
    new Promise<unknown>((done, failed) => {
      const id = ++last
      waiting.set(id, { done, failed })
      const body = Buffer.from(JSON.stringify([0, id, command, parameters]))
      socket.write(`${body.length}:`)
      socket.write(body)
    })
  return { send, socket }
}
