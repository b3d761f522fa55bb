import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Pixels by name: how tall the parts of a list were, remembered while the app is open. */
export type Heights = Map<string, number>

/** Remembers how tall an element is while `when`. The browser tells after each layout; asking it would cost one more. */
export function useRemembered(
  element: RefObject<HTMLElement>,
  heights: Heights,
  name: string,
  when: boolean,
): void {
  useEffect(() => {
    const measured = element.current
    if (!measured || !when) return
    const look = new ResizeObserver(seen => {
      const height = seen.at(-1)?.borderBoxSize[0]?.blockSize
      // An element that was taken out has no height.
      if (height) heights.set(name, height)
    })
    look.observe(measured)
    return () => look.disconnect()
  }, [name, when])
}
