import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Entry } from '../core/record.ts'
import type { Diary } from '../store/diary.ts'
import type { Place } from '../store/reading.ts'
import { Part } from '../ui/part.tsx'
import { type Listed, readPage, type Stretch } from './list.ts'
import { useDiary, useLive } from './live.ts'

interface Kept {
  /** Each goes on where the one before it ends; the first, where the first screen ends. */
  stretches: Stretch[]
  heights: Map<string, number>
}

/** How far each list was read, and how tall its parts were: coming back, it is where it was. */
const kept = new WeakMap<Diary, Map<Listed, Kept>>()

function keptOf(diary: Diary, type: Listed): Kept {
  const lists = kept.get(diary) ?? new Map<Listed, Kept>()
  kept.set(diary, lists)
  const list = lists.get(type) ?? { stretches: [{}], heights: new Map() }
  lists.set(type, list)
  return list
}

export interface Props<T extends Listed> {
  type: T
  /** Where the first screen of the list ends. */
  before: Place
  draw: (entries: Entry<T>[]) => ComponentChildren
}

/** The list from where the first screen ends, however long: each stretch is read and drawn as it comes near. */
export default function Older<T extends Listed>({ type, before, draw }: Props<T>) {
  const { stretches, heights } = keptOf(useDiary(), type)
  const [, drawAgain] = useState({})
  // The first screen may have come to hold what stood in a stretch of its own.
  while ((stretches[0]?.until?.happened ?? 0) >= before.happened) stretches.shift()
  const [first] = stretches
  if (first) first.before = before
  const split = (stretch: Stretch, at: Place) => {
    const i = stretches.indexOf(stretch)
    if (i < 0 || stretch.until?.id === at.id) return
    stretches.splice(i + 1, 0, { before: at, until: stretch.until })
    stretch.until = at
    drawAgain({})
  }
  return (
    <div class="days">
      {stretches.map((stretch, i) => (
        <One
          key={i === 0 ? 'first' : stretch.before?.id}
          name={i === 0 ? 'first' : (stretch.before?.id ?? '')}
          {...{ type, draw, stretch, heights }}
          from={stretch.before}
          onSplit={at => split(stretch, at)}
        />
      ))}
    </div>
  )
}

interface OneProps<T extends Listed> extends Pick<Props<T>, 'type' | 'draw'> {
  name: string
  stretch: Stretch
  from: Place | undefined
  heights: Map<string, number>
  /** The stretch holds more than is read at once: it ends here, and another begins. */
  onSplit: (at: Place) => void
}

/** So many entries are read at once; a stretch that was read already may have come to hold some more. */
const atOnce = { new: 15, known: 60 }

function One<T extends Listed>({ name, type, draw, stretch, from, heights, onSplit }: OneProps<T>) {
  const [near, setNear] = useState(false)
  const entries = useLive(
    async diary => {
      if (!near) return undefined
      const page = await readPage(diary, type, stretch, stretch.until ? atOnce.known : atOnce.new)
      if (page.next) onSplit(page.next)
      return page.entries
    },
    [near, from?.id],
  )
  return (
    <Part name={name} heights={heights} busy={!entries} onNear={() => setNear(true)}>
      {entries && draw(entries)}
    </Part>
  )
}
