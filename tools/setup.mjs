// Makes a fresh machine ready: packages, and a browser for the tests. Needs Node and npm, nothing else.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const run = (command, args, options = {}) =>
  execFileSync(command, args, { cwd: root, stdio: 'inherit', ...options })

/** Installs exactly what the lock file says, unless that is what stands there already. Install scripts stay off (.npmrc). */
export function ensurePackages() {
  const read = file => {
    try {
      return JSON.parse(readFileSync(`${root}${file}`, 'utf8')).packages
    } catch {
      return undefined // Not there yet, or half written: install.
    }
  }
  const [wanted, standing] = [read('package-lock.json'), read('node_modules/.package-lock.json')]
  const missing = Object.entries(wanted ?? {}).filter(
    ([path, entry]) => path && !entry.optional && standing?.[path]?.version !== entry.version,
  )
  if (standing && missing.length === 0) return
  console.log('Installing packages …')
  run('npm', ['ci', '--no-audit', '--no-fund'])
}

const known = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The path of a Chromium, installed on the way if need be; says what to do where none can be had. */
export async function ensureBrowser() {
  const found = known.find(path => path && existsSync(path))
  if (found) return found
  if (aptInstall('chromium', '/usr/bin/chromium')) return '/usr/bin/chromium'
  console.log('Downloading a browser …')
  spawnSync('npx', ['playwright', 'install', 'chromium'], { cwd: root, stdio: 'inherit' })
  const { chromium } = await import('@playwright/test')
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  console.error('The tests need Chromium or Chrome. Install one, or name its path in the variable CHROMIUM.')
  process.exit(1)
}

/**
 * Chromium without the windows, menus and toolbars around the page, which nobody sees in a test and which take half of its
 * time. `undefined` where it is not to be had: the whole one does as well.
 */
export const tryShell = () =>
  aptInstall('chromium-headless-shell', '/usr/bin/chromium-headless-shell')
    ? '/usr/bin/chromium-headless-shell'
    : undefined

/** What the tests read PDFs with. False where it is neither there nor to be had. */
export const ensurePdfTools = () =>
  aptInstall('poppler-utils', '/usr/bin/pdftotext') && aptInstall('qpdf', '/usr/bin/qpdf')

/** Tools of others that read what we write: those tests are skipped where they are not to be had. */
export function tryForeignTools() {
  aptInstall('age', '/usr/bin/age')
  aptInstall('mupdf-tools', '/usr/bin/mutool')
}

/** The other engines: Firefox, and WebKitGTK with the screen and the bus it needs. False where they are not to be had. */
export const ensureEngines = () =>
  [
    ['firefox-esr', '/usr/bin/firefox-esr'],
    ['webkit2gtk-driver', '/usr/bin/WebKitWebDriver'],
    ['xvfb', '/usr/bin/Xvfb'],
    ['dbus-daemon', '/usr/bin/dbus-run-session'],
  ].every(([name, path]) => aptInstall(name, path))

/** The web servers that docs/hosting has a configuration for. False where they are not to be had. */
export const ensureServers = () =>
  aptInstall('caddy', '/usr/bin/caddy') && aptInstall('nginx-light', '/usr/sbin/nginx')

function aptInstall(name, path) {
  if (existsSync(path)) return true
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log(`Installing ${name} …`)
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update', '-q')
  apt('install', '-y', '-q', '--no-install-recommends', name)
  return existsSync(path)
}

/** The way to run a tool of node_modules, the same on every system. */
export const tool = (name, args, options) =>
  spawnSync('npx', ['--no-install', name, ...args], { cwd: root, stdio: 'inherit', ...options })
