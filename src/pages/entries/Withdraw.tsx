import { useState } from 'preact/hooks'
import type { Entry } from '../../core/record.ts'
import { incident as words } from '../../text/incident-page.ts'
import { Ask } from '../../ui/ask.tsx'
import { Words } from '../../ui/field.tsx'
import { say } from '../../ui/say.tsx'
import { useDiary } from '../live.ts'
import { tried } from '../saving.ts'

/** Taking an entry back, with a reason; the number and a stub stay, and it can be put back. */
export function Withdraw({ entry }: { entry: Entry }) {
  const diary = useDiary()
  const [why, setWhy] = useState('')
  const restore = () => void tried(diary.restore(entry.id))
  if (entry.withdrawn) {
    return (
      <button type="button" class="button" onClick={restore}>
        {words.restore}
      </button>
    )
  }
  const withdraw = async () => {
    if (!(await tried(diary.withdraw(entry.id, why.trim())))) return false
    setWhy('')
    say(words.withdrawn, { label: words.restore, run: restore })
    return true
  }
  return (
    <Ask
      label={words.withdraw}
      title={words.withdrawTitle}
      doIt={words.withdrawDo}
      keep={words.keep}
      ready={why.trim() !== ''}
      onDo={withdraw}
    >
      <p>{words.withdrawWords}</p>
      <Words name="why" label={words.withdrawWhy} value={why} onInput={setWhy} />
    </Ask>
  )
}
