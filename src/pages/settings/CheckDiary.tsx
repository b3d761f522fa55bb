import { useState } from 'preact/hooks'
import { type CheckSaid, checkFailed, checkSaid } from '../../text/check.ts'
import { counted } from '../../text/numbers.ts'
import { settings as words } from '../../text/settings.ts'
import { useDiary } from '../live.ts'

type State =
  | { is: 'idle' }
  | { is: 'checking'; done: number; of: number }
  | { is: 'done'; said: CheckSaid }
  | { is: 'failed' }

/** "Check my diary": verifies every saved version and says in words what it found. */
export function CheckDiary() {
  const diary = useDiary()
  const [state, setState] = useState<State>({ is: 'idle' })
  const check = () => {
    setState({ is: 'checking', done: 0, of: 0 })
    diary
      .checkDiary((done, of) => setState({ is: 'checking', done, of }))
      .then(
        result => setState({ is: 'done', said: checkSaid(result) }),
        () => setState({ is: 'failed' }),
      )
  }
  return (
    <section class="stack" aria-labelledby="settings-check">
      <h2 id="settings-check">{words.diary}</h2>
      <p>{words.checkWords}</p>
      <div>
        <button type="button" class="button" onClick={check} disabled={state.is === 'checking'}>
          {words.check}
        </button>
      </div>
      {state.is === 'checking' && state.of > 0 && (
        <div class="stack">
          <progress value={state.done} max={state.of} aria-label={words.check} />
          <p class="quiet">{words.checking(counted(state.done), counted(state.of))}</p>
        </div>
      )}
      <div role="status">
        {state.is === 'failed' && <p class="note warn">{checkFailed}</p>}
        {state.is === 'done' && (
          <div class={state.said.ok ? 'note stack' : 'note warn stack'}>
            <p>{state.said.headline}</p>
            {state.said.lines.map(line => (
              <p key={line}>{line}</p>
            ))}
          </div>
        )}
      </div>
    </section>
  )
}
