import { useState } from 'preact/hooks'
import { to } from '../../browser/route.ts'
import { backup } from '../../text/backup.ts'
import { settings as words } from '../../text/settings.ts'
import { Ask } from '../../ui/ask.tsx'
import { Field } from '../../ui/field.tsx'
import { LastBackup } from '../backup/LastBackup.tsx'
import { useDiary } from '../live.ts'
import { tried } from '../saving.ts'
import { loadAnewErased } from './erased.ts'

/** The true erase of everything, behind a word that has to be typed. */
export function Erase() {
  const diary = useDiary()
  const [typed, setTyped] = useState('')
  const erase = async () => {
    if (!(await tried(diary.eraseEverything()))) return false
    loadAnewErased()
    return true
  }
  return (
    <section class="stack" aria-labelledby="settings-erase">
      <h2 id="settings-erase">{words.erase}</h2>
      <p>{words.eraseWords}</p>
      <div>
        <Ask
          label={words.erase}
          grave
          title={words.eraseTitle}
          doIt={words.eraseDo}
          keep={words.keep}
          ready={typed.trim().toUpperCase() === words.eraseWord}
          onDo={erase}
        >
          <p>{words.eraseWords}</p>
          <LastBackup />
          <div>
            <a class="button" href={to('backup')}>
              {backup.first}
            </a>
          </div>
          <Field name="erase" label={words.eraseType(words.eraseWord)} value={typed} onInput={setTyped} />
        </Ask>
      </div>
    </section>
  )
}
