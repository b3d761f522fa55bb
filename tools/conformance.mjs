// npm run conformance: makes documents and has others read them. veraPDF says whether they are PDF/UA-1 and PDF/A-3a,
// qpdf whether the file is sound, poppler, pdf.js and mupdf whether the text that was written comes back.
// Needs Java and Maven, which fetches veraPDF once into a cache outside the repository; what is missing is said, and is no pass.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { createServer } from 'vite'
import { ensurePackages, root } from './setup.mjs'

const verapdf = { version: '1.28.2', main: 'org.verapdf.apps.GreenfieldCliWrapper' }
const cache = join(
  process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
  `doorstep-diary-verapdf-${verapdf.version}`,
)

let passed = 0
let failed = 0
function check(name, ok, why = '') {
  console.log(`${ok ? '✓' : '✗'} ${name}${ok || !why ? '' : `\n  ${why}`}`)
  if (ok) passed++
  else failed++
}

const hash = bytes => createHash('sha256').update(bytes).digest('hex').slice(0, 32)
const run = (command, args, options = {}) =>
  spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, ...options })
const has = (command, ...args) => run(command, args).error === undefined

ensurePackages()
const missing = [
  ['java', '-version', 'Java (openjdk-17-jre-headless): veraPDF runs on it'],
  ['mvn', '-v', 'Maven (maven): fetches veraPDF'],
  ['qpdf', '--version', 'qpdf'],
  ['pdftotext', '-v', 'poppler (poppler-utils)'],
  ['mutool', '-v', 'mupdf (mupdf-tools)'],
].filter(([command, arg]) => !has(command, arg))
if (missing.length > 0) {
  console.error(
    `Nothing was checked. Please install:\n${missing.map(([, , name]) => `- ${name}`).join('\n')}`,
  )
  process.exit(1)
}
fetchValidator()

const here = join(root, 'tests/conformance')
if (!existsSync(join(here, 'node_modules')))
  run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' })
const naughty = createRequire(join(here, 'package.json'))('big-list-of-naughty-strings')

const server = await createServer({
  root,
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
})
const load = path => server.ssrLoadModule(`/${path}`)
const { ownStrings } = await load('tests/conformance/strings.ts')
const { documents } = await load('tests/conformance/documents.ts')
const { boxEngine } = await load('tests/conformance/box-engine.ts')
const { differences } = await load('tests/conformance/texts.ts')
const { letter } = await load('tests/sheet/tagged-example.ts')
const { documentOf } = await load('src/sheet/document.ts')
const { readFace } = await load('src/sheet/fonts/face.ts')

// A field is never empty, and holds no lone surrogate: the form sees to both.
const strings = [
  ...ownStrings,
  ...naughty.filter(text => text.trim() !== '' && text.isWellFormed?.() !== false),
]
const face = weight =>
  readFace(new Uint8Array(readFileSync(join(root, `src/sheet/fonts/NotoSans-${weight}.ttf`))))
const faces = { regular: face('Regular'), bold: face('Bold'), engine: boxEngine }
const folder = process.env.OUT ?? mkdtempSync(join(tmpdir(), 'diary-conformance-'))
mkdirSync(folder, { recursive: true })
const files = {}
for (const [name, request] of Object.entries(documents(strings))) {
  const started = Date.now()
  const { bytes, pages } = documentOf(request, faces)
  files[name] = join(folder, `${name}.pdf`)
  writeFileSync(files[name], bytes)
  console.log(`  ${name}: ${pages} pages, ${bytes.length} bytes, ${Date.now() - started} ms`)
}
files.letter = join(folder, 'letter.pdf')
const regular = readFileSync(join(root, 'src/sheet/fonts/NotoSans-Regular.ttf')).toString('base64')
writeFileSync(files.letter, letter(regular, hash))
await server.close()

for (const [name, file] of Object.entries(files)) {
  const { status, stdout } = run('qpdf', ['--check', file])
  check(`${name} is a sound file (qpdf)`, status === 0 && !/WARNING/.test(stdout), stdout.slice(0, 500))
}
// Level a holds all of level u.
for (const [flavour, standard] of [
  ['ua1', 'PDF/UA-1'],
  ['3a', 'PDF/A-3a'],
])
  validate(flavour, standard)
readInOrder()
await readBack()
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

function fetchValidator() {
  if (existsSync(join(cache, 'done'))) return
  mkdirSync(cache, { recursive: true })
  writeFileSync(
    join(cache, 'pom.xml'),
    `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>local</groupId><artifactId>validator</artifactId><version>1</version><dependencies><dependency>
<groupId>org.verapdf.apps</groupId><artifactId>greenfield-apps</artifactId><version>${verapdf.version}</version>
</dependency></dependencies></project>`,
  )
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies'
  const { status } = run('mvn', ['-q', '-B', goal, '-DoutputDirectory=lib'], { cwd: cache, stdio: 'inherit' })
  if (status !== 0) {
    console.error('Nothing was checked: Maven could not fetch veraPDF.')
    process.exit(1)
  }
  writeFileSync(join(cache, 'done'), '')
}

function validate(flavour, standard) {
  const names = Object.entries(files)
  const { stdout } = run('java', [
    ...['-cp', join(cache, 'lib', '*'), verapdf.main, '-f', flavour, '--format', 'text', '-v'],
    ...names.map(([, file]) => file),
  ])
  for (const [name, file] of names) {
    const verdict = stdout.split('\n').find(line => line.includes(file)) ?? ''
    check(
      `${name} is ${standard} (veraPDF ${verapdf.version})`,
      verdict.startsWith('PASS'),
      stdout.slice(0, 1500),
    )
  }
}

/** What somebody hears who has the sheet read out: the sections in their order, and every incident after the one before. */
function readInOrder() {
  const heard = run('pdfinfo', ['-struct-text', files['sheet-34']]).stdout.replace(/"\s+"|\s+/g, ' ')
  const order = [
    ...['Diary sheet', 'Who writes', 'Name', 'Landlord and place', 'Police references', 'Reports made'],
    ...['New since the last sheet', 'In short', 'The pattern', 'Incidents at a glance', 'Incidents in full'],
    ...Array.from({ length: 34 }, (_, i) => `Incident ${i + 1} `),
    ...['Reports made', 'Report 1', 'Declaration', 'Signature'],
  ]
  let at = 0
  const lost = order.find(words => {
    const found = heard.indexOf(words, at)
    at = found + words.length
    return found < 0
  })
  check(
    'sheet-34 reads in the right order (pdfinfo -struct-text)',
    lost === undefined,
    `not found in its place: ${lost}`,
  )
}

async function readBack() {
  for (const name of ['sheet-scripts', 'record-scripts']) {
    const file = files[name]
    const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise
    let text = ''
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent({ disableNormalization: true })
      text += `${items.map(item => item.str + (item.hasEOL ? '\n' : '')).join('')}\n`
    }
    await pdf.destroy()
    const readers = {
      poppler: run('pdftotext', ['-raw', file, '-']).stdout,
      'pdf.js': text,
      mupdf: run('mutool', ['draw', '-q', '-F', 'txt', file]).stdout,
    }
    for (const [reader, extracted] of Object.entries(readers)) {
      const wrong = differences(extracted, strings, reader)
      const shown = wrong
        .slice(0, Number(process.env.SHOW ?? 3))
        .map(one => JSON.stringify(one))
        .join('\n  ')
      check(
        `${name}: ${strings.length - wrong.length} of ${strings.length} strings come back by ${reader}`,
        wrong.length === 0,
        shown,
      )
    }
  }
}
