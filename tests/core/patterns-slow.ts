/**
 * The figures of a pattern the slow way, day by day and hour by hour. It shares no code with ours: times are read by
 * Date and Intl, the calendar is walked one day at a time, and everything is counted anew for each question.
 */
import type { Entry } from '../../src/core/record.ts'

/** What a clock on the wall showed, as Intl says it of the instant; not as the string says it. */
interface Wall {
  date: string
  hour: number
  weekday: string
}

export interface Asked {
  from: string
  to: string
  kinds?: string[] | undefined
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

const clocks = new Map<string, Intl.DateTimeFormat>()

function wallOf(happened: string): Wall {
  const [instant = '', zone = ''] = happened.replace(']', '').split('[')
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
    })
  clocks.set(zone, clock)
  const part = Object.fromEntries(clock.formatToParts(new Date(instant)).map(one => [one.type, one.value]))
  return {
    date: `${part.year}-${part.month}-${part.day}`,
    hour: Number(part.hour),
    weekday: part.weekday ?? '',
  }
}

/** Another date so many days on; at noon, so that no clock change is near. */
function on(date: string, days: number): string {
  const noon = new Date(`${date}T12:00:00Z`)
  noon.setUTCDate(noon.getUTCDate() + days)
  return noon.toISOString().slice(0, 10)
}

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' })
const weekdayOf = (date: string) => weekday.format(new Date(`${date}T12:00Z`))

function datesFrom(from: string, to: string): string[] {
  const dates: string[] = []
  for (let date = from; date <= to; date = on(date, 1)) dates.push(date)
  return dates
}

export function slowly(entries: Entry<'incident'>[], asked: Asked) {
  const all = entries.map(entry => ({ ...entry.content, ...wallOf(entry.content.happened), entry }))
  const inPeriod = all.filter(({ date }) => date >= asked.from && date <= asked.to)
  const wanted = ({ kinds }: { kinds: string[] }) =>
    asked.kinds
      ? kinds.filter(kind => asked.kinds?.includes(kind)).length > 0
      : kinds.filter(kind => kind !== 'worried').length > 0
  const kept = inPeriod.filter(one => wanted(one) && one.entry.withdrawn === undefined)

  const everKept = all.filter(one => one.entry.withdrawn === undefined).map(({ date }) => date)
  const began = everKept.sort()[0] ?? asked.to
  const from = [asked.from, began < asked.to ? began : asked.to].sort()[1] ?? asked.from
  const dates = datesFrom(from, asked.to)
  const count = (date: string) => kept.filter(one => one.date === date).length

  /** Runs of days without an entry, wherever they begin; the first of the longest. */
  const runs = dates.map((_, i) => {
    let days = 0
    while (i + days < dates.length && count(dates[i + days] ?? '') === 0) days++
    return { from: dates[i] ?? '', to: dates[i + days - 1] ?? '', days }
  })
  const longest = runs.reduce((best, run) => (run.days > best.days ? run : best), {
    from: '',
    to: '',
    days: 0,
  })

  const weeks: { monday: string; count: number; full: boolean }[] = []
  for (const date of dates) {
    const last = weeks.at(-1)
    if (last && weekdayOf(date) !== 'Mon') continue
    let monday = date
    while (weekdayOf(monday) !== 'Mon') monday = on(monday, -1)
    const days = datesFrom(monday, on(monday, 6))
    weeks.push({
      monday,
      count: days.filter(day => dates.includes(day)).reduce((sum, day) => sum + count(day), 0),
      full: days.every(day => dates.includes(day)),
    })
  }

  const nights = datesFrom(on(from, -1), asked.to).filter(evening =>
    kept.some(
      ({ date, hour }) =>
        (date === evening && (hour === 22 || hour === 23)) ||
        (date === on(evening, 1) && [0, 1, 2, 3, 4, 5].includes(hour)),
    ),
  )
  const hours = weekdays.map((evening, i) =>
    Array.from({ length: 24 }, (_, hour) => {
      const weekday = hour < 6 ? weekdays[(i + 1) % 7] : evening
      return kept.filter(one => one.hour === hour && one.weekday === weekday).length
    }),
  )
  const tally = <T>(values: T[]) =>
    [...new Set(values)].map(is => ({ is, count: values.filter(value => value === is).length }))
  return {
    period: { from, to: asked.to },
    length: dates.length,
    count: kept.length,
    withdrawn: inPeriod.filter(one => wanted(one) && one.entry.withdrawn !== undefined).length,
    worried: asked.kinds
      ? 0
      : inPeriod.filter(one => !wanted(one) && one.entry.withdrawn === undefined).length,
    days: dates.filter(date => count(date) > 0).map((date): [string, number] => [date, count(date)]),
    hours,
    nights: nights.length,
    weeks,
    perWeek: dates.length < 14 ? undefined : kept.length / (dates.length / 7),
    trend: trendOf(weeks),
    longestWithout: kept.length === 0 || longest.days === 0 ? undefined : longest,
    impacts: tally(kept.flatMap(({ impacts }) => impacts ?? [])),
    strengths: tally(kept.flatMap(({ strength }) => (strength === undefined ? [] : [strength]))),
    woken: kept.filter(({ impacts }) => impacts?.includes('sleep')).length,
    mostly: mostlyOf(hours),
  }
}

function trendOf(weeks: { monday: string; count: number; full: boolean }[]) {
  const full = weeks.filter(week => week.full)
  if (full.length < 8) return undefined
  const half = (from: number, to: number | undefined) => {
    const four = full.slice(from, to)
    const last = four.at(-1)?.monday ?? ''
    return {
      from: four[0]?.monday ?? '',
      to: on(last, 6),
      count: four.map(week => week.count).reduce((a, b) => a + b),
    }
  }
  const [earlier, later] = [half(-8, -4), half(-4, undefined)]
  const sum = earlier.count + later.count
  if (sum < 10) return undefined
  // A difference of twice the square root of the sum is clear.
  if (Math.abs(later.count - earlier.count) < 2 * Math.sqrt(sum))
    return { is: 'noClearChange', earlier, later }
  return { is: later.count > earlier.count ? 'more' : 'less', earlier, later }
}

/** Every run of weekdays and hours that is as small as can be and then as full; there may be several alike. */
function mostlyOf(hours: number[][]) {
  // From six to six, so that a night stays with its evening.
  const cells = hours.flatMap((row, day) =>
    row.map((count, hour) => ({ day, place: (hour + 18) % 24, count })),
  )
  const of = cells.reduce((sum, cell) => sum + cell.count, 0)
  if (of < 10) return undefined
  const runs: { day: number; days: number; hour: number; hours: number; count: number; of: number }[] = []
  for (const days of [1, 2, 3, 4, 7])
    for (const length of [1, 2, 3, 4, 5, 6, 7, 8, 24])
      for (let day = 0; day < 7; day++)
        for (let place = 0; place < 24; place++) {
          if (days * length > 48 || (days === 7 && day > 0) || (length === 24 && place > 0)) continue
          // A run of some days ends at six at the latest; one of all days goes round.
          if (days < 7 && place + length > 24) continue
          const inside = cells.filter(
            cell => (cell.day - day + 7) % 7 < days && (cell.place - place + 24) % 24 < length,
          )
          const count = inside.reduce((sum, cell) => sum + cell.count, 0)
          if (count / of >= 0.6) runs.push({ day, days, hour: (place + 6) % 24, hours: length, count, of })
        }
  const least = Math.min(...runs.map(run => run.days * run.hours))
  const small = runs.filter(run => run.days * run.hours === least)
  const most = Math.max(...small.map(run => run.count))
  const best = small.filter(run => run.count === most)
  return best.length > 0 ? best : undefined
}
