import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import * as v from 'valibot'
import { hold } from '../../browser/held.ts'
import { to } from '../../browser/route.ts'
import { stepOut } from '../../browser/stepping-out.ts'
import type { Brought } from '../../core/backup/merge-entries.ts'
import { refused, restore as words } from '../../text/backup.ts'
import { broughtSaid } from '../../text/brought.ts'
import { Field } from '../../ui/field.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import { UnderWay } from '../../ui/under-way.tsx'
import { useShared } from '../../ui/use-shared.ts'
import { useDiary, useLive } from '../live.ts'
import { passphraseSetting } from './backing-up.ts'
import { RestoreInside } from './RestoreInside.tsx'
import { isUnderWay, open, restoring, take } from './restoring.ts'

/** Brings a diary back: choose the file, look what is inside, then bring it in. */
export function Restore() {
  const diary = useDiary()
  const state = useShared(restoring)
  const found = useLive(async store => ({ kept: await store.setting(passphraseSetting, v.string()) }), [])
  // What is under way goes on without this screen; what it showed does not wait for whoever opens it next.
  useEffect(() => () => isUnderWay(restoring.value) || restoring.set({ is: 'idle' }), [])
  // A file that was chosen and opened would have to be looked for again.
  const begun = state.is === 'locked' || state.is === 'opened' || state.is === 'done'
  useLayoutEffect(() => (begun ? hold() : undefined), [begun])
  // Kept here, so that a slip of the thumb can be mended and need not be typed anew.
  const [typed, setTyped] = useState('')
  if (!found) return null
  const choose = (file: File) => {
    setTyped('')
    void open(diary, file, undefined, found.kept)
  }
  const busy = isUnderWay(state)
  const chooser = <Chooser label={state.is === 'idle' ? words.choose : words.chooseOther} onChoose={choose} />
  return (
    <div class="stack-wide">
      <div class="stack">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      {!busy && !begun && chooser}
      {state.is === 'locked' && (
        <Unlock
          file={state.file.name}
          wrong={state.wrong}
          typed={typed}
          onType={setTyped}
          onOpen={() => void open(diary, state.file, typed, undefined)}
        />
      )}
      <div role="status" class="stack">
        {state.is === 'opening' && (
          <UnderWay says={words.opening} cancel={words.cancel} onCancel={state.cancel} />
        )}
        {state.is === 'taking' && (
          <UnderWay says={words.taking} done={state.done} cancel={words.cancel} onCancel={state.cancel} />
        )}
        {state.is === 'cancelled' && <p class="note">{words.cancelled}</p>}
        {state.is === 'refused' && (
          <div class="note bad stack">
            <h2>{words.notRestored}</h2>
            <p>{state.why ? refused[state.why] : words.failed}</p>
            <p>{words.unchanged}</p>
          </div>
        )}
        {state.is === 'done' && <Done brought={state.brought} />}
      </div>
      {state.is === 'opened' && (
        <RestoreInside
          inside={state.inside}
          brings={state.brings}
          onTake={() => void take(diary, state.dump)}
          onCancel={() => restoring.set({ is: 'cancelled' })}
        />
      )}
      {(state.is === 'locked' || state.is === 'opened') && chooser}
    </div>
  )
}

function Chooser({ label, onChoose }: { label: string; onChoose: (file: File) => void }) {
  const answered = useRef<() => void>()
  return (
    <div class="field">
      <label for="restore-file">{label}</label>
      <p id="restore-file-hint" class="hint">
        {words.chooseHint}
      </p>
      <input
        id="restore-file"
        type="file"
        aria-describedby="restore-file-hint"
        onClick={() => {
          answered.current = stepOut()
        }}
        onCancel={() => answered.current?.()}
        onChange={event => {
          answered.current?.()
          const [file] = event.currentTarget.files ?? []
          if (file) onChoose(file)
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}

function Unlock(props: {
  /** The name of the file that was chosen. */
  file: string
  wrong: boolean
  typed: string
  onType: (typed: string) => void
  onOpen: () => void
}) {
  const { file, wrong, typed, onType, onOpen } = props
  const [shown, setShown] = useState(false)
  // What had the focus is gone; and this is the next thing to do.
  useEffect(() => document.getElementById('passphrase')?.focus(), [])
  return (
    <form
      class="stack"
      onSubmit={event => {
        event.preventDefault()
        if (typed !== '') onOpen()
      }}
    >
      <Field
        name="passphrase"
        label={words.passphrase}
        hint={words.locked(file)}
        type={shown ? 'text' : 'password'}
        autocomplete="off"
        value={typed}
        onInput={onType}
        fault={wrong ? refused.passphrase : undefined}
      />
      <Toggle name="show" label={words.show} on={shown} onChange={setShown} />
      <div>
        <button type="submit" class="button main" disabled={typed === ''}>
          {words.open}
        </button>
      </div>
    </form>
  )
}

function Done({ brought }: { brought: Brought }) {
  const said = broughtSaid(brought)
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that was pressed is gone: else the focus would be nowhere.
  useEffect(() => heading.current?.focus(), [])
  return (
    <div class="card arrive">
      <h2 ref={heading} tabIndex={-1}>
        {words.done}
      </h2>
      <p>{said ? words.doneWords(said) : words.doneNothing}</p>
      <div>
        <a class="button main" href={to('')}>
          {words.toDiary}
        </a>
      </div>
    </div>
  )
}
