import { to } from '../browser/route.ts'
import { frame } from '../text/frame.ts'

export function NotFound() {
  return (
    <div class="stack">
      <h1>{frame.notFound}</h1>
      <p>{frame.notFoundWords}</p>
      <div>
        <a class="button main" href={to('')}>
          {frame.diary}
        </a>
      </div>
    </div>
  )
}
