import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** How far from what is seen a chapter is taken down or put up again, in heights of the window; parts come nearer than that. */
const away = '500% 0px'

interface Props {
  /** Under this name the list remembers how tall the chapter was. */
  name: string
  /** Heights in pixels by name, remembered while the app is open. */
  heights: Map<string, number>
  /** How tall it is, about, while it was never drawn, in pixels; without it, it is drawn at once. */
  about?: number | undefined
  children: () => ComponentChildren
}

/**
 * Some parts of a very long list (see part.tsx), taken down again once they are far away: however far one scrolls, the
 * page holds a few hundred lines. What holds the focus stays.
 */
export function Chapter({ name, heights, about, children }: Props) {
  const element = useRef<HTMLDivElement>(null)
  const tall = heights.get(name) ?? about
  const [near, setNear] = useState(tall === undefined)
  useEffect(() => {
    const chapter = element.current
    if (!chapter) return
    const look = new IntersectionObserver(
      seen => {
        const last = seen.at(-1)
        const isNear = last?.isIntersecting || chapter.contains(document.activeElement)
        if (!isNear && last) heights.set(name, last.boundingClientRect.height)
        setNear(isNear)
      },
      { rootMargin: away },
    )
    look.observe(chapter)
    return () => look.disconnect()
  }, [name])
  // What it measures when the whole list goes is what keeps the place of whoever comes back.
  useEffect(() => {
    const chapter = element.current
    if (!near || !chapter) return
    return () => {
      heights.set(name, chapter.offsetHeight)
    }
  }, [near, name])
  return (
    <div ref={element} class="days" aria-busy={!near} style={{ height: near ? '' : `${tall}px` }}>
      {near && children()}
    </div>
  )
}
