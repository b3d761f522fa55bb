// node tools/suite.mjs engines | privacy | hosting | lighthouse: the longer suites. Installs what each needs where it can,
// builds, and runs it on what was built. In package.json each has a command of its own: `npm run test:privacy -- -g Firefox`.
import {
  ensureBrowser,
  ensureEngines,
  ensurePackages,
  ensurePdfTools,
  ensureServers,
  tool,
} from './setup.mjs'

const suites = {
  engines: {
    ready: () => ensurePdfTools() && ensureEngines(),
    needs: 'firefox-esr, webkit2gtk-driver, xvfb, dbus-daemon, poppler-utils and qpdf',
    tests: ['engines'],
  },
  privacy: {
    ready: ensureEngines,
    needs: 'firefox-esr, webkit2gtk-driver, xvfb and dbus-daemon',
    tests: ['privacy'],
  },
  hosting: { ready: ensureServers, needs: 'caddy and nginx', tests: ['hosting', 'hosting.spec.ts'] },
  lighthouse: { ready: ensureServers, needs: 'caddy and nginx', tests: ['hosting', 'lighthouse.spec.ts'] },
}

const [, , name, ...more] = process.argv
const suite = suites[name]
if (!suite) throw new Error(`one of ${Object.keys(suites).join(', ')} is needed`)
ensurePackages()
const browser = await ensureBrowser()
if (!suite.ready()) {
  console.error(`Please install ${suite.needs}.`)
  process.exit(1)
}
if (tool('vite', ['build', '--logLevel', 'warn']).status !== 0) process.exit(1)
const [folder, ...files] = suite.tests
const { status } = tool(
  'playwright',
  ['test', '--config', `tests/${folder}/playwright.config.ts`, ...files, ...more],
  {
    env: { ...process.env, CHROMIUM: browser, EVERY_ENGINE: '1' },
  },
)
process.exit(status ?? 1)
