import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

interface Props {
  /** The button that opens the question; `grave` for what cannot be undone. */
  label: string
  grave?: boolean
  title: string
  /** The button that does it, once `ready`, and the one that leaves everything as it is. */
  doIt: string
  keep: string
  ready: boolean
  /** Whether it was done: only then the question closes. */
  onDo: () => Promise<boolean>
  children: ComponentChildren
}

/** A button that asks before it does something: a native dialog, there only while it is open. */
export function Ask({ label, grave, title, doIt, keep, ready, onDo, children }: Props) {
  const [open, setOpen] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open) dialog.current?.showModal()
  }, [open])
  const close = () => dialog.current?.close()
  const ask = () => {
    setOpen(true)
    // Closed, and asked again before the browser has said so.
    if (dialog.current?.open === false) dialog.current.showModal()
  }
  return (
    <>
      <button type="button" class={grave ? 'button bad' : 'button'} onClick={ask}>
        {label}
      </button>
      {open && (
        <dialog
          ref={dialog}
          aria-labelledby="ask-title"
          onClose={() => setOpen(dialog.current?.open === true)}
        >
          <form
            onSubmit={event => {
              event.preventDefault()
              if (ready) void onDo().then(done => done && close())
            }}
          >
            <div class="stack">
              <h2 id="ask-title">{title}</h2>
              {children}
            </div>
            <div class="row">
              <button type="submit" class="button bad" disabled={!ready}>
                {doIt}
              </button>
              <button type="button" class="button" onClick={close}>
                {keep}
              </button>
            </div>
          </form>
        </dialog>
      )}
    </>
  )
}
