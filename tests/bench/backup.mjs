// A backup, read, locked, opened again and compared, beside bare age encrypting the same bytes with the same work for the
// passphrase. In turns, so that a busy machine is busy for both.
import { measured, median } from './measured.mjs'
import { said } from './phone.mjs'

/** @param {{ incidents?: number, rounds?: number }} options medians in milliseconds */
export async function measureBackup({ incidents = 10_000, rounds = 5 } = {}) {
  const { age, backup, bytes, frozen } = await measured('bench/backup-page.ts', incidents, rounds)
  const times = median(backup.map((one, round) => one / age[round]))
  const seconds = ms => (ms / 1000).toFixed(1)
  return {
    figures: {
      incidents,
      bytes,
      age: Math.round(median(age)),
      backup: Math.round(median(backup)),
      times: Number(times.toFixed(2)),
      longest: Math.round(frozen),
    },
    checks: [
      {
        what: `A backup of ${said(incidents)} incidents, locked, opened again and compared`,
        asked: 'at most 2.5 times age alone, which only locks',
        measured: `${times.toFixed(2)} times (${seconds(median(backup))} s, ${seconds(median(age))} s)`,
        met: times <= 2.5,
      },
    ],
  }
}
