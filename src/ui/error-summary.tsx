import { useEffect, useRef } from 'preact/hooks'
import { faults } from '../text/faults.ts'

/** What needs another look, each a link to its field. Takes the focus when it appears, as public services do. */
export function ErrorSummary({ problems }: { problems: { field: string; text: string }[] }) {
  const box = useRef<HTMLDivElement>(null)
  // A new list is a new attempt to save: the focus comes here each time.
  useEffect(() => box.current?.focus(), [problems])
  if (problems.length === 0) return null
  return (
    <div ref={box} class="note bad stack" role="alert" tabIndex={-1} aria-labelledby="summary-title">
      <h2 id="summary-title">{faults.summary}</h2>
      <ul class="stack">
        {problems.map(({ field, text }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={event => {
                event.preventDefault() // The part behind # is our route: the field takes the focus without it.
                document.getElementById(field)?.focus()
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
      <p>{faults.kept}</p>
    </div>
  )
}
