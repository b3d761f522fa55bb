import { now, zone } from '../../browser/clock.ts'
import { zonedAt } from '../../core/time.ts'
import { moving as words } from '../../text/backup.ts'
import { whenSaid } from '../../text/days.ts'
import { say } from '../../ui/say.tsx'
import { useDiary } from '../live.ts'
import { tried } from '../saving.ts'
import { elsewhereSetting, useElsewhere } from './lives-elsewhere.ts'

/** On the old phone's home: the diary lives elsewhere, until told otherwise. */
export function Elsewhere() {
  const diary = useDiary()
  const away = useElsewhere()
  if (!away?.since) return null
  const back = async () => {
    if (await tried(diary.saveSetting(elsewhereSetting, undefined))) say(words.backSaid)
  }
  return (
    <section class="note warn stack" aria-label={words.title}>
      <p>
        {words.isAway(whenSaid(zonedAt(Date.parse(away.since), zone()), now(), zone()))} {words.awayWords}
      </p>
      <div>
        <button type="button" class="button" onClick={() => void back()}>
          {words.back}
        </button>
      </div>
    </section>
  )
}
