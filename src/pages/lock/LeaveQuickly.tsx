/** Leaving quickly: a page of somebody's kitchen in place of the diary, which says nothing of it. */
import { render } from 'preact'
import { leftName, leftPlace } from '../../browser/left.ts'
import type { DiaryChange } from '../../store/changes.ts'
import { realName } from '../../store/example/here.ts'
import { neutral } from '../../text/neutral.ts'
import '../../styles/lock.css'

/** Puts the page there at once. What was typed is kept: the diary's page is taken down first. */
export function leaveForNow(): void {
  sessionStorage.setItem(leftName, '1')
  const root = document.getElementById('app')
  if (!root) return
  render(null, root)
  showNeutral(root)
}

/** Where no diary is open that would say so: somebody left quickly in a window of the real one, and this one goes too. */
export function hearLeaving(): () => void {
  const channel = new BroadcastChannel(realName)
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === ('leave' satisfies DiaryChange)) leaveForNow()
  }
  return () => channel.close()
}

/** The page itself; three taps on its heading, or Esc three times, bring the diary back. */
export function showNeutral(root: HTMLElement): void {
  document.title = neutral.title
  history.replaceState(null, '', leftPlace)
  // The frame that index.html brought is no child of what was taken down.
  root.replaceChildren()
  render(<Neutral />, root)
  onThree('Escape', comeBack)
}

function comeBack(): void {
  sessionStorage.removeItem(leftName)
  history.replaceState(null, '', '#/')
  location.reload()
}

function Neutral() {
  const tapped = three(comeBack)
  return (
    <main class="stack neutral">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Esc; a button would tell that there is something behind it */}
      <h1 onClick={tapped}>{neutral.title}</h1>
      <p class="quiet">{neutral.serves}</p>
      <h2>{neutral.ingredients}</h2>
      <ul>
        {neutral.list.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{neutral.method}</h2>
      <ol>
        {neutral.steps.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </main>
  )
}

/** How soon the third must follow the first, as GOV.UK's pattern "Exit a page quickly" has it: milliseconds. */
const soon = 5_000

/** Calls `then` at the third call within {@link soon}. */
function three(then: () => void): () => void {
  let times: number[] = []
  return () => {
    const now = performance.now()
    times = [...times.filter(time => now - time < soon), now]
    if (times.length < 3) return
    times = []
    then()
  }
}

/** Calls `then` when a key is pressed three times; returns how to stop. */
export function onThree(key: string, then: () => void): () => void {
  const count = three(then)
  const press = (event: KeyboardEvent) => {
    if (event.key === key && !event.repeat) count()
  }
  addEventListener('keydown', press, { capture: true })
  return () => removeEventListener('keydown', press, { capture: true })
}
