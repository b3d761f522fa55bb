import type { ComponentChildren } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { Entry } from '../../core/record.ts'
import type { Diary } from '../../store/diary.ts'
import type { Hit } from '../../store/search/search-index.ts'
import { Chapter } from '../../ui/chapter.tsx'
import { Part } from '../../ui/part.tsx'
import type { Heights } from '../../ui/remembered.ts'
import type { Listed } from '../list.ts'
import { useLive } from '../live.ts'

interface Props<T extends Listed> {
  /** Newest first. */
  hits: readonly Hit[]
  heights: Heights
  read: (diary: Diary, ids: string[]) => Promise<Entry<T>[]>
  draw: (entries: Entry<T>[]) => ComponentChildren
}

/** So many parts of so many hits, about: what is far away is not drawn (see chapter.tsx). */
const sizes = { part: 8, chapter: 20 }
/** About how tall a part is, in pixels. */
const tall = 800

/** What was found, however much: each part is read and drawn as it comes near. */
export function Results<T extends Listed>({ hits, heights, read, draw }: Props<T>) {
  const chapters = useMemo(() => chaptersOf(hits), [hits])
  return (
    <div class="days">
      {chapters.map((parts, i) => (
        <Chapter
          key={parts[0]?.[0]}
          name={`chapter ${parts[0]?.[0]}`}
          heights={heights}
          about={i === 0 ? undefined : parts.length * tall}
        >
          {() => parts.map(ids => <Result key={ids[0]} ids={ids} {...{ heights, read, draw }} />)}
        </Chapter>
      ))}
    </div>
  )
}

function Result<T extends Listed>({ ids, heights, read, draw }: { ids: string[] } & Omit<Props<T>, 'hits'>) {
  const [near, setNear] = useState(false)
  const entries = useLive(diary => (near ? read(diary, ids) : Promise.resolve(undefined)), [near, ids.join()])
  const drawn = useMemo(() => entries && draw(entries), [entries])
  return (
    <Part name={ids[0] ?? ''} heights={heights} busy={!entries} onNear={() => setNear(true)}>
      {drawn}
    </Part>
  )
}

/** The ids in parts that end between two days, and the parts in chapters. */
function chaptersOf(hits: readonly Hit[]): string[][][] {
  const chapters: string[][][] = []
  let part: string[] = []
  let date = ''
  for (const hit of hits) {
    if (date === '' || (part.length >= sizes.part && hit.date !== date)) {
      part = []
      const chapter = chapters.at(-1)
      if (!chapter || chapter.length === sizes.chapter) chapters.push([part])
      else chapter.push(part)
    }
    part.push(hit.id)
    date = hit.date
  }
  return chapters
}
