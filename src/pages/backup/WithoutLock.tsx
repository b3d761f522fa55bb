import { backup as words } from '../../text/backup.ts'
import { Ask } from '../../ui/ask.tsx'
import { useDiary } from '../live.ts'
import { backUp } from './backing-up.ts'

/** A backup that anybody can read, behind a plain warning. */
export function WithoutLock() {
  const diary = useDiary()
  return (
    <section class="stack" aria-labelledby="backup-open">
      <h2 id="backup-open">{words.open}</h2>
      <p>{words.openWords}</p>
      <div>
        <Ask
          label={words.openDo}
          title={words.openTitle}
          doIt={words.openDo}
          keep={words.openKeep}
          ready
          onDo={async () => {
            void backUp(diary, undefined)
            return true
          }}
        >
          <p>{words.openWords}</p>
        </Ask>
      </div>
    </section>
  )
}
