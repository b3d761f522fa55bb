/** The parts of the Patterns screen: each a picture, what it says, and the same as a table. */
import { useState } from 'preact/hooks'
import type { Patterns } from '../core/patterns.ts'
import {
  calendarPicture,
  countsPicture,
  hoursPicture,
  monthsOf,
  mostWeeksDrawn,
  weeksPicture,
} from '../core/pictures.ts'
import { longDate, plainDate } from '../text/days.ts'
import { impactLabel, strengthLabel } from '../text/labels.ts'
import {
  countedSaid,
  hourSaid,
  hoursSaid,
  incidentsSaid,
  monthCounted,
  monthSaid,
  pictureWords,
  weekdayNames,
  weeksSaid,
  patternsText as words,
} from '../text/patterns.ts'
import { AsTable, Picture } from './picture.tsx'

interface Props {
  patterns: Patterns
}

/** So many months at first, and so many more by asking. */
const months = { first: 3, more: 12 }

export function Months({ patterns, linkOf }: Props & { linkOf: (date: string) => string }) {
  const [shown, setShown] = useState(months.first)
  const all = monthsOf(patterns.period)
  const link = (date: string) => {
    const count = patterns.days.get(date) ?? 0
    return count > 0 ? { href: linkOf(date), name: `${longDate(date)}: ${incidentsSaid(count)}` } : undefined
  }
  return (
    <section class="stack" aria-labelledby="by-day">
      <h2 id="by-day">{words.calendar}</h2>
      <p class="hint">{words.calendarHint}</p>
      <div class="months">
        {all.slice(0, shown).map(month => (
          <div key={month}>
            <h3>{monthSaid(month)}</h3>
            <Picture
              of={calendarPicture(month, patterns, pictureWords())}
              says={monthCounted(month, patterns)}
              linkOf={link}
            />
          </div>
        ))}
      </div>
      {all.length > shown && (
        <button type="button" class="button no-print" onClick={() => setShown(shown + months.more)}>
          {words.older}
        </button>
      )}
      <p class="hint">{words.noProof}</p>
      <AsTable
        head={[words.columns.date, words.columns.incidents]}
        rows={() =>
          [...patterns.days]
            .sort(([a], [b]) => b.localeCompare(a))
            .map(([date, count]) => [
              longDate(date),
              <a key={date} href={linkOf(date)}>
                {count}
              </a>,
            ])
        }
      />
    </section>
  )
}

export function Hours({ patterns }: Props) {
  const rows = () =>
    Array.from({ length: 24 }, (_, i) => (i + 6) % 24)
      .map(hour => [
        hour < 6 ? `${hourSaid(hour)} (${words.nextDay})` : hourSaid(hour),
        ...patterns.hours.map(day => day[hour] ?? 0),
      ])
      .filter(([, ...counts]) => counts.some(count => count !== 0))
  return (
    <section class="stack" aria-labelledby="by-hour">
      <h2 id="by-hour">{words.hours}</h2>
      <p class="hint">{words.hoursHint}</p>
      <Picture of={hoursPicture(patterns, pictureWords())} says={hoursSaid(patterns)} />
      <AsTable head={[words.columns.hour, ...weekdayNames('short')]} rows={rows} />
    </section>
  )
}

export function Weeks({ patterns }: Props) {
  return (
    <section class="stack" aria-labelledby="by-week">
      <h2 id="by-week">{words.weeks}</h2>
      <p class="hint">{words.weeksHint}</p>
      <Picture of={weeksPicture(patterns, pictureWords())} says={weeksSaid(patterns)} />
      {patterns.weeks.length > mostWeeksDrawn && <p class="hint">{words.weeksCut}</p>}
      <AsTable
        head={[words.columns.week, words.columns.incidents]}
        rows={() =>
          [...patterns.weeks]
            .reverse()
            .map(({ monday, count, full }) => [
              plainDate(monday),
              full ? count : `${count} (${words.partOfWeek})`,
            ])
        }
      />
    </section>
  )
}

export function Counts({ patterns }: Props) {
  const { impacts, strengths } = patterns
  return (
    <>
      <Counted
        id="by-effect"
        title={words.impacts}
        column={words.columns.effect}
        counted={impacts.map(({ is, count }) => ({ name: impactLabel[is], count }))}
      />
      <Counted
        id="by-strength"
        title={words.strengths}
        column={words.columns.strength}
        counted={strengths.map(({ is, count }) => ({ name: strengthLabel[is], count }))}
      />
    </>
  )
}

interface CountedProps {
  id: string
  title: string
  column: string
  counted: { name: string; count: number }[]
}

function Counted({ id, title, column, counted }: CountedProps) {
  if (counted.length === 0) return null
  const picture = countsPicture(
    counted.map(({ name, count }) => ({ is: name, count })),
    name => name,
  )
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Picture of={picture} says={countedSaid(title, counted)} />
      <AsTable
        head={[column, words.columns.incidents]}
        rows={() => counted.map(({ name, count }) => [name, count])}
      />
    </section>
  )
}
