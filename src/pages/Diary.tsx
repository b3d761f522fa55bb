import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { now, zone } from '../browser/clock.ts'
import { go, to } from '../browser/route.ts'
import { byDay } from '../core/days.ts'
import type { Entry } from '../core/record.ts'
import { wallAt, zonedAt } from '../core/time.ts'
import type { Diary as Store } from '../store/diary.ts'
import { listDrafts } from '../store/drafts.ts'
import { daySaid, whenSaid } from '../text/days.ts'
import { diary as words } from '../text/diary.ts'
import { EntryLine, kindsSaid } from '../ui/entry-line.tsx'
import { Icon } from '../ui/icon.tsx'
import { lazy } from '../ui/lazy.tsx'
import { say } from '../ui/say.tsx'
import { useDiary, useLive } from './live.ts'
import { tried } from './saving.ts'

/** Comes after the list: nobody waits for it at two in the morning. */
const NextStep = lazy(() => import('./NextStep.tsx'))
const Welcome = lazy(() => import('./Welcome.tsx'))

/** Enough to fill the first screen; more comes by asking. */
const screenful = 30

/** Home: the diary by day, newest first, and the one large button. */
export function Diary() {
  const [limit, setLimit] = useState(screenful)
  const read = async (diary: Store) => ({
    page: await diary.listIncidents({ limit, includeWithdrawn: true }),
    open: await diary.openIncidents(),
  })
  const found = useLive(read, [limit])
  const today = wallAt(now(), zone()).date
  return (
    <div class="stack">
      <h1 class="unseen">{words.title}</h1>
      <div class="dock first">
        <button type="button" class="button main big" onClick={() => go('log')}>
          <Icon of={Plus} />
          {words.log}
        </button>
      </div>
      {found?.open.map(entry => (
        <Ongoing key={entry.id} entry={entry} />
      ))}
      {found && <Drafts />}
      {found && found.page.entries.length > 0 && <NextStep />}
      {found && found.page.entries.length === 0 && <Welcome />}
      {found &&
        byDay(found.page.entries, entry => entry.content.happened).map(({ date, entries }) => (
          <section key={date} class="day" aria-labelledby={`day-${date}`}>
            <h2 id={`day-${date}`}>{daySaid(date, today)}</h2>
            <ul>
              {entries.map(entry => (
                <li key={entry.id}>
                  <EntryLine entry={entry} href={to(`incident/${entry.id}`)} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      {found?.page.next && (
        <button type="button" class="button" onClick={() => setLimit(limit + screenful)}>
          {words.older}
        </button>
      )}
    </div>
  )
}

/** Words that were typed and not saved, of this window or of one that is gone. */
function Drafts() {
  return (
    <>
      {listDrafts()
        .filter(draft => draft.here)
        .map(({ key, slot, kept }) => (
          <a key={key} class="note" href={to(slot)}>
            {words.unsaved(whenSaid(zonedAt(Date.parse(kept), zone()), now(), zone()))}
          </a>
        ))}
    </>
  )
}

function Ongoing({ entry }: { entry: Entry<'incident'> }) {
  const diary = useDiary()
  const stop = async () => {
    const ended = zonedAt(now(), zone())
    const stopped = { ...entry.content, span: { is: 'until', ended } } as const
    if (await tried(diary.amendIncident(entry.id, stopped))) say(words.stoppedAt(ended.slice(11, 16)))
  }
  return (
    <section class="card ongoing" aria-label={words.ongoing}>
      <p class="quiet small">{words.ongoing}</p>
      <a href={to(`incident/${entry.id}`)}>
        <strong>{kindsSaid(entry.content)}</strong>
      </a>
      <p>{whenSaid(entry.content.happened, now(), zone())}</p>
      <button type="button" class="button" onClick={stop}>
        {words.stopped}
      </button>
    </section>
  )
}
