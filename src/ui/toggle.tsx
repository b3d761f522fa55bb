interface Props {
  label: string
  on: boolean | undefined
  onChange: (on: boolean) => void
  hint?: string
  /** For forms that name their fields. */
  name?: string
}

/** One thing to tick by itself. */
export function Toggle({ label, on = false, onChange, hint, name }: Props) {
  return (
    <label class="toggle">
      <input
        type="checkbox"
        name={name}
        checked={on}
        onChange={event => onChange(event.currentTarget.checked)}
      />
      <span>
        {label}
        {hint && <span class="hint block">{hint}</span>}
      </span>
    </label>
  )
}
