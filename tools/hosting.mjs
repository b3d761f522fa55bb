// npm run test:hosting, npm run test:lighthouse: installs Caddy and nginx where it can, builds, and serves what was
// built with the configuration that docs/hosting gives. The word after the file's name says which tests.
import { ensureBrowser, ensurePackages, ensureServers, tool } from './setup.mjs'

const [which = 'hosting'] = process.argv.slice(2)
ensurePackages()
const browser = await ensureBrowser()
if (!ensureServers()) {
  console.error('Please install caddy and nginx.')
  process.exit(1)
}
if (tool('vite', ['build', '--logLevel', 'warn']).status !== 0) process.exit(1)
const { status } = tool(
  'playwright',
  ['test', '--config', 'tests/hosting/playwright.config.ts', `${which}.spec.ts`],
  { env: { ...process.env, CHROMIUM: browser } },
)
process.exit(status ?? 1)
