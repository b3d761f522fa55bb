import { useEffect, useRef, useState } from 'preact/hooks'
import { askDevice, DeviceRefused, hasDeviceCheck, makeDeviceKey } from '../../browser/passkey.ts'
import { hiddenMinutes, idleMinutes, LockTimes, usualTimes } from '../../core/lock-times.ts'
import type { Diary } from '../../store/diary.ts'
import type { Lock } from '../../store/lock/lock.ts'
import type { WayIn } from '../../store/lock/way-in.ts'
import { leavingIsOn, setLeaving } from '../../store/outside/leaving.ts'
import { frame } from '../../text/frame.ts'
import { leaving, lockSettings as words, lock as wordsOfLock } from '../../text/lock.ts'
import { say } from '../../ui/say.tsx'
import { useShared } from '../../ui/use-shared.ts'
import { useDiary, useLive } from '../live.ts'
import { tried } from '../saving.ts'
import { lockNow } from './locking.ts'
import { resealing, resealWhatIsLeft } from './resealing.ts'
import { SetLock } from './SetLock.tsx'
import { WayInForm } from './WayIn.tsx'
import '../../styles/lock.css'
import { counted } from '../../text/numbers.ts'
import { Toggle } from '../../ui/toggle.tsx'

/** `settings/lock`: setting, changing and taking away the lock, when it locks itself, and leaving quickly. */
export function LockSettings() {
  const diary = useDiary()
  const found = useLive(read, [])
  const [setting, setSetting] = useState(false)
  const title = useRef<HTMLHeadingElement>(null)
  const was = useRef(false)
  // Back from the steps: the button that was pressed is gone, and the focus would be nowhere.
  useEffect(() => {
    if (was.current && !setting) title.current?.focus()
    was.current = setting
  }, [setting])
  if (!found) return null
  const { lock, state } = found
  if (setting)
    return (
      <SetLock
        lock={lock}
        notes={state?.notes ?? true}
        onEnd={done => {
          setSetting(false)
          if (!done) return
          say(words.done)
          void resealWhatIsLeft(lock)
        }}
      />
    )
  return (
    <div class="stack-wide">
      <div class="stack">
        <h1 ref={title} tabIndex={-1}>
          {words.title}
        </h1>
        <p class="lead">{state ? words.on : words.off}</p>
        <p>{words.about}</p>
        <Resealing />
        {!state && (
          <div>
            <button type="button" class="button main" onClick={() => setSetting(true)}>
              {words.set}
            </button>
          </div>
        )}
      </div>
      {state && <WhenSet found={found} onChange={() => setSetting(true)} diary={diary} />}
      <section class="stack" aria-labelledby="lock-not">
        <h2 id="lock-not">{words.not}</h2>
        <ul class="points">
          {words.notWords.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>{words.forget}</p>
      </section>
      <Leaving />
    </div>
  )
}

type Found = Awaited<ReturnType<typeof read>>

const read = async (diary: Diary) => {
  const lock = await diary.lock()
  return {
    lock,
    state: await lock.state(),
    times: (await diary.setting('lock', LockTimes)) ?? usualTimes,
    canDevice: await hasDeviceCheck(),
  }
}

/** What can be done once it is set. What changes a way in asks for the passcode first: an open phone in hand is not enough. */
function WhenSet({ found, onChange, diary }: { found: Found; onChange: () => void; diary: Diary }) {
  const { lock, state, times, canDevice } = found
  const [asked, setAsked] = useState<'change' | 'takeAway' | 'device'>()
  const keep = (part: Partial<LockTimes>) => void tried(diary.saveSetting('lock', { ...times, ...part }))
  const proved = async () => {
    setAsked(undefined)
    if (asked === 'change') onChange()
    else if (asked === 'device') await turnOnDevice(lock)
    else if (await tried(lock.takeAway())) say(words.takenAway)
  }
  if (!state) return null
  return (
    <>
      <div>
        <button type="button" class="button" onClick={() => lockNow(diary, lock)}>
          {wordsOfLock.lockNow}
        </button>
      </div>
      <div class="stack">
        <Choose
          name="idle"
          label={words.idle}
          codes={idleMinutes}
          labels={words.idleFor}
          chosen={times.idle}
          onChoose={idle => keep({ idle })}
        />
        <Choose
          name="hidden"
          label={words.hidden}
          hint={words.hiddenHint}
          codes={hiddenMinutes}
          labels={words.hiddenFor}
          chosen={times.hidden}
          onChoose={hidden => keep({ hidden })}
        />
        <Toggle label={words.notes} on={state.notes} onChange={on => void tried(lock.allowNotes(on))} />
      </div>
      {asked ? (
        <Prove lock={lock} onRight={() => void proved()} onCancel={() => setAsked(undefined)} />
      ) : (
        <div class="stack-wide">
          {(canDevice || state.device) && (
            <section class="stack" aria-labelledby="lock-device">
              <h2 id="lock-device">{words.device}</h2>
              <p>{words.deviceWords}</p>
              <div>
                <button
                  type="button"
                  class="button"
                  onClick={() => (state.device ? void tried(lock.setDevice(undefined)) : setAsked('device'))}
                >
                  {state.device ? words.deviceOff : words.deviceOn}
                </button>
              </div>
            </section>
          )}
          <section class="stack" aria-labelledby="lock-change">
            <h2 id="lock-change">{words.change}</h2>
            <p>{words.changeWords}</p>
            <div class="row">
              <button type="button" class="button" onClick={() => setAsked('change')}>
                {words.change}
              </button>
            </div>
          </section>
          <section class="stack" aria-labelledby="lock-away">
            <h2 id="lock-away">{words.takeAway}</h2>
            <p>{words.takeAwayWords}</p>
            <div>
              <button type="button" class="button bad" onClick={() => setAsked('takeAway')}>
                {words.takeAway}
              </button>
            </div>
          </section>
        </div>
      )}
    </>
  )
}

async function turnOnDevice(lock: Lock): Promise<void> {
  try {
    const made = await makeDeviceKey(frame.diary)
    // Asked once more: a phone that answers otherwise the second time must not be taken for a way in.
    const again = await askDevice(made.id, made.salt)
    if (again.join() !== made.secret.join()) throw new DeviceRefused('another answer')
    await tried(lock.setDevice(made))
  } catch (error) {
    if (!(error instanceof DeviceRefused)) throw error
    say(words.deviceFailed)
  }
}

function Prove({ lock, onRight, onCancel }: { lock: Lock; onRight: () => void; onCancel: () => void }) {
  const run = async (way: WayIn) => {
    const went = await lock.check(way)
    if (went === 'right') onRight()
    return went
  }
  return (
    <section class="card" aria-labelledby="lock-prove">
      <h2 id="lock-prove">{words.prove}</h2>
      <WayInForm doIt={words.proveOpen} onTry={run} />
      <button type="button" class="button plain" onClick={onCancel}>
        {words.cancel}
      </button>
    </section>
  )
}

interface ChooseProps<Code extends string> {
  name: string
  label: string
  hint?: string
  codes: readonly Code[]
  labels: Record<Code, string>
  chosen: Code
  onChoose: (code: Code) => void
}

function Choose<Code extends string>(props: ChooseProps<Code>) {
  const { name, label, hint, codes, labels, chosen, onChoose } = props
  return (
    <div class="choose">
      <label for={name}>{label}</label>
      {hint && (
        <p id={`${name}-hint`} class="hint">
          {hint}
        </p>
      )}
      <select
        id={name}
        aria-describedby={hint ? `${name}-hint` : undefined}
        onChange={event => onChoose(codes[event.currentTarget.selectedIndex] ?? chosen)}
      >
        {codes.map(code => (
          <option key={code} value={code} selected={code === chosen}>
            {labels[code]}
          </option>
        ))}
      </select>
    </div>
  )
}

/** How far sealing anew is. */
function Resealing() {
  const going = useShared(resealing)
  if (!going) return null
  return (
    <div class="note stack">
      <p>{words.resealing}</p>
      <progress value={going.done} max={Math.max(1, going.of)} aria-label={words.resealing} />
      <p class="quiet small">{words.resealed(counted(going.done), counted(going.of))}</p>
      <p>{words.resealGoesOn}</p>
    </div>
  )
}

function Leaving() {
  const diary = useDiary()
  const [on, setOn] = useState(leavingIsOn)
  useEffect(() => diary.onChange(() => setOn(leavingIsOn())), [diary])
  const turn = () => {
    setLeaving(!on)
    setOn(!on)
    diary.tellAll('settings')
  }
  return (
    <section class="stack" aria-labelledby="lock-leave">
      <h2 id="lock-leave">{leaving.title}</h2>
      <p>{leaving.words}</p>
      <p>{leaving.keeps}</p>
      <p>{leaving.back}</p>
      <p>{leaving.not}</p>
      <div>
        <button type="button" class="button" onClick={turn}>
          {on ? leaving.off : leaving.on}
        </button>
      </div>
    </section>
  )
}
