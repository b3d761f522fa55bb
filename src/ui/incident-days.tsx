import { byDay } from '../core/days.ts'
import type { Entry } from '../core/record.ts'
import { daySaid, longDate } from '../text/days.ts'
import { EntryLine } from './entry-line.tsx'
import { OnPaper } from './on-paper.tsx'

interface Props {
  entries: readonly Entry<'incident'>[]
  /** The date where the reader is. */
  today: string
  hrefOf: (entry: Entry<'incident'>) => string
}

/** Incidents under the days on which they happened. */
export function IncidentDays({ entries, today, hrefOf }: Props) {
  return (
    <>
      {byDay(entries, entry => entry.content.happened).map(({ date, entries }) => (
        <section key={date} class="day" aria-labelledby={`day-${date}`}>
          <h2 id={`day-${date}`}>
            <OnPaper screen={daySaid(date, today)} paper={longDate(date)} />
          </h2>
          <ul>
            {entries.map(entry => (
              <li key={entry.id}>
                <EntryLine entry={entry} href={hrefOf(entry)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
