import { useEffect, useRef } from 'preact/hooks'
import { now, zone } from '../../browser/clock.ts'
import type { Inside } from '../../core/backup/inside.ts'
import type { Brought } from '../../core/backup/merge-entries.ts'
import { wallAt, zonedAt } from '../../core/time.ts'
import { restore as words } from '../../text/backup.ts'
import { alsoSaid, broughtSaid, entriesSaid } from '../../text/brought.ts'
import { plainDate, whenSaid } from '../../text/days.ts'
import { Facts } from '../../ui/facts.tsx'

interface Props {
  inside: Inside
  brings: Brought
  onTake: () => void
  onCancel: () => void
}

/** What is inside a backup and what it would bring, before anything is written. */
export function RestoreInside({ inside, brings, onTake, onCancel }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { made, name, entries, from, to, faults } = inside
  // What holds no entry at all may still hold the writer's details.
  const isHere = brings.versions + brings.mended + brings.removed === 0 && entriesSaid(entries) !== ''
  const date = (at: number) => plainDate(wallAt(at, zone()).date)
  const facts = [
    { label: words.made, words: whenSaid(zonedAt(Date.parse(made), zone()), now(), zone()) },
    ...(name ? [{ label: words.by, words: name }] : []),
    { label: words.holds, words: entriesSaid(entries) || words.holdsNothing },
    ...(from !== undefined && to !== undefined
      ? [{ label: words.fromTo, words: [...new Set([date(from), date(to)])].join(' – ') }]
      : []),
    { label: words.fresh, words: broughtSaid(brings) || words.nothingNew },
  ]
  return (
    <section class="card arrive" aria-labelledby="restore-inside">
      <h2 id="restore-inside" ref={heading} tabIndex={-1}>
        {words.inside}
      </h2>
      <Facts facts={facts} />
      {alsoSaid(brings).map(said => (
        <p key={said} class="note">
          {said}
        </p>
      ))}
      {faults > 0 && <p class="note warn">{words.faults}</p>}
      <div class="row">
        {!isHere && (
          <button type="button" class="button main" onClick={onTake}>
            {words.restore}
          </button>
        )}
        <button type="button" class="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </section>
  )
}
