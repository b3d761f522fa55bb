import { Search } from 'lucide'
import { useContext, useEffect } from 'preact/hooks'
import { now, zone } from '../browser/clock.ts'
import { go, to } from '../browser/route.ts'
import type { Entry } from '../core/record.ts'
import { wallAt, zonedAt } from '../core/time.ts'
import { exampleIsLeft } from '../store/example/here.ts'
import { listDrafts } from '../store/outside/drafts.ts'
import { whenSaid } from '../text/days.ts'
import { diary as words } from '../text/diary.ts'
import { kindsSaid } from '../ui/entry-line.tsx'
import { HomeTop } from '../ui/home-top.tsx'
import { Icon } from '../ui/icon.tsx'
import { IncidentDays } from '../ui/incident-days.tsx'
import { lazy } from '../ui/lazy.tsx'
import { say } from '../ui/say.tsx'
import { useShared } from '../ui/use-shared.ts'
import { first, Welcome } from './first.ts'
import { readPage } from './list.ts'
import { DiaryContext, useLive } from './live.ts'
import type { Props as OlderProps } from './Older.tsx'
import { tried } from './saving.ts'

/** Comes after the list: nobody waits for it at two in the morning. */
const NextStep = lazy(() => import('./NextStep.tsx'))
const WordsLeft = lazy(() => import('./example/WordsLeft.tsx'))
const Older = lazy<OlderProps<'incident'>>(() => import('./Older.tsx'))

/** Enough to fill the first screen; the rest is read as it comes near. */
const screenful = 10

/** Home: the diary by day, newest first, and the one large button. */
export function Diary() {
  const live = useLive(
    async diary => ({
      page: await readPage(diary, 'incident', {}, screenful),
      open: await diary.openIncidents(),
    }),
    [],
  )
  const early = useShared(first)
  const found = live ?? early
  useEffect(() => {
    if (live) first.set(undefined)
  }, [live])
  // Whoever comes back may have written meanwhile: a first look is one.
  useEffect(() => () => first.set(undefined), [])
  const { entries = [], next } = found?.page ?? {}
  const draw = (some: Entry<'incident'>[]) => (
    <IncidentDays
      entries={some}
      today={wallAt(now(), zone()).date}
      hrefOf={({ id }) => to(`incident/${id}`)}
    />
  )
  return (
    <div class="stack">
      <HomeTop onSpace={() => go('log')} />
      {found?.open.map(entry => (
        <Ongoing key={entry.id} entry={entry} />
      ))}
      {found && <Drafts />}
      {live && exampleIsLeft() && <WordsLeft />}
      {(live || early?.isNew) && entries.length === 0 && <Welcome />}
      {entries.length > 0 && (
        <>
          <a class="button plain find" href={to('find')}>
            <Icon of={Search} />
            {words.find}
          </a>
          <div class="days">
            {draw(entries)}
            {/* Not above what is written: it comes later, and would move lines away from under a thumb. */}
            {live && <NextStep />}
            {next && <Older type="incident" before={next} draw={draw} />}
          </div>
        </>
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
          <a key={key} class="note no-print" href={to(slot)}>
            {words.unsaved(whenSaid(zonedAt(Date.parse(kept), zone()), now(), zone()))}
          </a>
        ))}
    </>
  )
}

function Ongoing({ entry }: { entry: Entry<'incident'> }) {
  const diary = useContext(DiaryContext)
  const stop = async () => {
    if (!diary) return
    const ended = zonedAt(now(), zone())
    const stopped = { ...entry.content, span: { is: 'until', ended } } as const
    if (await tried(diary.amendIncident(entry.id, stopped, entry.revisions)))
      say(words.stoppedAt(ended.slice(11, 16)))
  }
  return (
    <section class="card ongoing no-print" aria-label={words.ongoing}>
      <p class="quiet small">{words.ongoing}</p>
      <a href={to(`incident/${entry.id}`)}>
        <strong>{kindsSaid(entry.content)}</strong>
      </a>
      <p>{whenSaid(entry.content.happened, now(), zone())}</p>
      <button type="button" class="button" disabled={!diary} onClick={stop}>
        {words.stopped}
      </button>
    </section>
  )
}
