import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patternsOf } from '../../src/core/patterns.ts'
import {
  calendarPicture,
  countsPicture,
  hoursPicture,
  monthsOf,
  type Picture,
  toneOf,
  weeksPicture,
} from '../../src/core/pictures.ts'
import { pictureWords } from '../../src/text/patterns.ts'
import { incident } from './diary-maker.ts'

const words = pictureWords()
const entries = [
  '2026-10-05 12:00',
  '2026-11-20 23:10',
  '2026-11-20 23:50',
  '2026-11-21 02:00',
  '2026-11-23 09:00',
].map(time => incident(time))
const patterns = patternsOf(entries, { period: { from: '2026-10-01', to: '2026-11-23' } })

const rects = (picture: Picture) => picture.shapes.filter(shape => shape.is === 'rect')
const strong = (picture: Picture) =>
  picture.shapes.flatMap(shape => (shape.is === 'label' && shape.strong ? [shape.text] : []))

function expectInside({ width, height, shapes }: Picture) {
  for (const shape of shapes) {
    expect(shape.x).toBeGreaterThanOrEqual(0)
    expect(shape.y).toBeGreaterThanOrEqual(0)
    const [right, bottom] =
      shape.is === 'rect' ? [shape.x + shape.width, shape.y + shape.height] : [shape.x, shape.y]
    expect(right).toBeLessThanOrEqual(width + 0.001)
    expect(bottom).toBeLessThanOrEqual(height + 0.001)
  }
}

describe('toneOf', () => {
  it.each([
    [0, 0, 0],
    [0, 9, 0],
    [1, 1, 1],
    [3, 3, 3],
    [4, 4, 4],
    [1, 100, 1],
    [26, 100, 2],
    [100, 100, 4],
  ])('%i of at most %i is %i', (count, most, tone) => expect(toneOf(count, most)).toBe(tone))
})

describe('the calendar', () => {
  const leaf = calendarPicture('2026-11', patterns, words)
  it('has a mark with its date for each day of the period and none for days after it', () => {
    expect(rects(leaf)).toHaveLength(23)
    expect(rects(leaf).at(-1)).toMatchObject({ date: '2026-11-23', tone: 1 })
    expect(leaf.shapes.filter(shape => shape.is === 'label' && !shape.strong)).toHaveLength(7 + 30)
  })
  it('carries every count as a number', () => expect(strong(leaf)).toEqual(['2', '1', '1']))
  it('begins under the right weekday', () => {
    const column = (month: string) =>
      rects(
        calendarPicture(month, { ...patterns, period: { from: '2026-01-01', to: '2026-12-31' } }, words),
      )[0]?.x
    expect(column('2026-11')).toBe(6 * 42) // 1 November 2026 is a Sunday
    expect(column('2026-06')).toBe(0) // 1 June 2026 is a Monday
  })
  it('touches each month once, latest first', () => {
    expect(monthsOf({ from: '2025-12-31', to: '2026-02-01' })).toEqual(['2026-02', '2026-01', '2025-12'])
    expect(monthsOf({ from: '2026-11-05', to: '2026-11-05' })).toEqual(['2026-11'])
  })
  it.each(['2026-02', '2027-02', '2026-08', '2028-02'])('keeps inside its frame in %s', month =>
    expectInside(
      calendarPicture(month, { ...patterns, period: { from: '2026-01-01', to: '2028-12-31' } }, words),
    ),
  )
})

describe('hours and weeks', () => {
  it('put a number on every hour that has one, from six to six', () => {
    const grid = hoursPicture(patterns, words)
    expect(rects(grid)).toHaveLength(4)
    expect(strong(grid)).toEqual(['1', '1', '2', '1']) // 09 Monday, 12 Monday, 23 Friday, 02 Friday
    expectInside(grid)
  })
  it('say under midnight that it is the next day', () => {
    const labels = hoursPicture(patterns, words).shapes.flatMap(shape =>
      shape.is === 'label' && shape.align === 'end' ? [shape.text] : [],
    )
    expect(labels.slice(6)).toEqual(['00:00', 'next', 'day', '03:00'])
  })
  it('draw a bar for each week that has incidents, pale where the week is cut', () => {
    const bars = weeksPicture(patterns, words)
    expect(strong(bars)).toEqual(['1', '3', '1'])
    expect(rects(bars).map(bar => bar.is === 'rect' && bar.tone)).toEqual([3, 3, 1])
    expectInside(bars)
  })
  it('keep inside their frames whatever the diary', () => {
    const days = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(days, list => {
        const many = list.map(day =>
          incident(`${new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)} 12:00`),
        )
        const all = patternsOf(many, { period: { from: '0001-01-01', to: '2026-11-23' } })
        expectInside(weeksPicture(all, words))
        expectInside(hoursPicture(all, words))
      }),
    )
  })
})

it('counts are bars as long as their share', () => {
  const picture = countsPicture(
    [
      { is: 'a', count: 8 },
      { is: 'b', count: 2 },
    ],
    is => is.toUpperCase(),
  )
  const [first, second] = rects(picture)
  expect(first?.is === 'rect' && second?.is === 'rect' && first.width / second.width).toBe(4)
  expect(strong(picture)).toEqual(['8', '2'])
  expectInside(picture)
})
