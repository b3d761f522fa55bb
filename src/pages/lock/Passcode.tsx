import { useState } from 'preact/hooks'
import { lock as words } from '../../text/lock.ts'
import { Beside, describedBy } from '../../ui/field.tsx'
import { Toggle } from '../../ui/toggle.tsx'

interface Props {
  name: string
  label: string
  value: string
  onInput: (value: string) => void
  hint?: string
  fault?: string | undefined
  /** How long is still to wait: changes each second, so that it is shown and not read aloud each time. */
  wait?: string | undefined
  /** The one that is set, not a new one: what a password manager fills in. */
  known?: boolean
  /** Where two stand together, the box of the first shows both. */
  show?: { on: boolean; set?: (on: boolean) => void }
  /** A recovery code: shown as it is typed, in capitals. */
  code?: boolean
}

/**
 * One line for a secret, which the browser does not correct. What is shown in clear must be `off`: Chromium writes
 * other fields into its session files.
 */
export function Passcode({ name, label, value, onInput, hint, fault, wait, known, code, show }: Props) {
  const [ownShown, setOwnShown] = useState(false)
  const shown = show ? show.on : ownShown
  const setShown = show ? show.set : setOwnShown
  return (
    <div class={fault ? 'field wrong' : 'field'}>
      <label for={name}>{label}</label>
      <Beside name={name} hint={hint} fault={fault} />
      {wait && (
        <p id={`${name}-wait`} role="timer">
          {wait}
        </p>
      )}
      <input
        id={name}
        name={name}
        class={code ? 'code' : undefined}
        type={code || shown ? 'text' : 'password'}
        value={value}
        autocomplete={code || shown ? 'off' : known ? 'current-password' : 'new-password'}
        autocapitalize="off"
        autocorrect="off"
        spellcheck={false}
        aria-invalid={fault ? true : undefined}
        aria-describedby={
          [describedBy(name, hint, fault), wait && `${name}-wait`].filter(Boolean).join(' ') || undefined
        }
        onInput={event => onInput(event.currentTarget.value)}
      />
      {!code && setShown && <Toggle label={words.show} on={shown} onChange={setShown} />}
    </div>
  )
}
