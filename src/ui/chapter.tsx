import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Heights, useRemembered } from './remembered.ts'

/** How far from what is seen a chapter is taken down or put up again, in heights of the window; parts come nearer than that. */
const away = '500% 0px'

interface Props {
  /** Under this name the list remembers how tall the chapter was. */
  name: string
  heights: Heights
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
        setNear(seen.at(-1)?.isIntersecting || chapter.contains(document.activeElement))
      },
      { rootMargin: away },
    )
    look.observe(chapter)
    return () => look.disconnect()
  }, [name])
  useRemembered(element, heights, name, near)
  return (
    <div ref={element} class="days" aria-busy={!near} style={{ height: near ? '' : `${tall}px` }}>
      {near && children()}
    </div>
  )
}
