import { useMemo, useState } from 'preact/hooks'
import { now, zone } from '../browser/clock.ts'
import { to } from '../browser/route.ts'
import { type Kind, kinds } from '../core/incident.ts'
import { type PeriodChoice, patternsOf, periodChoices, periodOf } from '../core/patterns.ts'
import type { Entry } from '../core/record.ts'
import { shared } from '../core/shared.ts'
import { wallAt } from '../core/time.ts'
import type { Diary } from '../store/diary.ts'
import { longDate } from '../text/days.ts'
import { kindLabel } from '../text/labels.ts'
import { periodLabel, summaryLines, patternsText as words } from '../text/patterns.ts'
import { EntryLine } from '../ui/entry-line.tsx'
import { Counts, Hours, Months, Weeks } from '../ui/patterns.tsx'
import { useShared } from '../ui/use-shared.ts'
import { useLive } from './live.ts'
import '../styles/patterns.css'
import '../styles/picture.css'

/** What was picked last stays picked while the app is open: back from a day returns to the same months. */
const picked = shared<{ period: PeriodChoice; kind: Kind | '' }>({ period: 'months3', kind: '' })

/** What the diary shows when it is counted; `day/2026-11-21` shows one day of it. */
export default function Patterns({ rest }: { rest: string }) {
  const [view, date] = rest.split('/')
  return view === 'day' && date && /^\d{4}-\d{2}-\d{2}$/.test(date) ? <Day date={date} /> : <Counted />
}

function Counted() {
  const incidents = useLive(everyIncident, [])
  const { period, kind } = useShared(picked)
  const today = wallAt(now(), zone()).date
  const patterns = useMemo(
    () =>
      incidents &&
      patternsOf(incidents, { period: periodOf(period, today), kinds: kind ? [kind] : undefined }),
    [incidents, period, kind, today],
  )
  if (!incidents || !patterns) {
    return (
      <div class="stack">
        <h1>{words.title}</h1>
        <p class="quiet">{words.counting}</p>
      </div>
    )
  }
  return (
    <div class="stack-wide">
      <h1>{words.title}</h1>
      {incidents.length === 0 ? <p class="lead">{words.empty}</p> : <Picks incidents={incidents} />}
      {incidents.length > 0 && (
        <section class="stack" aria-labelledby="in-short" aria-live="polite">
          <h2 id="in-short">{words.inShort}</h2>
          <ul class="summary">
            {patterns.count === 0 && <li>{words.nothingInPeriod}</li>}
            {summaryLines(patterns).map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      {patterns.count > 0 && (
        <>
          <Months patterns={patterns} linkOf={day => to(`patterns/day/${day}`)} />
          <Hours patterns={patterns} />
          <Weeks patterns={patterns} />
          <Counts patterns={patterns} />
        </>
      )}
    </div>
  )
}

function Picks({ incidents }: { incidents: readonly Entry<'incident'>[] }) {
  const { period, kind } = useShared(picked)
  const used = useMemo(() => new Set(incidents.flatMap(entry => entry.content.kinds)), [incidents])
  return (
    <div class="pair no-print">
      <div class="field">
        <label for="period">{words.period}</label>
        <select
          id="period"
          value={period}
          onChange={event => picked.set({ kind, period: event.currentTarget.value as PeriodChoice })}
        >
          {periodChoices.map(choice => (
            <option key={choice} value={choice}>
              {periodLabel[choice]}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="kind">{words.kind}</label>
        <select
          id="kind"
          value={kind}
          onChange={event => picked.set({ period, kind: event.currentTarget.value as Kind | '' })}
        >
          <option value="">{words.everyKind}</option>
          {kinds
            .filter(one => used.has(one))
            .map(one => (
              <option key={one} value={one}>
                {kindLabel[one]}
              </option>
            ))}
        </select>
      </div>
    </div>
  )
}

function Day({ date }: { date: string }) {
  const [day] = useState(date)
  const entries = useLive(diary => incidentsOn(diary, day), [day])
  return (
    <div class="stack">
      <p>
        <a href={to('patterns')}>{words.back}</a>
      </p>
      <h1>{longDate(day)}</h1>
      {entries?.length === 0 && <p>{words.noEntries}</p>}
      {entries && entries.length > 0 && (
        <ul class="plain-list">
          {entries.map(entry => (
            <li key={entry.id}>
              <EntryLine entry={entry} href={to(`incident/${entry.id}`)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

async function everyIncident(diary: Diary): Promise<Entry<'incident'>[]> {
  const incidents: Entry<'incident'>[] = []
  for await (const { entries } of diary.allEntries('incident')) incidents.push(...entries)
  return incidents
}

/** Zones differ by up to 14 hours from UTC: the list is read a day wider on both sides. */
const dayLong = 86_400_000

async function incidentsOn(diary: Diary, date: string): Promise<Entry<'incident'>[]> {
  const start = Date.parse(`${date}T00:00:00Z`)
  const found: Entry<'incident'>[] = []
  let before: { happened: number; number: number; id: string } | undefined = {
    happened: start + 2 * dayLong,
    number: 0,
    id: '',
  }
  while (before && before.happened > start - dayLong) {
    const page: Awaited<ReturnType<Diary['listIncidents']>> = await diary.listIncidents({
      before,
      limit: 50,
      includeWithdrawn: true,
    })
    found.push(...page.entries)
    before = page.next
  }
  return found.filter(entry => entry.content.happened.startsWith(date)).reverse()
}
