// The sheet beside other libraries that draw the same words with the same fonts, from the entries of a diary to the bytes
// of a file; in Node, each in a process of its own, and in Chromium.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { chromiumFlags, chromiumPath, site } from '../../harness/site.mjs'
import { median } from '../measured.mjs'
import { partsOf } from './parts.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '../../..')
const fonts = join(root, 'src/sheet/fonts')
const names = ['ours', 'pdfkit', 'pdfmake', 'autotable', 'pdf-lib', 'jspdf']
/** Those that the sheet is held against; plain jsPDF is what it stands on. */
const rivals = names.slice(1, 5)

/** The other libraries are no part of the app: they come when they are measured, into a folder of their own. */
function install() {
  if (existsSync(join(here, 'node_modules'))) return
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: here,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('the libraries to compare with could not be installed')
}

async function inNode(rounds, folder) {
  const bundle = join(folder, 'content.mjs')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: join(here, 'content.ts'),
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: 'content.mjs' } },
    },
    ssr: { noExternal: true },
  })
  const once = (name, incidents, times, file) => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [join(here, 'one.mjs'), bundle, fonts, name, incidents, times, file].filter(Boolean).map(String),
      { encoding: 'utf8', maxBuffer: 1 << 26 },
    )
    if (status !== 0) throw new Error(`${name}: ${stderr.slice(0, 2000)}`)
    return JSON.parse(stdout.slice(stdout.lastIndexOf('{"walls"')))
  }
  // Round by round, so that a busy machine is busy for all; the first drawing of each process warms up.
  const taken = Object.fromEntries(names.map(name => [name, { walls: [], cpus: [], memory: 0 }]))
  for (let round = 0; round < rounds; round++)
    for (const name of names) {
      const { walls, cpus, memory } = once(name, 1000, 4, join(folder, `${name}.pdf`))
      taken[name].walls.push(...walls.slice(1))
      taken[name].cpus.push(...cpus.slice(1))
      taken[name].memory = Math.max(taken[name].memory, memory)
    }
  const thousand = names.map(name => ({
    name,
    wall: median(taken[name].walls),
    cpu: median(taken[name].cpus),
    memory: taken[name].memory,
    parts: partsOf(readFileSync(join(folder, `${name}.pdf`))),
  }))
  // A process of its own for each, so that neither is warmer than the other.
  const growth = Array.from({ length: rounds }, () => {
    const [small, big] = [once('ours', 1000, 1), once('ours', 10_000, 1)]
    return { small: small.cpus[0], big: big.cpus[0], memory: big.memory }
  })
  return {
    thousand,
    tenThousand: {
      cpu: median(growth.map(({ big }) => big)),
      times: median(growth.map(({ small, big }) => big / small)),
      memory: Math.max(...growth.map(({ memory }) => memory)),
    },
  }
}

async function inBrowser(rounds) {
  const { url, close } = await site('bench/sheet/page.mjs')
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags })
  const taken = Object.fromEntries(names.map(name => [name, []]))
  try {
    const page = await browser.newPage()
    await page.goto(url)
    await page.waitForFunction(() => 'draw' in window)
    for (let round = -1; round < rounds; round++)
      for (const name of names) {
        const wall = await page.evaluate(([which, count]) => window.draw(which, count), [name, 1000])
        if (round >= 0) taken[name].push(wall)
      }
  } finally {
    await browser.close()
    close()
  }
  return names.map(name => ({ name, wall: median(taken[name]) }))
}

/**
 * Medians: `wall` and `cpu` in milliseconds, `memory` in megabytes, `parts` in bytes. `checks` are what must hold.
 * @param {{ rounds?: number }} options
 */
export async function measureSheet({ rounds = 3 } = {}) {
  install()
  const folder = mkdtempSync(join(tmpdir(), 'diary-sheet-bench-'))
  try {
    const node = await inNode(rounds, folder)
    const browser = await inBrowser(rounds)
    const [own, ...others] = node.thousand
    const rival = ({ name }) => rivals.includes(name)
    const least = (list, of) => Math.min(...list.filter(rival).map(of))
    const fastest = { node: least(others, one => one.cpu), browser: least(browser, one => one.wall) }
    const smallest = least(others, one => one.parts.pagesAndFonts)
    const browserOwn = browser[0].wall
    const { tenThousand } = node
    const ms = value => `${value.toFixed(0)} ms`
    const kB = value => `${(value / 1000).toFixed(0)} kB`
    const checks = [
      {
        what: 'A sheet of 1,000 incidents, drawn in Chromium',
        asked: `no slower than the fastest of four others (${ms(fastest.browser)})`,
        measured: ms(browserOwn),
        met: browserOwn <= fastest.browser,
      },
      {
        what: 'A sheet of 1,000 incidents, drawn in Node',
        asked: `no slower than the fastest of four others (${ms(fastest.node)})`,
        measured: `${ms(own.cpu)} of processor`,
        met: own.cpu <= fastest.node,
      },
      {
        what: 'A sheet of 10,000 incidents',
        asked: 'at most 11 times 1,000, under 700 MB',
        measured: `${tenThousand.times.toFixed(1)} times, ${tenThousand.memory.toFixed(0)} MB`,
        met: tenThousand.times <= 11 && tenThousand.memory < 700,
      },
      {
        what: 'Pages and fonts of its file',
        asked: `no larger than the smallest of four others (${kB(smallest)})`,
        measured: `${kB(own.parts.pagesAndFonts)}; tags add ${kB(own.parts.tags)}, their marks on pages ${kB(own.parts.marks)}`,
        met: own.parts.pagesAndFonts <= smallest,
      },
    ]
    return { figures: { node, browser }, checks }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
