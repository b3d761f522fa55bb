import { Plus, Search } from 'lucide'
import { now, zone } from '../../browser/clock.ts'
import { go, to } from '../../browser/route.ts'
import { type Entry, shownNumber } from '../../core/record.ts'
import { exactly, whenSaid } from '../../text/days.ts'
import { referenceSaid, report as reportWords, toldSaid, reports as words } from '../../text/report.ts'
import { Icon } from '../../ui/icon.tsx'
import { lazy } from '../../ui/lazy.tsx'
import { OnPaper } from '../../ui/on-paper.tsx'
import { readPage } from '../list.ts'
import { useLive } from '../live.ts'
import type { Props as OlderProps } from '../Older.tsx'

const Older = lazy<OlderProps<'report'>>(() => import('../Older.tsx'))

const screenful = 10

/** Everybody who was told, newest first. */
export default function Reports() {
  const page = useLive(diary => readPage(diary, 'report', {}, screenful), [])
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <p class="quiet">{words.intro}</p>
      <div class="dock first">
        <button type="button" class="button main big" onClick={() => go('tell')}>
          <Icon of={Plus} />
          {words.add}
        </button>
      </div>
      {page?.entries.length === 0 && (
        <div class="empty">
          <h2>{words.emptyTitle}</h2>
          <p>{words.empty}</p>
          <p class="note">{words.police}</p>
        </div>
      )}
      {page && page.entries.length > 0 && (
        <>
          <a class="button plain find" href={to('find-reports')}>
            <Icon of={Search} />
            {words.find}
          </a>
          <div>
            <ReportLines entries={page.entries} />
            {page.next && (
              <Older type="report" before={page.next} draw={some => <ReportLines entries={some} />} />
            )}
          </div>
        </>
      )}
    </div>
  )
}

export function ReportLines({ entries }: { entries: readonly Entry<'report'>[] }) {
  return (
    <ul class="plain-list">
      {entries.map(entry => (
        <li key={entry.id}>
          <ReportLine entry={entry} />
        </li>
      ))}
    </ul>
  )
}

function ReportLine({ entry }: { entry: Entry<'report'> }) {
  const { content } = entry
  const reference = referenceSaid(content)
  const linked = content.incidents?.length ?? 0
  return (
    <a class="entry" href={to(`report/${entry.id}`)}>
      <span class="entry-time">
        <OnPaper screen={whenSaid(content.told, now(), zone())} paper={exactly(content.told)} />{' '}
        <span class="entry-number">{reportWords.title(shownNumber(entry))}</span>
      </span>
      <span class="entry-what">{toldSaid(content)}</span>
      {reference && <span class="entry-words">{reference}</span>}
      {linked > 0 && <span class="entry-more">{words.incidents(linked, String(linked))}</span>}
    </a>
  )
}
