import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concentration } from '../../src/core/concentration.ts'

const week = (cells: [day: number, hour: number, count: number][]) => {
  const hours = Array.from({ length: 7 }, () => new Array<number>(24).fill(0))
  for (const [day, hour, count] of cells) {
    const row = hours[day]
    if (row) row[hour] = count
  }
  return hours
}

describe('concentration', () => {
  it('finds Friday to Sunday between 21:00 and 01:00', () => {
    const cells = [4, 5, 6].flatMap(day =>
      [21, 22, 23, 0].map((hour): [number, number, number] => [day, hour, 1]),
    )
    expect(concentration(week([...cells, [1, 12, 1], [2, 9, 1]]))).toMatchObject({ count: 9, of: 14 })
    const full = cells.map(([day, hour]): [number, number, number] => [day, hour, 5])
    // All twelve cells are needed for six in ten only when the rest of the week holds much too.
    const elsewhere = [0, 1, 2, 3].map((day): [number, number, number] => [day, 12, 9])
    expect(concentration(week([...full, ...elsewhere]))).toEqual({
      day: 4,
      days: 3,
      hour: 21,
      hours: 4,
      count: 60,
      of: 96,
    })
  })
  it('says nothing of nine incidents, nor of a week that is even all over', () => {
    expect(concentration(week([[4, 22, 9]]))).toBeUndefined()
    expect(concentration(week([[4, 22, 10]]))).toEqual({
      day: 4,
      days: 1,
      hour: 22,
      hours: 1,
      count: 10,
      of: 10,
    })
    expect(concentration(Array.from({ length: 7 }, () => new Array<number>(24).fill(3)))).toBeUndefined()
  })
  it('runs over Sunday into Monday, and every day over six in the morning', () => {
    expect(
      concentration(
        week([
          [6, 20, 5],
          [0, 20, 5],
          [3, 3, 3],
        ]),
      ),
    ).toMatchObject({ day: 6, days: 2, hour: 20, hours: 1, count: 10 })
    const mornings = Array.from({ length: 7 }, (_, day): [number, number, number][] => [
      [day, 5, 2],
      [day, 6, 2],
    ])
    expect(concentration(week(mornings.flat()))).toMatchObject({
      day: 0,
      days: 7,
      hour: 5,
      hours: 2,
      count: 28,
    })
  })
  it('counts what it names, holds six in ten, and no smaller run of its lengths does', () => {
    const cells = fc.array(fc.tuple(fc.nat(6), fc.nat(23), fc.integer({ min: 1, max: 4 })), { maxLength: 30 })
    fc.assert(
      fc.property(cells, list => {
        const hours = week(list)
        const found = concentration(hours)
        const inside = (day: number, days: number, hour: number, length: number) => {
          let sum = 0
          for (let d = day; d < day + days; d++)
            for (let h = hour; h < hour + length; h++) sum += hours[d % 7]?.[h % 24] ?? 0
          return sum
        }
        const of = inside(0, 7, 0, 24)
        if (found) {
          expect(found.count).toBe(inside(found.day, found.days, found.hour, found.hours))
          expect(found.of).toBe(of)
          expect(found.count / of).toBeGreaterThanOrEqual(0.6)
        }
        const limit = found ? found.days * found.hours : 49
        for (const days of [1, 2, 3, 4])
          for (let length = 1; days * length < limit && length <= 8; length++)
            for (let day = 0; day < 7; day++)
              for (let start = 6; start + length <= 30; start++)
                if (of >= 10) expect(inside(day, days, start, length) / of).toBeLessThan(0.6)
      }),
      { numRuns: 60 },
    )
  })
})
