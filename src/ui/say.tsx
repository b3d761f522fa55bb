import { shared } from '../core/shared.ts'
import { useShared } from './use-shared.ts'

interface Message {
  text: string
  /** Something to do about it, like taking it back. */
  action?: { label: string; run: () => void }
}

const message = shared<Message | undefined>(undefined)
let timer: ReturnType<typeof setTimeout> | undefined

/** Says a short thing to everybody: on screen for a while and to screen readers at once. */
export function say(text: string, action?: Message['action']): void {
  clearTimeout(timer)
  message.set(action ? { text, action } : { text })
  timer = setTimeout(
    () => {
      message.set(undefined)
    },
    action ? 12_000 : 7_000,
  )
}

/** The place where it is said; stands in the frame from the start, as live regions must. */
export function Said() {
  const said = useShared(message)
  return (
    <div class="say" role="status">
      {said && (
        <p key={said.text} class="arrive">
          {said.text}
          {said.action && (
            <button
              type="button"
              onClick={() => {
                message.set(undefined)
                said.action?.run()
              }}
            >
              {said.action.label}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
