import { now, zone } from '../../browser/clock.ts'
import { go, to } from '../../browser/route.ts'
import { daysLate } from '../../core/late.ts'
import { isOf, shownNumber } from '../../core/record.ts'
import { zonedAt } from '../../core/time.ts'
import { exactly, whenSaid } from '../../text/days.ts'
import { diary } from '../../text/diary.ts'
import { saidOf } from '../../text/incident.ts'
import { incident as words } from '../../text/incident-page.ts'
import { referenceSaid, toldSaid } from '../../text/report.ts'
import { kindsSaid } from '../../ui/entry-line.tsx'
import { Facts } from '../../ui/facts.tsx'
import { OnPaper } from '../../ui/on-paper.tsx'
import { useLive } from '../live.ts'
import { History } from './History.tsx'
import { RemoveWords } from './RemoveWords.tsx'
import { Withdraw } from './Withdraw.tsx'

/** One incident: what was written, when, who was told, and what can be done with it. */
export default function Incident({ rest: id }: { rest: string }) {
  const found = useLive(
    async store => {
      const entry = await store.getEntry(id)
      const { entries } = await store.listReports({ limit: 1000 })
      return {
        entry: isOf(entry, 'incident') ? entry : undefined,
        reports: entries.filter(one => one.content.incidents?.includes(id)),
      }
    },
    [id],
  )
  if (!found) return null
  const { entry, reports } = found
  if (!entry) {
    return (
      <div class="stack">
        <h1>{words.missing}</h1>
        <p>{words.missingWords}</p>
      </div>
    )
  }
  const { content } = entry
  const written = zonedAt(Date.parse(entry.firstWritten), zone())
  const late = daysLate(content.happened, entry.firstWritten)
  return (
    <article class="stack-wide">
      <header class="stack">
        <p class="quiet">
          {words.title(shownNumber(entry))}
          <span class="no-print"> · {whenSaid(content.happened, now(), zone())}</span>
        </p>
        <h1>{kindsSaid(content)}</h1>
        {entry.withdrawn && <p class="note warn">{`${diary.withdrawn}. ${entry.withdrawn.why}`}</p>}
      </header>
      <Facts facts={saidOf(content)} />
      <div class="stack">
        <p class="quiet">{`${words.written}: ${exactly(written)}`}</p>
        {late > 0 && <p class="quiet">{words.writtenLater(words.day(late, String(late)))}</p>}
      </div>
      <section class="stack" aria-labelledby="told">
        <h2 id="told">{words.reports}</h2>
        {reports.length === 0 && <p class="quiet">{words.noReports}</p>}
        {reports.map(report => (
          <a key={report.id} class="entry" href={to(`report/${report.id}`)}>
            <span class="entry-time">
              <OnPaper
                screen={whenSaid(report.content.told, now(), zone())}
                paper={exactly(report.content.told)}
              />
            </span>
            <span class="entry-what">{toldSaid(report.content)}</span>
            <span class="entry-words">{referenceSaid(report.content)}</span>
          </a>
        ))}
      </section>
      <div class="row no-print">
        {!entry.withdrawn && (
          <>
            <button type="button" class="button main" onClick={() => go(`change/${id}`)}>
              {words.change}
            </button>
            <button type="button" class="button" onClick={() => go(`tell/about/${id}`)}>
              {words.tell}
            </button>
          </>
        )}
        <Withdraw entry={entry} />
        <RemoveWords entry={entry} />
        <button type="button" class="button" onClick={() => print()}>
          {words.print}
        </button>
      </div>
      <History entry={entry} />
    </article>
  )
}
