import { useState } from 'preact/hooks'
import { madeUp, strengthOf } from '../../core/backup/passphrase.ts'
import { passphraseFaults as faults, strengthSaid, backup as words } from '../../text/backup.ts'
import { Field } from '../../ui/field.tsx'
import { Toggle } from '../../ui/toggle.tsx'

type Fault = { field: 'passphrase' | 'again'; text: string }

/** The passphrase, twice, because a slip of the thumb would lock the backup for good. */
export function PassphraseForm(props: { onStart: (passphrase: string, keep: boolean) => Promise<void> }) {
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [shown, setShown] = useState(false)
  const [keep, setKeep] = useState(false)
  const [made, setMade] = useState<string>()
  const [fault, setFault] = useState<Fault>()
  const type = shown ? 'text' : 'password'
  // What is shown in clear must be `off`: Chromium writes other fields into its session files.
  const autocomplete = shown ? 'off' : 'new-password'
  const submit = () => {
    const found = faultIn(passphrase, again)
    setFault(found)
    if (found) document.getElementById(found.field)?.focus()
    else void props.onStart(passphrase, keep)
  }
  const makeOne = () => {
    const one = madeUp(crypto.getRandomValues(new Uint8Array(16)))
    setMade(one)
    setPassphrase(one)
    setAgain(one)
    setFault(undefined)
  }
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <div class="stack">
        <Field
          name="passphrase"
          label={words.passphrase}
          hint={words.passphraseHint}
          type={type}
          autocomplete={autocomplete}
          value={passphrase}
          onInput={value => {
            setPassphrase(value)
            setMade(undefined)
          }}
          fault={fault?.field === 'passphrase' ? fault.text : undefined}
        />
        <p role="status">{passphrase !== '' && strengthSaid[made ? 'strong' : strengthOf(passphrase)]}</p>
        <div>
          <button type="button" class="button" onClick={makeOne}>
            {words.makeOne}
          </button>
        </div>
        {made && (
          <div class="card arrive" role="status">
            <p>{words.madeOne}</p>
            <p>
              <code class="passphrase">{made}</code>
            </p>
          </div>
        )}
        <Field
          name="again"
          label={words.again}
          type={type}
          autocomplete={autocomplete}
          value={again}
          onInput={setAgain}
          fault={fault?.field === 'again' ? fault.text : undefined}
        />
        <Toggle name="show" label={words.show} on={shown} onChange={setShown} />
        <Toggle name="keep" label={words.keep} on={keep} onChange={setKeep} />
        <p class="hint">{words.keepHint}</p>
        <p class="note warn">{words.lose}</p>
      </div>
      <div>
        <button type="submit" class="button main big">
          {words.make}
        </button>
      </div>
    </form>
  )
}

function faultIn(passphrase: string, again: string): Fault | undefined {
  if (passphrase === '') return { field: 'passphrase', text: faults.none }
  if (strengthOf(passphrase) === 'short') return { field: 'passphrase', text: faults.short }
  if (again !== passphrase) return { field: 'again', text: faults.different }
  return undefined
}
