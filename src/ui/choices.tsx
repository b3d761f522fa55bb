import type { ComponentChildren } from 'preact'
import { form as words } from '../text/form.ts'

interface Common<Code extends string> {
  legend: string
  /** Also the id the error summary links to. */
  name: string
  codes: readonly Code[]
  labels: Record<Code, string>
  hint?: string
  optional?: boolean
  fault?: string | undefined
  children?: ComponentChildren
}

/** A group of ticks: none, one or several. */
export function Ticks<Code extends string>(
  props: Common<Code> & { chosen: readonly Code[]; onChoose: (chosen: Code[]) => void },
) {
  const { chosen, onChoose, codes, labels, name } = props
  const toggle = (code: Code) =>
    onChoose(chosen.includes(code) ? chosen.filter(one => one !== code) : [...chosen, code])
  return (
    <Group {...props}>
      {codes.map((code, i) => (
        <label key={code} class="choice">
          <input
            type="checkbox"
            id={i === 0 ? name : undefined}
            name={name}
            value={code}
            checked={chosen.includes(code)}
            onChange={() => toggle(code)}
          />
          {labels[code]}
        </label>
      ))}
    </Group>
  )
}

/** A group of which one may be chosen; tapping it again, or `Clear answer`, takes the answer back. */
export function OneOf<Code extends string>(
  props: Common<Exclude<Code, ''>> & { chosen: Code; onChoose: (chosen: Code) => void },
) {
  const { chosen, onChoose, codes, labels, name, optional } = props
  const clear = () => optional && onChoose('' as Code)
  return (
    <Group {...props}>
      {codes.map((code, i) => (
        <label key={code} class="choice">
          <input
            type="radio"
            id={i === 0 ? name : undefined}
            name={name}
            value={code}
            checked={chosen === code}
            onClick={() => chosen === code && clear()}
            onChange={() => onChoose(code)}
          />
          {labels[code]}
        </label>
      ))}
      {optional && chosen !== '' && (
        <button type="button" class="button plain" onClick={clear}>
          {words.clear}
        </button>
      )}
    </Group>
  )
}

function Group(props: Omit<Common<string>, 'codes' | 'labels'>) {
  const { legend, name, hint, fault, children } = props
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ')
  return (
    <fieldset aria-describedby={described || undefined}>
      <legend>{legend}</legend>
      {hint && (
        <p id={`${name}-hint`} class="hint">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${name}-fault`} class="fault">
          {fault}
        </p>
      )}
      <div class="choices">{children}</div>
    </fieldset>
  )
}
