/** Moments as they may stand in a record: of any zone, near clock changes, by rules that zones no longer have. */
import fc from 'fast-check'
import { type ZonedTime, zonedAt } from '../../src/core/time.ts'

export const aZone = fc.constantFrom(
  'Europe/London',
  'Europe/Paris',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Etc/GMT+5',
  'UTC',
)

const minute = 60_000
const around = (at: number) => fc.integer({ min: -180, max: 180 }).map(minutes => at + minutes * minute)

/** Milliseconds, whole minutes; every other one is within hours of a change of clocks in one of the zones. */
export const anInstant = fc.oneof(
  fc
    .integer({ min: Date.UTC(2000, 0, 1) / minute, max: Date.UTC(2026, 10, 30) / minute })
    .map(at => at * minute),
  fc
    .constantFrom(
      Date.UTC(2026, 9, 25, 1),
      Date.UTC(2026, 2, 29, 1),
      Date.UTC(2026, 3, 4, 15),
      Date.UTC(2026, 10, 1, 6),
      Date.UTC(2011, 11, 30, 10),
    )
    .chain(around),
)

/** An instant as it may have been written down: by the zone as we know it, or by any other offset. */
export const writtenAt = (at: number): fc.Arbitrary<ZonedTime> =>
  fc
    .tuple(aZone, fc.option(fc.integer({ min: -56, max: 56 }), { freq: 4 }))
    .map(([zone, quarters]) => (quarters === null ? zonedAt(at, zone) : byOffset(at, quarters * 15, zone)))

function byOffset(at: number, offset: number, zone: string): ZonedTime {
  const wall = new Date(at + offset * minute).toISOString().slice(0, 16)
  const size = new Date(Math.abs(offset) * minute).toISOString().slice(11, 16)
  return `${wall}:00${offset < 0 ? '-' : '+'}${size}[${zone}]` as ZonedTime
}

/** What a person typed, as a record keeps it. */
export const typed = fc
  .string({ unit: 'grapheme' })
  .map(text => text.trim())
  .filter(text => text !== '')
