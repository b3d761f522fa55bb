import { inExample as words } from '../../text/in-example.ts'
import { goOut } from './going.ts'

/** In place of what belongs to the real diary alone: a lock, a backup, who I am. */
export default function NotHere() {
  return (
    <div class="stack">
      <h1>{words.notHere}</h1>
      <p>{words.notHereWords}</p>
      <div>
        <button type="button" class="button" onClick={() => goOut('settings')}>
          {words.leave}
        </button>
      </div>
    </div>
  )
}
