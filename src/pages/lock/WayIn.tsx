import { useEffect, useRef, useState } from 'preact/hooks'
import { startWorker } from '../../browser/trusted.ts'
import type { TryBy } from '../../core/tries.ts'
import { derivedAhead, derivedIn } from '../../store/lock/passcode.ts'
import { letTimePass, waitLeft } from '../../store/lock/tries.ts'
import type { Tried, WayIn } from '../../store/lock/way-in.ts'
import { unlock, lock as words } from '../../text/lock.ts'
import { inWords } from '../../text/minutes.ts'
import { Passcode } from './Passcode.tsx'

interface Props {
  /** What the button says. */
  doIt: string
  /** Tries it; resolves to how it went. */
  onTry: (way: WayIn) => Promise<Tried['is'] | 'open' | 'failed'>
}

/** Typing the passcode, or the recovery code in its place: says what was wrong, and lets a wait run down. */
export function WayInForm({ doIt, onTry }: Props) {
  const [by, setBy] = useState<TryBy>('passcode')
  const [typed, setTyped] = useState('')
  const [trying, setTrying] = useState(false)
  const [said, setSaid] = useState<string>()
  const left = useWait(by)
  const form = useRef<HTMLFormElement>(null)
  const ahead = useRef<ReturnType<typeof derivedAhead>>()
  useEffect(() => {
    if (by !== 'passcode') return
    ahead.current = derivedAhead(startWorker)
    return ahead.current.end
  }, [by])
  const run = async () => {
    if (trying || left > 0 || !typed.trim()) return
    setTrying(true)
    setSaid(undefined)
    const derive = ahead.current?.derive ?? derivedIn(startWorker)
    const went = await onTry(by === 'passcode' ? { by, typed, derive } : { by, typed })
    setTrying(false)
    if (went === 'right' || went === 'open') return
    setSaid(
      went === 'wrong'
        ? unlock.wrong
        : went === 'none'
          ? unlock.notWhole
          : went === 'failed'
            ? unlock.failed
            : undefined,
    )
    form.current?.querySelector('input')?.select()
  }
  const turn = () => {
    setBy(by === 'passcode' ? 'recovery' : 'passcode')
    setTyped('')
    setSaid(undefined)
  }
  const secret = {
    value: typed,
    onInput: setTyped,
    fault: said,
    wait: left > 0 ? unlock.wait(inWords(left)) : undefined,
  }
  return (
    <form
      ref={form}
      class="way-in"
      noValidate
      autocomplete="off"
      onSubmit={event => {
        event.preventDefault()
        void run()
      }}
    >
      {by === 'passcode' ? (
        <Passcode {...secret} name="passcode" label={words.passcode} known />
      ) : (
        <Passcode {...secret} name="recovery" label={words.recoveryCode} hint={words.recoveryHint} code />
      )}
      <div class="stack">
        <button type="submit" class="button main big" disabled={trying || left > 0}>
          {trying ? words.working : doIt}
        </button>
        <button type="button" class="button plain" onClick={turn}>
          {by === 'passcode' ? words.useRecovery : words.usePasscode}
        </button>
      </div>
    </form>
  )
}

/** Milliseconds left before the next try; runs down while this is on screen. */
function useWait(by: TryBy): number {
  const [left, setLeft] = useState(() => waitLeft(by))
  useEffect(() => {
    const look = () => setLeft(waitLeft(by))
    look()
    return letTimePass(look)
  }, [by])
  return left
}
