import 'fake-indexeddb/auto'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { Incident } from '../../src/core/incident.ts'
import { contentShapes } from '../../src/core/record.ts'
import { readZoned } from '../../src/core/time.ts'
import { openDiary } from '../../src/store/diary.ts'
import { madeDiary } from './diary.ts'
import { fill } from './fill.ts'

const until = Date.UTC(2026, 10, 23, 9)

describe('a made-up diary', () => {
  const steps = madeDiary({ incidents: 2000, until })
  const firsts = steps.filter(step => step.change === 'first' && step.type === 'incident')

  it('is the same for the same seed, and another for another', () => {
    expect(madeDiary({ incidents: 50, until })).toEqual(madeDiary({ incidents: 50, until }))
    expect(madeDiary({ incidents: 50, until, seed: 2 })).not.toEqual(madeDiary({ incidents: 50, until }))
  })

  it('has as many incidents as wanted, written in order, none in the future', () => {
    expect(firsts).toHaveLength(2000)
    expect(steps.every((step, i) => i === 0 || (steps[i - 1]?.written ?? 0) <= step.written)).toBe(true)
    expect(steps.at(-1)?.written).toBeLessThanOrEqual(until)
  })

  it('holds only what the record takes', () => {
    for (const { type, content } of steps) if (content) v.assert(contentShapes[type], content)
  })

  it('has all that a diary has: details added, corrections, things taken back, reports, other scripts', () => {
    expect(new Set(steps.map(step => step.change))).toEqual(
      new Set(['first', 'added', 'changed', 'withdrawn']),
    )
    expect(steps.some(step => step.type === 'report')).toBe(true)
    const text = JSON.stringify(steps)
    for (const script of [/\p{Script=Arabic}/u, /\p{Script=Bengali}/u, /\p{Script=Han}/u, /ł/])
      expect(text).toMatch(script)
  })

  it('shows the same first screen, however long it is', () => {
    const newest = (incidents: number) =>
      madeDiary({ incidents, until })
        .filter(step => step.change === 'first' && step.type === 'incident')
        .map(({ content }) => content as Incident)
        .sort((a, b) => (a.happened < b.happened ? 1 : -1))
        .slice(0, 10)
    expect(newest(2000)).toEqual(newest(500))
  })

  it('has bursts and quiet weeks', () => {
    const weeks = new Map<number, number>()
    for (const { content } of firsts) {
      const { at } = readZoned((content as { happened: Parameters<typeof readZoned>[0] }).happened)
      const week = Math.floor((until - at) / (7 * 86_400_000))
      weeks.set(week, (weeks.get(week) ?? 0) + 1)
    }
    const counts = Array.from({ length: 104 }, (_, week) => weeks.get(week) ?? 0).sort((a, b) => a - b)
    expect(counts[5]).toBeLessThan(3)
    expect(counts.at(-5)).toBeGreaterThan(40)
  })
})

it('written in bulk it is a diary like any other, and Check my diary finds nothing', async () => {
  await fill(150, until, 'made-up')
  const diary = await openDiary({ clock: () => until, zone: () => 'Europe/London', databaseName: 'made-up' })
  expect((await diary.counts()).incident).toBe(150)
  expect((await diary.openIncidents()).map(entry => entry.number)).toEqual([150])
  const { findings, entries } = await diary.checkDiary()
  expect(findings).toEqual([])
  expect(entries).toBeGreaterThan(150)
  diary.close()
})
