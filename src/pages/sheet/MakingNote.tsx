import { counted } from '../../text/numbers.ts'
import { sheetPage as words } from '../../text/sheet-page.ts'
import type { Making } from './making.ts'

/** How far the document is, with a way to stop it, and how it ended where it did not end well. */
export function MakingNote({ state }: { state: Making }) {
  return (
    <div role="status" class="stack">
      {state.is === 'making' && (
        <div class="card">
          <p>{words.making}</p>
          <progress
            aria-label={words.making}
            value={state.about > 0 ? state.done : undefined}
            max={state.about || 1}
          />
          {state.about > 0 && <p class="quiet">{words.pages(counted(state.done), counted(state.about))}</p>}
          <button type="button" class="button" onClick={state.cancel}>
            {words.cancel}
          </button>
        </div>
      )}
      {state.is === 'cancelled' && <p class="note">{words.cancelled}</p>}
      {state.is === 'failed' && (
        <div class="note bad stack">
          <h2>{words.failed}</h2>
          <p>{words.failedWords}</p>
        </div>
      )}
    </div>
  )
}
