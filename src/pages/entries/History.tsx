import { useState } from 'preact/hooks'
import { zone } from '../../browser/clock.ts'
import { type Change, carriesContent, type Entry, type Revision } from '../../core/record.ts'
import { zonedAt } from '../../core/time.ts'
import { exactly } from '../../text/days.ts'
import { saidOf } from '../../text/incident.ts'
import { incident as words } from '../../text/incident-page.ts'
import { saidOfReport } from '../../text/report.ts'
import { Facts } from '../../ui/facts.tsx'
import { useLive } from '../live.ts'

const changeLabel: Record<Change, string> = {
  first: words.first,
  added: words.added,
  changed: words.changed,
  withdrawn: words.withdrawn,
  restored: words.restored,
  wordsRemoved: words.wordsRemoved,
}

/** What was written first, what was added or changed, and when; read only once somebody opens it. */
export function History({ entry }: { entry: Entry }) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{words.history}</summary>
      {open && <Versions id={entry.id} />}
    </details>
  )
}

function Versions({ id }: { id: string }) {
  const revisions = useLive(diary => diary.history(id), [id])
  return (
    <>
      {revisions?.map((revision, i) => (
        <Version key={revision.revision} revision={revision} before={stoodIn(revisions.slice(0, i))} />
      ))}
    </>
  )
}

/** The version whose words stood after all these. */
const stoodIn = (earlier: readonly Revision[]): Revision | undefined =>
  earlier.filter(({ change, aside }) => carriesContent(change) && !aside).at(-1)

function Version({ revision, before }: { revision: Revision; before: Revision | undefined }) {
  const [now, earlier] = [said(revision), before ? said(before) : []]
  const time = exactly(zonedAt(Date.parse(revision.written), revision.zone || zone()))
  return (
    <section class="revision">
      <h2>{changeLabel[revision.change]}</h2>
      <p class="quiet small">{time}</p>
      {revision.why && <p>{`${words.reason}: ${revision.why}`}</p>}
      {carriesContent(revision.change) && <Facts facts={unlike(now, earlier)} />}
      {revision.change === 'changed' && (
        <Facts
          facts={unlike(earlier, now).map(one => ({ ...one, label: `${words.before}: ${one.label}` }))}
        />
      )}
    </section>
  )
}

interface Said {
  label: string
  words: string
}

/** What these say and those do not. */
const unlike = (these: readonly Said[], those: readonly Said[]): Said[] =>
  these.filter(one => !those.some(({ label, words }) => label === one.label && words === one.words))

/** A revision whose words were removed lacks fields, a report's moment among them: only what is there is said. */
function said({ type, content }: Revision): Said[] {
  if (type === 'incident') return saidOf(content as Entry<'incident'>['content'])
  if (type === 'report' && 'told' in content && 'to' in content)
    return saidOfReport(content as Entry<'report'>['content'])
  return []
}
