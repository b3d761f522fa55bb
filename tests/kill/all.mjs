// npm run test:kill: every browser here, killed again and again in the middle of logging and of typing.
// `--short` is what npm test runs: Chromium alone, a few kills.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { browsers } from './browsers.mjs'

const short = process.argv.includes('--short')
const plan = short
  ? [['chromium', 3, 60, 1]]
  : [
      ['chromium', 20, 1000, 5],
      ['firefox', 10, 200, 3],
      ['webkit', 5, 50, 3],
    ]

let failed = 0
for (const [name, kills, saves, drafts] of plan) {
  const { program, install } = browsers[name]
  if (!existsSync(program)) {
    console.log(`${name} is not here (${install}): not tested, and so not passed`)
    failed++
    continue
  }
  for (const [file, ...args] of [
    ['kill.mjs', name, kills, saves],
    ['drafts.mjs', name, drafts],
    ['lock.mjs', name, short ? 3 : name === 'chromium' ? 100 : 20],
    ...(short ? [] : [['upgrade.mjs', name, name === 'chromium' ? 10 : 3]]),
    ['restore.mjs', name, short ? 2 : name === 'chromium' ? 10 : 3, short ? 300 : 10_000],
    ...(name === 'chromium' && !short && process.getuid?.() === 0 ? [['full-disk.mjs']] : []),
    ...(name === 'chromium'
      ? [
          ['windows.mjs', 4, short ? 25 : 250],
          ['torn.mjs', short ? 1 : 3],
        ]
      : []),
    ...(name === 'webkit' ? [['dead-connection.mjs']] : []),
  ]) {
    const path = fileURLToPath(new URL(file, import.meta.url))
    if (spawnSync(process.execPath, [path, ...args.map(String)], { stdio: 'inherit' }).status !== 0) failed++
  }
}
process.exit(failed === 0 ? 0 : 1)
