import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { amendmentOf } from '../../src/core/amendment.ts'
import { missingDetails } from '../../src/core/details.ts'
import { exampleSteps, type Step } from '../../src/core/example.ts'
import { Incident } from '../../src/core/incident.ts'
import { Profile } from '../../src/core/profile.ts'
import { numbersOf, Report } from '../../src/core/report.ts'
import { readZoned } from '../../src/core/time.ts'
import { exampleDiary } from '../../src/text/example-reports.ts'

const day = 86_400_000
/** A Sunday evening: all of the week is there. */
const evening = Date.UTC(2026, 10, 22, 23, 30)
const steps = exampleSteps(exampleDiary, evening, 'Europe/London')

const timeOf = ({ content }: Step) => {
  const { happened, told } = { ...content } as { happened?: Incident['happened']; told?: Report['told'] }
  const time = happened ?? told
  return time && readZoned(time).at
}

describe('on any day, in any zone', () => {
  const moments = fc.record({
    now: fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2031, 0, 1) }),
    zone: fc.constantFrom('Europe/London', 'America/St_Johns', 'Asia/Beirut', 'Pacific/Chatham', 'UTC'),
  })
  it('every step is of its shape, none lies ahead, and each was written after it happened', () => {
    fc.assert(
      fc.property(moments, ({ now, zone }) => {
        const made = exampleSteps(exampleDiary, now, zone)
        let last = 0
        for (const step of made) {
          if (step.content)
            expect(v.is(step.type === 'incident' ? Incident : Report, step.content)).toBe(true)
          expect(step.written).toBeLessThan(now)
          expect(step.written).toBeGreaterThanOrEqual(last)
          last = step.written
          const at = timeOf(step)
          if (at !== undefined) {
            expect(at).toBeLessThan(step.written)
            expect(now - at).toBeLessThan(100 * day)
          }
        }
        expect(exampleSteps(exampleDiary, now, zone)).toEqual(made)
      }),
      { numRuns: 300 },
    )
  })
  it('each change is what a comparison calls it, and follows a first step', () => {
    fc.assert(
      fc.property(moments, ({ now, zone }) => {
        const stands = new Map<string, object>()
        for (const { id, change, content } of exampleSteps(exampleDiary, now, zone)) {
          const before = stands.get(id)
          if (change === 'withdrawn') expect(before).toBeDefined()
          else if (change === 'first') expect(before).toBeUndefined()
          else expect(amendmentOf(before ?? {}, content ?? {})).toBe(change)
          if (content) stands.set(id, content)
        }
      }),
      { numRuns: 100 },
    )
  })
})

it('holds what there is to show: three months, gaps, kinds, numbers, replies, each sort of change, an unfinished entry', () => {
  const incidents = steps.filter(({ type, change }) => type === 'incident' && change === 'first')
  const times = incidents.map(step => timeOf(step) ?? 0).sort((a, b) => a - b)
  expect(incidents.length).toBeGreaterThan(30)
  expect(evening - (times[0] ?? evening)).toBeGreaterThan(80 * day)
  expect(Math.max(...times.slice(1).map((at, i) => at - (times[i] ?? at)))).toBeGreaterThan(7 * day)
  expect(new Set(incidents.flatMap(({ content }) => (content as Incident).kinds)).size).toBeGreaterThan(4)
  expect(new Set(steps.map(({ change }) => change))).toEqual(
    new Set(['first', 'added', 'changed', 'withdrawn']),
  )
  const reports = steps.flatMap(({ type, content }) => (type === 'report' ? [content as Report] : []))
  expect(new Set(reports.map(({ to }) => to))).toEqual(new Set(['police', 'landlord', 'crimestoppers']))
  expect(reports.some(({ replies }) => replies?.length === 2)).toBe(true)
  const bare = incidents.filter(({ content }) => {
    const entry = { content: content as Incident } as Parameters<typeof missingDetails>[0]
    return missingDetails(entry).length > 2
  })
  expect(bare.length).toBeGreaterThan(0)
})

it('names nobody, and no number of it can be a real one', () => {
  expect(v.is(Profile, exampleDiary.profile)).toBe(true)
  const numbers = exampleDiary.reports.flatMap(({ content, later }) => [
    ...numbersOf(content),
    ...(later && 'content' in later ? numbersOf(later.content) : []),
  ])
  expect(numbers.length).toBeGreaterThan(3)
  for (const { number } of numbers) expect(number).toMatch(/^EX-/)
  expect(exampleDiary.profile.landlord?.email).toMatch(/@example\.org$/)
  expect(exampleDiary.profile.phone).toBeUndefined()
})
