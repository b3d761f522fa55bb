// npm run test:engines: installs Firefox and WebKitGTK, builds, and takes the same journey in all three engines.
import { ensureBrowser, ensureEngines, ensurePackages, ensurePdfTools, tool } from './setup.mjs'

ensurePackages()
const browser = await ensureBrowser()
if (!ensurePdfTools() || !ensureEngines()) {
  console.error('Please install firefox-esr, webkit2gtk-driver, xvfb, dbus-daemon, poppler-utils and qpdf.')
  process.exit(1)
}
if (tool('vite', ['build', '--logLevel', 'warn']).status !== 0) process.exit(1)
const { status } = tool('playwright', ['test', '--config', 'tests/engines/playwright.config.ts'], {
  env: { ...process.env, CHROMIUM: browser, EVERY_ENGINE: '1' },
})
process.exit(status ?? 1)
