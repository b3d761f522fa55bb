import { render } from 'preact'
import { App } from './app.tsx'
import { hasLeft } from './browser/left.ts'
// Asked by the welcome and by the form, which need nothing else of each other.
import './browser/installing.ts'
import { firstFound, firstSeen } from './pages/first.ts'
import { exampleIsLeft } from './store/example/here.ts'
import './ui/shown-as-written.ts'
import './styles/base.css'
import './styles/frame.css'
import './styles/forms.css'
import './styles/diary.css'
import './styles/print.css'

const root = document.getElementById('app')
// Somebody who left quickly sees nothing of the diary, also after loading anew, until they come back.
if (root && hasLeft())
  void import('./pages/lock/LeaveQuickly.tsx').then(({ showNeutral }) => showNeutral(root))
// What index.html brings is seen first, and taken over once there is more to draw; a page that nobody looks at gets no
// frame to wait for.
else if (document.visibilityState === 'hidden') start()
else requestAnimationFrame(() => setTimeout(() => void firstFound().then(start)))

function start(): void {
  if (!root) return
  render(<App />, root)
  void firstSeen().then(async () => (await import('./browser/arriving.ts')).followArrivals())
  if (exampleIsLeft()) void import('./pages/example/leaving.ts').then(({ tidy }) => tidy())
}

// The diary opens first; keeping the app up to date can wait until the page has settled.
if (import.meta.env.PROD) {
  addEventListener('load', () =>
    setTimeout(async () => (await import('./browser/update.ts')).keepUpToDate(), 500),
  )
}
