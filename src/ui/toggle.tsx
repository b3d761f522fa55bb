import { useId } from 'preact/hooks'

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
  // Read after the name and not as a part of it.
  const hintId = useId()
  return (
    <label class="toggle">
      <input
        type="checkbox"
        aria-labelledby={hint && `${hintId}-name`}
        aria-describedby={hint && hintId}
        name={name}
        checked={on}
        onChange={event => onChange(event.currentTarget.checked)}
      />
      <span>
        <span id={hint && `${hintId}-name`}>{label}</span>
        {hint && (
          <span id={hintId} class="hint block">
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}
