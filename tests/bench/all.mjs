// npm run bench: everything in one run. Prints tables, writes tests/bench/results.json with what machine it was, and the
// table of the README. Figures of one run may be set side by side; those of two runs may not.
//
//   npm run bench -- search scroll   some parts alone (see parts.mjs)
//   npm run bench -- --quick         everything, smaller and fewer times: whether it works, not how quick it is
//   npm run bench -- --many 20000    other sizes: few, some, middle, many (incidents), rounds, seconds (scrolling)
//
// What is not whole is written to out/bench.json instead.
import { execFileSync, fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, type as systemName, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureBrowser, ensurePackages, root, tool } from '../../tools/setup.mjs'
import { withFigures } from './readme.mjs'

const whole = { few: 100, some: 1000, middle: 10_000, many: 100_000, rounds: 5, seconds: 12 }
const quick = { few: 100, some: 300, middle: 2000, many: 10_000, rounds: 2, seconds: 4 }
/** A part that takes longer than so many minutes is given up, and said to have failed; the others go on. */
const patience = 6

ensurePackages()
const CHROMIUM = await ensureBrowser()
const { parts } = await import('./parts.mjs')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean' },
    ...Object.fromEntries(Object.keys(whole).map(name => [name, { type: 'string' }])),
  },
})
const { quick: isQuick, ...chosen } = values
const sizes = {
  ...(isQuick ? quick : whole),
  ...Object.fromEntries(Object.entries(chosen).map(([name, text]) => [name, Number(text)])),
}
const unknown = positionals.filter(name => !(name in parts))
if (unknown.length > 0 || Object.values(sizes).some(size => !(size > 0))) {
  console.error(`Parts: ${Object.keys(parts).join(', ')}. Sizes: ${Object.keys(whole).join(', ')}.`)
  process.exit(1)
}
const isWhole = positionals.length === 0 && !isQuick && Object.keys(chosen).length === 0
if (tool('vite', ['build', '--logLevel', 'warn']).status !== 0) process.exit(1)

/** For all that is made on the way, the filled diaries among it, so that nothing is left behind. */
const folder = mkdtempSync(join(tmpdir(), 'diary-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))

/** Runs a part in a process of its own; resolves with what it measured, or with `failed`, a sentence that says why not. */
function measure(name) {
  const part = fork(fileURLToPath(new URL('parts.mjs', import.meta.url)), [name, JSON.stringify(sizes)], {
    env: { ...process.env, CHROMIUM, TMPDIR: folder, BENCH_FILLED: join(folder, 'filled') },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
  let complaint = ''
  part.stderr.on('data', text => {
    complaint = `${complaint}${text}`.slice(-4000)
  })
  return new Promise(resolve => {
    const late = setTimeout(() => {
      // Its browsers go with it: they end when the pipe to them is closed.
      part.kill('SIGKILL')
      resolve({ failed: `It was not done after ${patience} minutes and was given up.` })
    }, patience * 60_000)
    part.on('message', resolve)
    part.on('exit', () => {
      clearTimeout(late)
      const why = /^\S*(?:Error|Timeout)[^\n]*|^[^\n]*: [^\n]*(?:exceeded|closed)[^\n]*/m.exec(complaint)?.[0]
      resolve({ failed: `It ended before it was done${why ? `: ${why}` : '.'}` })
      if (complaint) process.stderr.write(complaint)
    })
  })
}

const rounded = number => Number(number.toFixed(1))
const results = {
  taken: new Date().toISOString(),
  machine: {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    system: systemName(),
    node: process.version,
    browser: execFileSync(CHROMIUM, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim(),
    /** How many programs wanted a processor, before and after: with more than there are cores, times say little. */
    load: [rounded(loadavg()[0] ?? 0)],
  },
  sizes,
  parts: {},
}
for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
  console.log(`${new Date().toISOString().slice(11, 19)} ${name} …`)
  const began = performance.now()
  const found = await measure(name)
  results.parts[name] = { ...found, seconds: Math.round((performance.now() - began) / 1000) }
  if ('failed' in found) console.log(`  ✗ ${found.failed}`)
  else
    for (const { what, asked, measured, met } of found.checks)
      console.log(`  ${met ? '✓' : '✗'} ${what}: ${measured} (asked: ${asked})`)
}
results.machine.load.push(rounded(loadavg()[0] ?? 0))

const json = `${JSON.stringify(results, null, 2)}\n`
if (isWhole) {
  const readme = join(root, 'README.md')
  writeFileSync(fileURLToPath(new URL('results.json', import.meta.url)), json)
  writeFileSync(readme, withFigures(readFileSync(readme, 'utf8'), results))
} else {
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(join(root, 'out/bench.json'), json)
}
console.table(
  Object.entries(results.parts).flatMap(([part, { failed, checks = [] }]) =>
    failed
      ? [{ part, what: failed, met: '✗' }]
      : checks.map(({ what, asked, measured, met }) => ({
          part,
          what,
          asked,
          measured,
          met: met ? '✓' : '✗',
        })),
  ),
)
console.log(isWhole ? 'Written: tests/bench/results.json, README.md' : 'Written: out/bench.json')
