import { to } from '../browser/route.ts'
import { frame } from '../text/frame.ts'
import { opening } from '../text/opening.ts'

export default function NotFound() {
  return (
    <div class="stack">
      <h1>{opening.notFound}</h1>
      <p>{opening.notFoundWords}</p>
      <div>
        <a class="button main" href={to('')}>
          {frame.diary}
        </a>
      </div>
    </div>
  )
}
