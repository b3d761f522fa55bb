import type { ComponentChildren } from 'preact'
import { useMemo, useRef, useState } from 'preact/hooks'
import { ownFrame } from '../browser/frame.ts'
import type { Entry } from '../core/record.ts'
import type { Diary } from '../store/diary.ts'
import type { Place } from '../store/reading.ts'
import { diary as words } from '../text/diary.ts'
import { Chapter } from '../ui/chapter.tsx'
import { Part } from '../ui/part.tsx'
import type { Heights } from '../ui/remembered.ts'
import { type Listed, readPage, type Stretch } from './list.ts'
import { useDiary, useLive } from './live.ts'

interface Kept {
  /** Stretches, some in each chapter. Each goes on where the one before it ends; the first, where the first screen ends. */
  chapters: Stretch[][]
  heights: Heights
}

/** How far each list was read, and how tall its parts were: coming back, it is where it was. */
const kept = new WeakMap<Diary, Map<Listed, Kept>>()

function keptOf(diary: Diary, type: Listed): Kept {
  const lists = kept.get(diary) ?? new Map<Listed, Kept>()
  kept.set(diary, lists)
  const list = lists.get(type) ?? { chapters: [[{}]], heights: new Map() }
  lists.set(type, list)
  return list
}

/** A chapter that is full ends where it is, and another begins. */
const fullChapter = 20

export interface Props<T extends Listed> {
  type: T
  /** Where the first screen of the list ends. */
  before: Place
  draw: (entries: Entry<T>[]) => ComponentChildren
}

/** The list from where the first screen ends, however long: each stretch is read and drawn as it comes near. */
export default function Older<T extends Listed>({ type, before, draw }: Props<T>) {
  const { chapters, heights } = keptOf(useDiary(), type)
  const [, drawAgain] = useState({})
  const first = beginAt(chapters, before)
  const split = (chapter: Stretch[], stretch: Stretch, at: Place) => {
    if (!chapter.includes(stretch) || stretch.until?.id === at.id) return
    const rest = { before: at, until: stretch.until }
    stretch.until = at
    if (stretch === chapters.at(-1)?.at(-1) && chapter.length >= fullChapter) chapters.push([rest])
    else chapter.splice(chapter.indexOf(stretch) + 1, 0, rest)
    drawAgain({})
  }
  const nameOf = (stretch: Stretch | undefined) => (stretch === first ? 'first' : (stretch?.before?.id ?? ''))
  return (
    <div class="days">
      <p class="print-only rest">{words.printedPart}</p>
      {chapters.map(chapter => (
        <Chapter key={nameOf(chapter[0])} name={`chapter ${nameOf(chapter[0])}`} heights={heights}>
          {() =>
            chapter.map(stretch => (
              <One
                key={nameOf(stretch)}
                name={nameOf(stretch)}
                {...{ type, draw, stretch, heights }}
                from={stretch.before}
                onSplit={at => split(chapter, stretch, at)}
              />
            ))
          }
        </Chapter>
      ))}
    </div>
  )
}

/** The list goes on from `before`: the first screen may have come to hold what stood in stretches of its own. */
function beginAt(chapters: Stretch[][], before: Place): Stretch | undefined {
  const holds = ({ until }: Stretch) => until !== undefined && until.happened >= before.happened
  let [chapter] = chapters
  while (chapter?.[0] && holds(chapter[0])) {
    chapter.shift()
    if (chapter.length === 0) chapters.shift()
    chapter = chapters[0]
  }
  const first = chapter?.[0]
  if (first) first.before = before
  return first
}

interface OneProps<T extends Listed> extends Pick<Props<T>, 'type' | 'draw'> {
  name: string
  stretch: Stretch
  from: Place | undefined
  heights: Heights
  /** The stretch holds more than is read at once: it ends here, and another begins. */
  onSplit: (at: Place) => void
}

/**
 * So many entries are read at once: of 8 the layout took more than 50 ms on a phone four times slower (measured).
 * A stretch that was read already may have come to hold some more.
 */
const atOnce = { new: 6, known: 60 }

function One<T extends Listed>({ name, type, draw, stretch, from, heights, onSplit }: OneProps<T>) {
  const [near, setNear] = useState(false)
  const seen = useRef(false)
  const entries = useLive(
    async diary => {
      if (!near) return undefined
      const page = await readPage(diary, type, stretch, stretch.until ? atOnce.known : atOnce.new)
      if (!seen.current) await ownFrame()
      seen.current = true
      if (page.next) onSplit(page.next)
      return page.entries
    },
    [near, from?.id],
  )
  const drawn = useMemo(() => entries && draw(entries), [entries])
  return (
    <Part name={name} heights={heights} busy={!entries} onNear={() => setNear(true)}>
      {drawn}
    </Part>
  )
}
