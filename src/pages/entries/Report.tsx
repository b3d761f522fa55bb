import { go, to } from '../../browser/route.ts'
import { isOf, shownNumber } from '../../core/record.ts'
import { diary } from '../../text/diary.ts'
import { saidOfReport, report as words } from '../../text/report.ts'
import { EntryLine } from '../../ui/entry-line.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useLive } from '../live.ts'
import { History } from './History.tsx'
import { Withdraw } from './Withdraw.tsx'

/** One report: what was told, what came back, which incidents it was about, how it was amended. */
export default function Report({ rest: id }: { rest: string }) {
  const found = useLive(
    async store => {
      const entry = await store.getEntry(id)
      if (!isOf(entry, 'report')) return { entry: undefined, linked: [] }
      const linked = await Promise.all((entry.content.incidents ?? []).map(one => store.getEntry(one)))
      return { entry, linked: linked.flatMap(one => (isOf(one, 'incident') ? [one] : [])) }
    },
    [id],
  )
  if (!found) return null
  const { entry, linked } = found
  if (!entry) return <h1>{words.missing}</h1>
  return (
    <article class="stack-wide">
      <h1>{words.title(shownNumber(entry))}</h1>
      {entry.withdrawn && <p class="note warn">{`${diary.withdrawn}. ${entry.withdrawn.why}`}</p>}
      <Facts facts={saidOfReport(entry.content)} />
      {linked.length > 0 && (
        <section class="day">
          <h2>{words.linked}</h2>
          <ul>
            {linked.map(one => (
              <li key={one.id}>
                <EntryLine entry={one} href={to(`incident/${one.id}`)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="row no-print">
        {!entry.withdrawn && (
          <button type="button" class="button main" onClick={() => go(`tell/change/${id}`)}>
            {words.change}
          </button>
        )}
        <Withdraw entry={entry} />
      </div>
      <History entry={entry} />
    </article>
  )
}
