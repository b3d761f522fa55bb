import type { ComponentChildren } from 'preact'

/** Something that takes a while: what is being done, how far it is, and a way to stop it. */
export function UnderWay(props: {
  says: string
  done?: number | undefined
  cancel: string
  onCancel: () => void
  children?: ComponentChildren
}) {
  return (
    <div class="card">
      <p>{props.says}</p>
      <progress aria-label={props.says} value={props.done} max={1} />
      {props.children}
      <div>
        <button type="button" class="button" onClick={props.onCancel}>
          {props.cancel}
        </button>
      </div>
    </div>
  )
}

/** How it ended, where it did not end well, in the words of whoever began it. */
export function NotMade({
  is,
  words,
}: {
  is: string
  words: Record<'cancelled' | 'failed' | 'failedWords', string>
}) {
  if (is === 'cancelled') return <p class="note">{words.cancelled}</p>
  if (is !== 'failed') return null
  return (
    <div class="note bad stack">
      <h2>{words.failed}</h2>
      <p>{words.failedWords}</p>
    </div>
  )
}
