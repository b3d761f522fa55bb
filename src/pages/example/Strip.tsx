import { useEffect, useRef } from 'preact/hooks'
import { route } from '../../browser/route.ts'
import { hasRested, stayInExample } from '../../store/example/here.ts'
import { inExample as words } from '../../text/in-example.ts'
import { useShared } from '../../ui/use-shared.ts'
import { hearLeaving } from '../lock/LeaveQuickly.tsx'
import { type Answer, asking } from './asking.ts'
import { goOut } from './going.ts'
import '../../styles/example.css'

/** On every screen of the example: what it is, and the way out. */
export default function Strip() {
  const strip = useRef<HTMLElement>(null)
  const asked = useShared(asking)
  useEffect(staying, [])
  useEffect(hearLeaving, [])
  useEffect(() => {
    const page = document.documentElement
    const measure = new ResizeObserver(() =>
      page.style.setProperty('--strip', `${strip.current?.offsetHeight ?? 0}px`),
    )
    if (strip.current) measure.observe(strip.current)
    return () => measure.disconnect()
  }, [])
  return (
    <>
      <aside ref={strip} class="example-strip" aria-label={words.name}>
        <p>{words.strip}</p>
        <button type="button" class="button" onClick={() => goOut()}>
          {words.leave}
        </button>
      </aside>
      {asked && <Question onAnswer={asked} />}
    </>
  )
}

function Question({ onAnswer }: { onAnswer: (answer: Answer) => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  // Whoever goes elsewhere has not answered.
  useEffect(() => route.follow(() => onAnswer('goOn')), [onAnswer])
  return (
    <dialog ref={dialog} aria-labelledby="example-ask" onClose={() => onAnswer('goOn')}>
      <div class="stack">
        <h2 id="example-ask">{words.askTitle}</h2>
        <p>{words.askWords}</p>
        <button type="button" class="button main" onClick={() => onAnswer('real')}>
          {words.real}
        </button>
        <button type="button" class="button" onClick={() => onAnswer('trying')}>
          {words.trying}
        </button>
        <button type="button" class="button plain" onClick={() => dialog.current?.close()}>
          {words.goOn}
        </button>
      </div>
    </dialog>
  )
}

const often = 30_000

/** Notes that somebody looks; whoever comes back after long wants their own diary, at the screen they ask for. */
function staying(): () => void {
  const look = () => {
    if (document.visibilityState === 'hidden' || !hasRested()) stayInExample()
    // A place with an id in it is one of the example.
    else goOut(route.value.includes('/') ? '' : route.value)
  }
  const timer = setInterval(() => document.visibilityState === 'visible' && look(), often)
  document.addEventListener('visibilitychange', look)
  addEventListener('pageshow', look)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
    removeEventListener('pageshow', look)
  }
}
