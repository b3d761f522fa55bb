// npm run bench:sheet: the sheet beside other libraries drawing the same words with the same fonts, each in its own process.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '../../..')
const out = join(root, 'node_modules/.bench-sheet')
mkdirSync(out, { recursive: true })
if (!existsSync(join(here, 'node_modules')))
  spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' })

await build({
  root,
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: join(here, 'content.ts'),
    outDir: out,
    emptyOutDir: false,
    rollupOptions: { output: { entryFileNames: 'content.mjs' } },
  },
})
const bundle = join(out, 'content.mjs')
const { itemsOf } = await import(pathToFileURL(bundle).href)
const fonts = {
  regular: join(root, 'src/sheet/fonts/NotoSans-Regular.ttf'),
  bold: join(root, 'src/sheet/fonts/NotoSans-Bold.ttf'),
}

function measure(name, incidents, times) {
  const source = join(out, `content-${incidents}.json`)
  writeFileSync(source, JSON.stringify({ incidents, root, bundle, ...fonts, items: itemsOf(incidents) }))
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(here, 'one.mjs'), name, source, String(times)],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    },
  )
  if (status !== 0) throw new Error(`${name}: ${stderr.slice(0, 2000)}`)
  return JSON.parse(stdout.slice(stdout.lastIndexOf('{"name"')))
}

const times = Number(process.env.TIMES ?? 6)
const row = ({ name, wall, cpu, rss, bytes, parts }) =>
  [
    name.padEnd(10),
    `${wall.toFixed(0)} ms`.padStart(10),
    `${cpu.toFixed(0)} ms cpu`.padStart(12),
    `${rss.toFixed(0)} MB`.padStart(9),
    `${(bytes / 1000).toFixed(0)} kB`.padStart(10),
    `${((bytes - parts.tags - parts.attached) / 1000).toFixed(0)} kB without tags`.padStart(22),
  ].join(' ')

console.log('1,000 incidents, median:')
const all = ['ours', 'jspdf', 'pdfkit', 'pdfmake', 'autotable', 'pdf-lib'].map(name => {
  const result = measure(name, 1000, name === 'pdf-lib' || name === 'autotable' ? Math.min(times, 3) : times)
  console.log(row(result))
  return result
})
const [own, ...others] = all
const fastest = Math.min(...others.map(({ cpu }) => cpu))
const smallest = Math.min(...others.map(({ bytes }) => bytes))
console.log('10,000 incidents:')
const big = measure('ours', 10_000, 1)
console.log(row(big))
const small = measure('ours', 1000, 1)
const checks = [
  [
    `no slower than the fastest (${own.cpu.toFixed(0)} against ${fastest.toFixed(0)} ms of processor)`,
    own.cpu <= fastest,
  ],
  [`no larger than the smallest, without tags`, own.bytes - own.parts.tags - own.parts.attached <= smallest],
  [
    `10,000 incidents take ${(big.cpu / small.cpu).toFixed(1)} times as long as 1,000 (at most 11)`,
    big.cpu <= 11 * small.cpu,
  ],
  [`10,000 incidents need ${big.rss.toFixed(0)} MB (under 700)`, big.rss < 700],
]
for (const [what, ok] of checks) console.log(`${ok ? '✓' : '✗'} ${what}`)
process.exit(checks.every(([, ok]) => ok) ? 0 : 1)
