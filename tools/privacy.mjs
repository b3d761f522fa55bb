// npm run test:privacy: builds, uses the app in Chromium and Firefox, kills them, and searches their profiles byte by byte.
import { ensureBrowser, ensureEngines, ensurePackages, tool } from './setup.mjs'

ensurePackages()
const browser = await ensureBrowser()
if (!ensureEngines()) {
  console.error('Please install firefox-esr, webkit2gtk-driver, xvfb and dbus-daemon.')
  process.exit(1)
}
if (tool('vite', ['build', '--logLevel', 'warn']).status !== 0) process.exit(1)
const { status } = tool('playwright', ['test', '--config', 'tests/privacy/playwright.config.ts'], {
  env: { ...process.env, CHROMIUM: browser, EVERY_ENGINE: '1' },
})
process.exit(status ?? 1)
