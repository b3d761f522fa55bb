// npm test: sets up, then types, lint, arrows, unit tests, build, and end-to-end tests on what was built.
// Ends with one line, `N passed, N failed`. Each check that is not a test file counts as one test.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  ensureBrowser,
  ensurePackages,
  ensurePdfTools,
  root,
  tool,
  tryForeignTools,
  tryShell,
} from './setup.mjs'

ensurePackages()
const browser = await ensureBrowser()
if (!ensurePdfTools()) {
  console.error('The tests read PDFs with pdftotext and qpdf. Please install poppler-utils and qpdf.')
  process.exit(1)
}

tryForeignTools()
const shell = tryShell()

let passed = 0
let failed = 0
const secondTry = []
const out = mkdtempSync(join(tmpdir(), 'diary-tests-'))

function check(name, command, ...args) {
  const started = Date.now()
  return counted(name, started, tool(command, args).status)
}

/** Counts a program as one test, by how it ended. */
function counted(name, started, status) {
  const ok = status === 0
  console.log(`${ok ? '✓' : '✗'} ${name} (${Math.round((Date.now() - started) / 1000)} s)`)
  if (ok) passed++
  else failed++
  return ok
}

/** Runs a test runner that writes JSON and adds up what it says; a runner that wrote nothing has failed. */
function suite(name, command, args, env, count) {
  const file = join(out, `${name}.json`)
  const { status } = tool(command, args(file), { env: { ...process.env, CHROMIUM: browser, ...env(file) } })
  try {
    const [good, bad] = count(JSON.parse(readFileSync(file, 'utf8')))
    passed += good
    failed += bad
    if (status !== 0 && bad === 0) failed++
  } catch {
    failed++
  }
}

/** What Playwright says passed only when tried again. */
function flakyIn(suites) {
  return suites.flatMap(({ specs, suites: inner = [] }) => [
    ...specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map(({ title }) => title),
    ...flakyIn(inner),
  ])
}

check('types', 'tsc', '--noEmit', '-p', '.')
check('lint and format', 'biome', 'check', '--error-on-warnings', '.')
check('arrows of the house', 'depcruise', '--config', 'tools/arrows.cjs', 'src')
suite(
  'unit',
  'vitest',
  file => ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  () => ({}),
  report => [
    report.numPassedTests,
    report.numFailedTests +
      report.testResults.filter(one => one.status === 'failed' && one.assertionResults.length === 0).length,
  ],
)
const built = check('build', 'vite', 'build', '--logLevel', 'warn')
const browserSuite = name =>
  suite(
    name,
    'playwright',
    () => ['test', '--config', `tests/${name}/playwright.config.ts`],
    file => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: file, ...(shell ? { CHROMIUM_SHELL: shell } : {}) }),
    ({ stats, suites }) => {
      secondTry.push(...flakyIn(suites))
      return [stats.expected + stats.flaky, stats.unexpected]
    },
  )
// `engines` takes Firefox and WebKitGTK along where they are installed; `npm run test:engines` installs them.
if (built) for (const name of ['e2e', 'engines']) browserSuite(name)
// Killing is mostly waiting: `privacy`, the short form of `npm run test:privacy`, runs meanwhile.
const started = Date.now()
const killing = spawn(process.execPath, [join(root, 'tests/kill/all.mjs'), '--short'], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM: browser },
})
const killed = new Promise(done => killing.once('close', done))
if (built) browserSuite('privacy')
counted('a killed browser loses nothing', started, await killed)
for (const name of secondTry) console.log(`Passed only at the second try: ${name}`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
