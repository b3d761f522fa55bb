import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Heights, useRemembered } from './remembered.ts'

/** How far ahead a part of a list is read and drawn, in heights of the window: a fling passes one in about 150 ms. */
const ahead = '250% 0px'
/** A guess, in pixels, where a part was never drawn. */
const about = 800

interface Props {
  /** Under this name the list remembers how tall the part was. */
  name: string
  heights: Heights
  /** Whether `children` are still on their way. */
  busy: boolean
  /** Called once, when the part comes near what is seen. */
  onNear: () => void
  children: ComponentChildren
}

/**
 * A part of a long list: a gap as tall as it was last time until it comes near, drawn from then on. The browser leaves
 * out what is not seen (`content-visibility`), while a screen reader and the search of the browser still find it.
 */
export function Part({ name, heights, busy, onNear, children }: Props) {
  const element = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const part = element.current
    if (!part || near) return
    const look = new IntersectionObserver(
      seen => {
        if (!seen.some(one => one.isIntersecting)) return
        look.disconnect()
        setNear(true)
        onNear()
      },
      { rootMargin: ahead },
    )
    look.observe(part)
    return () => look.disconnect()
  }, [near])
  useRemembered(element, heights, name, !busy)
  const height = `${heights.get(name) ?? about}px`
  const style = { height: busy ? height : '', containIntrinsicBlockSize: `auto ${height}` }
  return (
    <div ref={element} class="part" aria-busy={busy} style={style}>
      {near && children}
    </div>
  )
}
