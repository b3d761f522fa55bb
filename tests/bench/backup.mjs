// node tests/bench/backup.mjs [incidents] [times]: a backup, read, locked, opened again and compared, beside bare age
// encrypting the same bytes with the same work for the passphrase. In turns, so that a busy machine is busy for both.
import { measured, median } from './measured.mjs'

const [incidents = '10000', times = '7'] = process.argv.slice(2)
const { age, backup, bytes, frozen } = await measured(
  'bench/backup-page.ts',
  Number(incidents),
  Number(times),
)

const ratios = backup.map((one, i) => one / age[i])
const seconds = number => (number / 1000).toFixed(2)
console.log(
  `${incidents} incidents, ${bytes} bytes, median of ${times}: bare age ${seconds(median(age))} s, backup checked ${seconds(median(backup))} s, ${median(ratios).toFixed(2)} times (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}); the page never waited longer than ${Math.round(frozen)} ms`,
)
