import type { IconNode } from 'lucide'
import { createElement } from 'preact'

/** One of Lucide's pictures beside words that say the same: screen readers pass it over. */
export function Icon({ of }: { of: IconNode }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {of.map(([shape, lines], i) => createElement(shape, { key: i, ...lines }))}
    </svg>
  )
}
