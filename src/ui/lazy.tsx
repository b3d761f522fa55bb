import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { frame } from '../text/frame.ts'

type Loaded<Props> = { default: ComponentType<Props> }

/** `ahead` loads it before it is wanted; where it does not come then, it is loaded again once it is. */
type Lazy<Props> = ComponentType<Props> & { ahead: () => void }

/** A screen whose code comes when it is wanted. Kept once loaded; says so where it does not come. */
export function lazy<Props extends object>(load: () => Promise<Loaded<Props>>): Lazy<Props> {
  let kept: ComponentType<Props> | undefined
  const loaded = async () => {
    kept = (await load()).default
  }
  const ahead = () => void loaded().catch(() => {})
  return Object.assign(Lazy, { ahead })

  function Lazy(props: Props) {
    const [state, setState] = useState<'loading' | 'ready' | 'failed'>(kept ? 'ready' : 'loading')
    const [attempt, setAttempt] = useState(0)
    useEffect(() => {
      // It may have come ahead between drawing and now.
      if (kept) return setState('ready')
      loaded().then(
        () => setState('ready'),
        () => setState('failed'),
      )
    }, [attempt])
    if (state === 'ready' && kept) {
      const Page = kept
      return <Page {...props} />
    }
    if (state === 'loading') return null
    return (
      <div class="stack" role="alert">
        <h1>{frame.pageFailed}</h1>
        <p>{frame.pageFailedWords}</p>
        <button type="button" class="button" onClick={() => setAttempt(attempt + 1)}>
          {frame.tryAgain}
        </button>
      </div>
    )
  }
}
