/** In the browser: the offsets that the diary works out, where the engine has Temporal, beside those that Intl says. */
import { readZoned, zonedAt } from '../../src/core/time.ts'

const zones = [
  'Europe/London',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'UTC',
]

/** Instants at which the two differ; every 3 hours 17 minutes of four years, before 1970 and after. */
function differing(): string[] {
  const wrong: string[] = []
  for (const zone of zones) {
    const intl = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' })
    for (const start of [Date.UTC(1965, 0), Date.UTC(2011, 6), Date.UTC(2025, 11), Date.UTC(2026, 11)]) {
      for (let at = start; at < start + 366 * 86_400_000; at += 197 * 60_000) {
        const name = intl.formatToParts(at).find(part => part.type === 'timeZoneName')?.value ?? ''
        const said = name.replace('GMT', '') || '+00:00'
        if (readZoned(zonedAt(at, zone)).offset !== said) wrong.push(`${zone} ${at} ${said}`)
      }
    }
  }
  return wrong
}

Object.assign(window, { differing, hasTemporal: 'Temporal' in globalThis })
