import { useState } from 'preact/hooks'
import type { Incident } from '../../core/incident.ts'
import type { Entry } from '../../core/record.ts'
import { isRemovable } from '../../core/removal.ts'
import { saidOf } from '../../text/incident.ts'
import { incident as words } from '../../text/incident-page.ts'
import { Ask } from '../../ui/ask.tsx'
import { Words } from '../../ui/field.tsx'
import { say } from '../../ui/say.tsx'
import { useDiary } from '../live.ts'
import { tried } from '../saving.ts'

/** For somebody wrongly named: takes words out of every version, for good. */
export function RemoveWords({ entry }: { entry: Entry<'incident'> }) {
  const diary = useDiary()
  const [chosen, setChosen] = useState<(keyof Incident)[]>([])
  const [why, setWhy] = useState('')
  const removable = saidOf(entry.content).filter(({ field }) => isRemovable('incident', field))
  if (removable.length === 0) return null
  const toggle = (field: keyof Incident) =>
    setChosen(chosen.includes(field) ? chosen.filter(one => one !== field) : [...chosen, field])
  const remove = async () => {
    if (!(await tried(diary.removeWords(entry.id, { fields: chosen, why: why.trim() })))) return false
    setChosen([])
    setWhy('')
    say(words.wordsRemoved)
    return true
  }
  return (
    <Ask
      label={words.removeWords}
      grave
      title={words.removeTitle}
      doIt={words.removeDo}
      keep={words.keep}
      ready={chosen.length > 0 && why.trim() !== ''}
      onDo={remove}
    >
      <p>{words.removeIntro}</p>
      <fieldset>
        <legend>{words.removeWhich}</legend>
        {removable.map(({ field, label, words: said }) => (
          <label key={field} class="toggle">
            <input type="checkbox" checked={chosen.includes(field)} onChange={() => toggle(field)} />
            <span>
              <strong>{label}</strong> {said}
            </span>
          </label>
        ))}
      </fieldset>
      <Words name="remove-why" label={words.removeWhy} value={why} onInput={setWhy} />
    </Ask>
  )
}
