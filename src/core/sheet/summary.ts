/** At most five lines that say how often, when and how bad: each with its period and its count. */
import { type Incident, type impacts, isSmell } from '../incident.ts'
import { addDays } from '../time.ts'
import { isStrong, type Scene } from './incident-words.ts'
import type { Block, Row } from './model.ts'
import { plain, strong } from './written.ts'

type Impact = (typeof impacts)[number]

const lastDays = 28

export function inShort(scene: Scene): Block[] {
  const { wording, chosen } = scene
  const { first } = wording
  if (chosen.days === undefined) return []
  const { from, to } = chosen.days
  const standing = chosen.counted.map(({ content }) => content)
  const dates = standing.map(dayOf)
  const period = wording.days(from, to)
  const row = (what: string, count: string, when = period): Row => ({
    cells: [plain(what), strong(count), plain(when)],
  })
  const rows = [row(first.recorded, first.recordedCount(standing.length, new Set(dates).size))]

  const [start, before] = [addDays(to, 1 - lastDays), addDays(to, 1 - 2 * lastDays)]
  if (from < start && !chosen.since) {
    const recent = dates.filter(date => date >= start).length
    // Beside days that the diary or the sheet has only in part, any number of these would look like a rise.
    const whole = chosen.wholeFrom !== undefined && chosen.wholeFrom <= before
    const earlier = whole ? dates.filter(date => date >= before && date < start).length : undefined
    rows.push(
      row(first.lastDays(lastDays), first.lastDaysCount(recent, earlier, lastDays), wording.days(start, to)),
    )
  }
  rows.push(row(first.atNight, first.of(standing.filter(atNight).length, standing.length)))
  const noted = standing.filter(one => isSmell(one) && one.strength !== undefined)
  if (noted.length > 0)
    rows.push(row(first.strong, first.ofNoted(noted.filter(isStrong).length, noted.length)))
  const most = mostNamed(standing)
  if (most) rows.push(row(wording.labels.impact[most.impact], first.of(most.count, standing.length)))
  const heading = chosen.since ? first.inShortNew : first.inShort
  return [
    { is: 'heading', level: 2, words: plain(heading) },
    {
      is: 'table',
      summary: heading,
      columns: [
        { head: first.shortColumns.what, share: 40 },
        { head: first.shortColumns.count, share: 30 },
        { head: first.shortColumns.period, share: 30 },
      ],
      rows,
    },
  ]
}

const dayOf = ({ happened }: Incident) => happened.slice(0, 10)

/** A night goes from 22:00 to 06:00. */
function atNight({ happened }: Incident): boolean {
  const time = happened.slice(11, 16)
  return time >= '22:00' || time < '06:00'
}

/** The effect named most often; of equal ones the first in the list. */
function mostNamed(incidents: readonly Incident[]): { impact: Impact; count: number } | undefined {
  const counts = new Map<Impact, number>()
  for (const { impacts } of incidents)
    for (const impact of impacts ?? []) counts.set(impact, (counts.get(impact) ?? 0) + 1)
  let most: { impact: Impact; count: number } | undefined
  for (const [impact, count] of counts) if (count > (most?.count ?? 0)) most = { impact, count }
  return most
}
