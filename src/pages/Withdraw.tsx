import { useRef, useState } from 'preact/hooks'
import type { Entry } from '../core/record.ts'
import { incident as words } from '../text/diary.ts'
import { Words } from '../ui/field.tsx'
import { say } from '../ui/say.tsx'
import { useDiary } from './live.ts'

/** Taking an entry back, with a reason; the number and a stub stay, and it can be put back. */
export function Withdraw({ entry }: { entry: Entry }) {
  const diary = useDiary()
  const dialog = useRef<HTMLDialogElement>(null)
  const [why, setWhy] = useState('')
  const restore = () => void diary.restore(entry.id)
  if (entry.withdrawn) {
    return (
      <button type="button" class="button" onClick={restore}>
        {words.restore}
      </button>
    )
  }
  const withdraw = async () => {
    if (!why.trim()) return
    await diary.withdraw(entry.id, why.trim())
    dialog.current?.close()
    say(words.withdrawn, { label: words.restore, run: restore })
  }
  return (
    <>
      <button type="button" class="button" onClick={() => dialog.current?.showModal()}>
        {words.withdraw}
      </button>
      <dialog ref={dialog} aria-labelledby="withdraw-title">
        <form
          onSubmit={event => {
            event.preventDefault()
            void withdraw()
          }}
        >
          <div class="stack">
            <h2 id="withdraw-title">{words.withdrawTitle}</h2>
            <p>{words.withdrawWords}</p>
            <Words name="why" label={words.withdrawWhy} value={why} onInput={setWhy} />
          </div>
          <div class="row">
            <button type="submit" class="button bad" disabled={!why.trim()}>
              {words.withdrawDo}
            </button>
            <button type="button" class="button" onClick={() => dialog.current?.close()}>
              {words.keep}
            </button>
          </div>
        </form>
      </dialog>
    </>
  )
}
