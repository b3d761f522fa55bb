/** Where in the week most incidents lie: "mostly Friday to Sunday between 21:00 and 01:00". */

export interface Concentration {
  /** Weekday (Monday 0) the run of days begins on, and how many days it has; 7 is every day. */
  day: number
  days: number
  /** Hour of the clock (0–23) it begins at, and how many hours it has; 24 is all day. */
  hour: number
  hours: number
  /** Incidents inside, of all. */
  count: number
  of: number
}

/** Rows of a week run from six to six, so that a night stays with its evening. */
const dayStarts = 6
const fewest = 10
const mostlyShare = 0.6
const widestArea = 48
const dayLengths = [1, 2, 3, 4, 7]
const hourLengths = [1, 2, 3, 4, 5, 6, 7, 8, 24]

/**
 * The smallest run of weekdays and hours that holds at least six in ten of all incidents, if it takes no more than two
 * days' worth of a week (48 of its 168 hours). Of equally small ones the fullest, then the earliest in the week.
 * `undefined` from fewer than ten incidents or where no such run is. `hours` is weekday (Monday 0) by hour (0–23).
 */
export function concentration(hours: readonly (readonly number[])[]): Concentration | undefined {
  const sums = sumsOf(hours)
  const of = sums(0, 7, 0, 24)
  if (of < fewest) return undefined
  let best: Concentration | undefined
  for (const days of dayLengths) {
    for (const length of hourLengths) {
      if (days * length > Math.min(widestArea, best ? best.days * best.hours : widestArea)) continue
      for (let day = 0; day < (days === 7 ? 1 : 7); day++) {
        // A run over 06:00 would join the end of one evening to the start of the next day; on all days it may.
        const starts = length === 24 ? 1 : days === 7 ? 24 : 25 - length
        for (let start = 0; start < starts; start++) {
          const count = sums(day, days, start, length)
          if (count < of * mostlyShare) continue
          const smaller = !best || days * length < best.days * best.hours
          if (smaller || (best && count > best.count)) {
            best = { day, days, hour: (start + dayStarts) % 24, hours: length, count, of }
          }
        }
      }
    }
  }
  return best
}

/** Sums of any block of the week in one step, wrapping round at Sunday and at six. */
function sumsOf(hours: readonly (readonly number[])[]) {
  const [rows, columns] = [14, 48]
  const table = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0))
  const at = (row: number, column: number) => table[row]?.[column] ?? 0
  for (let row = 1; row <= rows; row++) {
    for (let column = 1; column <= columns; column++) {
      const here = hours[(row - 1) % 7]?.[(column - 1 + dayStarts) % 24] ?? 0
      const line = table[row]
      if (line) line[column] = here + at(row - 1, column) + at(row, column - 1) - at(row - 1, column - 1)
    }
  }
  return (day: number, days: number, start: number, length: number) =>
    at(day + days, start + length) - at(day, start + length) - at(day + days, start) + at(day, start)
}
