import { useEffect, useState } from 'preact/hooks'
import type { Shared } from '../core/shared.ts'

/** The value as it is now; the part that asks is drawn again when it changes. */
export function useShared<T>(source: Shared<T>): T {
  const [, draw] = useState<T>(source.value)
  useEffect(() => {
    const follow = () => draw(() => source.value)
    follow() // It may have changed between drawing and following.
    return source.follow(follow)
  }, [source])
  return source.value
}
