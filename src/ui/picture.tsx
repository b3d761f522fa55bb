import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Picture as Model } from '../core/pictures.ts'
import { patternsText as words } from '../text/patterns.ts'

interface Props {
  of: Model
  /** What the picture says, for those who do not see it. */
  says: string
  /** Where a mark that stands for a date leads, and what it is called there. */
  linkOf?: (date: string) => { href: string; name: string } | undefined
}

/** A drawing from core, in the page's own inks. */
export function Picture({ of, says, linkOf }: Props) {
  const marks = of.shapes.filter(shape => shape.is === 'rect')
  const rules = of.shapes.filter(shape => shape.is === 'rule')
  const labels = of.shapes.filter(shape => shape.is === 'label')
  // A picture with links in it is a group: inside an image nothing can be reached.
  return (
    <svg
      class="picture"
      viewBox={`0 0 ${of.width} ${of.height}`}
      role={linkOf ? 'group' : 'img'}
      aria-label={says}
    >
      {rules.map(({ x, y, width }, i) => (
        <line key={i} x1={x} x2={x + width} y1={y} y2={y} />
      ))}
      {marks.map((mark, i) => {
        const link = mark.date && linkOf?.(mark.date)
        const { x, y, width, height, tone } = mark
        const rect = (
          <rect
            class={`tone-${tone}`}
            x={x}
            y={y}
            width={width}
            height={height}
            rx={Math.min(4, height / 2)}
          />
        )
        return link ? (
          <a key={i} href={link.href} aria-label={link.name}>
            {rect}
          </a>
        ) : (
          <g key={i}>{rect}</g>
        )
      })}
      <svg aria-hidden="true">
        {labels.map(({ x, y, text, size, align, on, strong }, i) => (
          <text
            key={i}
            class={strong ? `on-${on} strong` : `on-${on}`}
            x={x}
            y={y}
            font-size={size}
            text-anchor={align}
          >
            {text}
          </text>
        ))}
      </svg>
    </svg>
  )
}

interface TableProps {
  head: readonly string[]
  rows: () => readonly (readonly ComponentChildren[])[]
}

/** The same as a table, for whoever would rather read it, behind one tap. Drawn then: years have a thousand days. */
export function AsTable(props: TableProps) {
  const [open, setOpen] = useState(false)
  return (
    <details class="as-table" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{words.table}</summary>
      {open && <Opened {...props} />}
    </details>
  )
}

function Opened({ head, rows }: TableProps) {
  const wide = head.length > 3
  const table = (
    <table class={wide ? 'tight' : undefined}>
      <thead>
        <tr>
          {head.map(one => (
            <th key={one} scope="col">
              {one}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows().map(([first, ...rest], i) => (
          <tr key={i}>
            <th scope="row">{first}</th>
            {rest.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (!wide) return table
  return (
    // Letters set very large make a week wider than the phone: then it moves sideways by itself.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus, or no key moves it (WCAG 2.1.1)
    <section class="across" tabIndex={0} aria-label={words.across}>
      {table}
    </section>
  )
}
