/** What was written, a label in the margin and the words beside it. */
export function Facts({ facts }: { facts: { label: string; words: string }[] }) {
  return (
    <dl class="facts">
      {facts.map(({ label, words }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}
