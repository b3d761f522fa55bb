import { useState } from 'preact/hooks'
import { inExample as words } from '../../text/in-example.ts'
import { goIn } from './going.ts'

/** The way into the example: from an empty diary, or from Help once the diary is open. */
export function LookAtExample() {
  const [missing, setMissing] = useState(false)
  return (
    <div class="stack">
      <p class="quiet">{words.lookWords}</p>
      <div>
        <button type="button" class="button" onClick={async () => setMissing(!(await goIn()))}>
          {words.look}
        </button>
      </div>
      <p role="status">{missing && words.missing}</p>
    </div>
  )
}
