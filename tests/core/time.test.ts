import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseZoned } from '../../src/core/time.ts'

/** As `Date` itself reads it; only what reads back the same is a date and a time. */
function byDate(wall: string): number | undefined {
  const at = Date.parse(`${wall}:00.000Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 16) === wall ? at : undefined
}

describe('a stored time', () => {
  const padded = (most: number, signs: number) =>
    fc.integer({ min: 0, max: most }).map(one => String(one).padStart(signs, '0'))

  test('is read as the calendar has it, and is none where the calendar has no such day or the clock no such time', () => {
    fc.assert(
      fc.property(
        padded(9999, 4),
        padded(13, 2),
        padded(32, 2),
        padded(25, 2),
        padded(61, 2),
        (year, month, day, hours, minutes) => {
          const wall = `${year}-${month}-${day}T${hours}:${minutes}`
          expect(parseZoned(`${wall}:00+00:00[Europe/London]`)?.at).toBe(byDate(wall))
        },
      ),
      { numRuns: 5_000 },
    )
  })

  test.each(['0000-02-29T00:00', '0099-12-31T23:59', '1900-02-28T12:00', '2000-02-29T00:00'])('%s', wall => {
    expect(parseZoned(`${wall}:00+00:00[Europe/London]`)?.at).toBe(byDate(wall))
    expect(byDate(wall)).toBeDefined()
  })

  test.each(['1900-02-29T00:00', '2026-02-30T10:00', '2026-04-31T10:00', '2026-01-01T24:00'])(
    'not %s',
    wall => {
      expect(parseZoned(`${wall}:00+00:00[Europe/London]`)).toBeUndefined()
    },
  )
})
