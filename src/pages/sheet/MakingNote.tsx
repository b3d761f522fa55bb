import { counted } from '../../text/numbers.ts'
import { sheetPage as words } from '../../text/sheet-page.ts'
import { NotMade, UnderWay } from '../../ui/under-way.tsx'
import type { Making } from './making.ts'

/** How far the document is, with a way to stop it, and how it ended where it did not end well. */
export function MakingNote({ state }: { state: Making }) {
  return (
    <div role="status" class="stack">
      {state.is === 'making' && (
        <UnderWay
          says={words.making}
          done={state.about > 0 ? state.done / state.about : undefined}
          cancel={words.cancel}
          onCancel={state.cancel}
        >
          {state.about > 0 && <p class="quiet">{words.pages(counted(state.done), counted(state.about))}</p>}
        </UnderWay>
      )}
      <NotMade is={state.is} words={words} />
    </div>
  )
}
