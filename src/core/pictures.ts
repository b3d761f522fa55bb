/**
 * The drawings of a pattern as plain shapes, for two hands: SVG on screen and vector lines in the PDF. They work without
 * colour: every mark carries its number or has a length that says the same.
 * Units are screen pixels at full size; x runs right, y runs down; a label's y is its baseline.
 */
import type { Counted, Patterns } from './patterns.ts'
import { addDays, addMonths, daysBetween } from './time.ts'

/** How dark a mark is, 0 (an empty place, outline only) to 4. A hand may pick its inks; a label on 3 or 4 must be light. */
export type Tone = 0 | 1 | 2 | 3 | 4

export type Shape =
  | { is: 'rect'; x: number; y: number; width: number; height: number; tone: Tone; date?: string }
  | {
      is: 'label'
      x: number
      y: number
      text: string
      size: number
      align: 'start' | 'middle' | 'end'
      /** The mark it stands on. */
      on: Tone
      strong?: boolean
    }
  /** A thin pale line that guides the eye; it says nothing. */
  | { is: 'rule'; x: number; y: number; width: number }

export interface Picture {
  width: number
  height: number
  shapes: Shape[]
}

/** Words the drawings need, short ones; see `text/patterns.ts`. */
export interface PictureWords {
  /** Monday first, as "Mon". */
  weekdays: readonly string[]
  /** "21:00" for 21. */
  hour(hour: number): string
  /** For the hours after midnight, which stand under the day before: "next day", a word a line. */
  nextDay: readonly string[]
  /** "3 Nov" for a date. */
  date(date: string): string
}

const width = 292
const cell = { width: 40, height: 40, gap: 2 }

/** Counts as tones, one scale for all pictures of the same `most`: small counts stay pale in a small diary too. */
export function toneOf(count: number, most: number): Tone {
  if (count <= 0) return 0
  return Math.min(4, Math.ceil((4 * count) / Math.max(4, most))) as Tone
}

/** A month as a calendar leaf. Days in the period are marks with their date; `month` is `2026-11`. */
export function calendarPicture(
  month: string,
  { days, period }: Pick<Patterns, 'days' | 'period'>,
  words: PictureWords,
): Picture {
  const most = Math.max(0, ...days.values())
  const first = `${month}-01`
  const length = daysBetween(first, addMonths(first, 1))
  const leading = weekday(first)
  const head = 18
  const shapes: Shape[] = words.weekdays.map((text, i) => ({
    is: 'label',
    x: i * (cell.width + cell.gap) + cell.width / 2,
    y: 12,
    text,
    size: 12,
    align: 'middle',
    on: 0,
  }))
  for (let day = 0; day < length; day++) {
    const date = addDays(first, day)
    const place = leading + day
    const x = (place % 7) * (cell.width + cell.gap)
    const y = head + Math.floor(place / 7) * (cell.height + cell.gap)
    const inside = date >= period.from && date <= period.to
    const count = inside ? (days.get(date) ?? 0) : 0
    const tone = toneOf(count, most)
    if (inside) shapes.push({ is: 'rect', x, y, width: cell.width, height: cell.height, tone, date })
    shapes.push({
      is: 'label',
      x: x + 4,
      y: y + 13,
      text: String(day + 1),
      size: 11,
      align: 'start',
      on: tone,
    })
    if (count > 0) {
      const text = String(count)
      shapes.push({
        is: 'label',
        x: x + cell.width - 6,
        y: y + 33,
        text,
        size: 18,
        align: 'end',
        on: tone,
        strong: true,
      })
    }
  }
  const rows = Math.ceil((leading + length) / 7)
  return { width, height: head + rows * (cell.height + cell.gap), shapes }
}

/** The months a period touches, `2026-11`, latest first. */
export function monthsOf({ from, to }: Patterns['period']): string[] {
  const months: string[] = []
  for (let month = `${to.slice(0, 7)}-01`; month >= `${from.slice(0, 7)}-01`; month = addMonths(month, -1)) {
    months.push(month.slice(0, 7))
  }
  return months
}

/** Hour of the clock down, from six to six so that a night stays together; weekday of the evening across. */
export function hoursPicture({ hours }: Pick<Patterns, 'hours'>, words: PictureWords): Picture {
  const most = Math.max(0, ...hours.flat())
  const [left, head, column, row] = [44, 18, 35.4, 19]
  const shapes: Shape[] = words.weekdays.map((text, i) => ({
    is: 'label',
    x: left + (i + 0.5) * column,
    y: 12,
    text,
    size: 12,
    align: 'middle',
    on: 0,
  }))
  for (let i = 0; i < 24; i++) {
    const hour = (i + 6) % 24
    const y = head + i * row
    if (hour % 3 === 0) shapes.push({ is: 'rule', x: 0, y: y - 1, width })
    const text = hour % 3 === 0 ? words.hour(hour) : words.nextDay[hour - 1]
    if (text) shapes.push({ is: 'label', x: left - 6, y: y + 13, text, size: 12, align: 'end', on: 0 })
    for (let day = 0; day < 7; day++) {
      const count = hours[day]?.[hour] ?? 0
      if (count === 0) continue
      const tone = toneOf(count, most)
      const x = left + day * column
      const text = String(count)
      const middle = { x: x + column / 2 - 1, y: y + 13 }
      shapes.push({ is: 'rect', x, y, width: column - 2, height: row - 2, tone })
      shapes.push({ is: 'label', ...middle, text, size: 12, align: 'middle', on: tone, strong: true })
    }
  }
  return { width, height: head + 24 * row, shapes }
}

/** More weeks than these do not fit side by side; the drawing shows the latest, the table all. */
export const mostWeeksDrawn = 53

/** A bar a week; a pale one where the period holds only part of the week. Few enough bars carry their number, else the tallest does. */
export function weeksPicture({ weeks }: Pick<Patterns, 'weeks'>, words: PictureWords): Picture {
  const drawn = weeks.slice(-mostWeeksDrawn)
  const most = Math.max(1, ...drawn.map(week => week.count))
  const [head, tall, foot] = [16, 110, 20]
  const slot = Math.min(40, width / Math.max(1, drawn.length))
  const numbered = slot >= 14
  const tallest = drawn.findIndex(week => week.count === most)
  const shapes: Shape[] = []
  drawn.forEach(({ count, full }, i) => {
    const height = (count / most) * tall
    const y = head + tall - height
    const bar = { x: i * slot + slot * 0.1, width: slot * 0.8 }
    if (count > 0) shapes.push({ is: 'rect', ...bar, y, height, tone: full ? 3 : 1 })
    if (count > 0 && (numbered || i === tallest))
      shapes.push({
        is: 'label',
        x: Math.max(8, i * slot + slot / 2),
        y: y - 4,
        text: String(count),
        size: 12,
        align: 'middle',
        on: 0,
        strong: true,
      })
  })
  shapes.push({ is: 'rule', x: 0, y: head + tall, width: drawn.length * slot })
  const ends = drawn.length > 1 ? [drawn[0], drawn.at(-1)] : drawn
  ends.forEach((week, i) => {
    if (!week) return
    const [x, align] = i === 0 ? [0, 'start' as const] : [Math.max(110, drawn.length * slot), 'end' as const]
    shapes.push({
      is: 'label',
      x,
      y: head + tall + 16,
      text: words.date(week.monday),
      size: 12,
      align,
      on: 0,
    })
  })
  return { width, height: head + tall + foot, shapes }
}

/** Counts as bars, each under its name: names are long and narrow screens are narrow. */
export function countsPicture<T>(counted: readonly Counted<T>[], nameOf: (is: T) => string): Picture {
  const most = Math.max(1, ...counted.map(one => one.count))
  const row = 34
  const shapes: Shape[] = counted.flatMap(({ is, count }, i) => {
    const y = i * row
    const length = Math.max(2, (count / most) * (width - 40))
    const bar: Shape = { is: 'rect', x: 0, y: y + 18, width: length, height: 10, tone: 3 }
    const name: Shape = { is: 'label', x: 0, y: y + 13, text: nameOf(is), size: 13, align: 'start', on: 0 }
    const number: Shape = {
      is: 'label',
      x: length + 6,
      y: y + 28,
      text: String(count),
      size: 13,
      align: 'start',
      on: 0,
      strong: true,
    }
    return [name, bar, number]
  })
  return { width, height: counted.length * row, shapes }
}

/** Monday 0 … Sunday 6. 5 January 1970 was a Monday. */
const weekday = (date: string) => ((daysBetween('1970-01-05', date) % 7) + 7) % 7
