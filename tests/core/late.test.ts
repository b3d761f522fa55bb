import { expect, it } from 'vitest'
import { daysLate } from '../../src/core/late.ts'
import type { Instant } from '../../src/core/time.ts'
import { when } from './diary-maker.ts'

it.each([
  // Ten minutes after midnight in British summer, written twenty minutes after the next: by UTC the same date.
  ['2026-07-01T00:10:00+01:00[Europe/London]', '2026-07-01T23:20:00.000Z', 1],
  ['2026-07-01T00:10:00+01:00[Europe/London]', '2026-07-01T23:10:00.000Z', 0],
  ['2026-07-01T23:50:00+01:00[Europe/London]', '2026-07-02T23:10:00.000Z', 2],
  // The date there counts, not the one where the phone has gone since: in Los Angeles it is still the 2nd.
  ['2026-07-02T00:10:00+09:00[Asia/Tokyo]', '2026-07-02T16:10:00.000Z', 1],
  ['2026-07-01T20:00:00+01:00[Europe/London]', '2026-07-11T08:00:00.000Z', 10],
])('%s, written %s: %i days later', (happened, written, days) =>
  expect(daysLate(when(happened), written as Instant)).toBe(days),
)
