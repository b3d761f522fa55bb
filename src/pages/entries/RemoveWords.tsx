import { useState } from 'preact/hooks'
import type { Incident } from '../../core/incident.ts'
import type { Entry, Revision } from '../../core/record.ts'
import { isRemovable, reason } from '../../core/removal.ts'
import { Damaged } from '../../store/errors.ts'
import { saidOf } from '../../text/incident.ts'
import { incident as words } from '../../text/incident-page.ts'
import { Ask } from '../../ui/ask.tsx'
import { Words } from '../../ui/field.tsx'
import { say } from '../../ui/say.tsx'
import { useDiary, useLive } from '../live.ts'
import { tried } from '../saving.ts'

/** For somebody wrongly named: takes words out of every version, for good. */
export function RemoveWords({ entry }: { entry: Entry<'incident'> }) {
  const diary = useDiary()
  const [chosen, setChosen] = useState<string[]>([])
  const [why, setWhy] = useState('')
  const versions = useLive(open => open.history(entry.id).catch(whatStandsAlone), [entry.id])
  const removable = removableIn(entry, versions ?? [])
  if (removable.length === 0) return null
  const toggle = (field: string) =>
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

/** Where one of the versions does not open, what stands is all there is to choose from. */
function whatStandsAlone(error: unknown): [] {
  if (error instanceof Damaged) return []
  throw error
}

interface Removable {
  field: string
  label: string
  words: string
}

/** What stands, and what earlier versions, or one that stands aside, still say; each field once, as it was said last. */
function removableIn({ content }: Entry<'incident'>, versions: readonly Revision[]): Removable[] {
  const found = new Map<string, Removable>()
  const take = (said: Partial<Incident>) => {
    for (const one of saidOf(said)) if (isRemovable('incident', one.field)) found.set(one.field, one)
  }
  for (const version of versions) take(version.content as Partial<Incident>)
  take(content)
  // They all go together.
  const reasons = versions.flatMap(({ why }) => why ?? [])
  if (reasons.length > 0)
    found.set(reason, { field: reason, label: words.reason, words: reasons.join(' · ') })
  return [...found.values()]
}
