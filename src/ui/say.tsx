import { signal } from '@preact/signals'

interface Message {
  text: string
  /** Something to do about it, like taking it back. */
  action?: { label: string; run: () => void }
}

const message = signal<Message | undefined>(undefined)
let timer: ReturnType<typeof setTimeout> | undefined

/** Says a short thing to everybody: on screen for a while and to screen readers at once. */
export function say(text: string, action?: Message['action']): void {
  clearTimeout(timer)
  message.value = action ? { text, action } : { text }
  timer = setTimeout(
    () => {
      message.value = undefined
    },
    action ? 12_000 : 7_000,
  )
}

/** The place where it is said; stands in the frame from the start, as live regions must. */
export function Said() {
  const said = message.value
  return (
    <div class="say" role="status">
      {said && (
        <p key={said.text} class="arrive">
          {said.text}
          {said.action && (
            <button
              type="button"
              onClick={() => {
                message.value = undefined
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
