import { useState } from 'preact/hooks'
import { longestField, longestLine } from '../core/shapes.ts'
import { form as words } from '../text/form.ts'
import { counted } from '../text/numbers.ts'

interface Props {
  label: string
  /** Also the id the error summary links to. */
  name: string
  value: string
  onInput: (value: string) => void
  hint?: string | undefined
  fault?: string | undefined
  type?: 'text' | 'date' | 'time' | 'tel' | 'email' | 'password' | 'search'
  /** `off` keeps Chromium from writing what is typed into its session files (measured); the writer's own details keep their tokens. */
  autocomplete?: string
  /** Values offered for one tap. */
  suggestions?: readonly string[] | undefined
  max?: string | undefined
  /** A question of its own, set like the questions of the groups beside it. */
  question?: boolean
  required?: boolean
}

/** One line of text, a date or a time: label above, hint, fault, and an honest limit that never cuts what was typed. */
export function Field(props: Props) {
  const { label, name, value, hint, type = 'text', autocomplete = 'off', suggestions, max, required } = props
  const { refused, take } = useLimit(props, longestLine)
  const fault = refused ?? props.fault
  return (
    <div class={classOf(props, fault)}>
      <label for={name}>{label}</label>
      <Beside name={name} hint={hint} fault={fault} />
      <input
        id={name}
        name={name}
        type={type}
        value={value}
        autocomplete={autocomplete as 'off'}
        spellcheck={type === 'text'}
        max={max}
        required={required}
        aria-invalid={fault ? true : undefined}
        aria-describedby={describedBy(name, hint, fault)}
        onInput={take}
      />
      {suggestions && (
        <fieldset class="suggestions" aria-label={words.suggestions}>
          {suggestions
            .filter(one => one !== value)
            .map(one => (
              <button key={one} type="button" onClick={() => props.onInput(one)}>
                {one}
              </button>
            ))}
        </fieldset>
      )}
    </div>
  )
}

/** Several lines in the person's own words. */
export function Words(props: Props) {
  const { label, name, value, hint, autocomplete = 'off' } = props
  const { refused, take } = useLimit(props, longestField)
  const fault = refused ?? props.fault
  const left = longestField - value.length
  return (
    <div class={classOf(props, fault)}>
      <label for={name}>{label}</label>
      <Beside name={name} hint={hint} fault={fault} />
      <textarea
        id={name}
        name={name}
        rows={3}
        value={value}
        autocomplete={autocomplete as 'off'}
        spellcheck
        aria-invalid={fault ? true : undefined}
        aria-describedby={describedBy(name, hint, fault)}
        onInput={take}
      />
      {left < 1000 && <p class="hint">{words.left(counted(left))}</p>}
    </div>
  )
}

const classOf = ({ question }: Props, fault: string | undefined) =>
  ['field', question && 'question', fault && 'wrong'].filter(Boolean).join(' ')

/** What stands under a label: the hint, and what is wrong. */
export function Beside({ name, hint, fault }: Pick<Props, 'name' | 'hint' | 'fault'>) {
  return (
    <>
      {hint && (
        <p id={`${name}-hint`} class="hint">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${name}-fault`} class="fault" role="alert">
          {fault}
        </p>
      )}
    </>
  )
}

/** The ids of what Beside shows. */
export const describedBy = (name: string, hint?: string, fault?: string) =>
  [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ') || undefined

/** Refuses what would not fit, says so, and puts back what stood there: `maxlength` would cut a paste without a word. */
function useLimit({ value, onInput }: Pick<Props, 'value' | 'onInput'>, limit: number) {
  const [refused, setRefused] = useState<string>()
  const take = (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
    const typed = event.currentTarget.value
    if (typed.length > limit) {
      event.currentTarget.value = value
      setRefused(words.tooLongPaste(counted(typed.length), counted(limit)))
      return
    }
    setRefused(undefined)
    // A pasted half of a surrogate pair has no written form; the replacement character stands for it, as browsers show it.
    onInput(typed.toWellFormed?.() ?? typed)
  }
  return { refused, take }
}
