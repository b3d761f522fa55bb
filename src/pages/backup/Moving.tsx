import { now, zone } from '../../browser/clock.ts'
import { to } from '../../browser/route.ts'
import { instantAt, zonedAt } from '../../core/time.ts'
import { backup, moving as words } from '../../text/backup.ts'
import { whenSaid } from '../../text/days.ts'
import { say } from '../../ui/say.tsx'
import { useDiary } from '../live.ts'
import { tried } from '../saving.ts'
import { elsewhereSetting, useElsewhere } from './lives-elsewhere.ts'

/** To a new phone, or from a browser tab to the home screen, in three steps. */
export function Moving() {
  const diary = useDiary()
  const away = useElsewhere()
  if (!away) return null
  const set = async (since: string | undefined) => {
    if (await tried(diary.saveSetting(elsewhereSetting, since))) say(since ? words.awaySaid : words.backSaid)
  }
  return (
    <div class="stack-wide">
      <div class="stack">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      <ol class="steps">
        <li class="stack">
          <h2>{words.one}</h2>
          <p>{words.oneWords}</p>
          <div>
            <a class="button" href={to('backup')}>
              {backup.make}
            </a>
          </div>
        </li>
        <li class="stack">
          <h2>{words.two}</h2>
          <p>{words.twoWords}</p>
          <p class="quiet">{words.twoTab}</p>
        </li>
        <li class="stack">
          <h2>{words.three}</h2>
          <p>{words.threeWords}</p>
          {away.since && (
            <p class="note">
              {words.isAway(whenSaid(zonedAt(Date.parse(away.since), zone()), now(), zone()))}
            </p>
          )}
          <div>
            <button
              type="button"
              class="button"
              onClick={() => void set(away.since ? undefined : instantAt(now()))}
            >
              {away.since ? words.back : words.away}
            </button>
          </div>
        </li>
      </ol>
    </div>
  )
}
