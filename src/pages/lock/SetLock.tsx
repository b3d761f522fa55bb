import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { startWorker } from '../../browser/trusted.ts'
import { normalPasscode, passcodeFault } from '../../core/passcode.ts'
import { groupsOf, isGroup } from '../../core/recovery-code.ts'
import { NotSaved } from '../../store/errors.ts'
import type { Lock } from '../../store/lock/lock.ts'
import { derivedIn } from '../../store/lock/passcode.ts'
import { passcodeFault as faultText, lockSettings as words, lock as wordsOfLock } from '../../text/lock.ts'
import { Toggle } from '../../ui/toggle.tsx'
import { Passcode } from './Passcode.tsx'

interface Props {
  lock: Lock
  /** Whether quick notes are allowed to begin with. */
  notes: boolean
  onEnd: (done: boolean) => void
}

const steps = ['choose', 'code', 'check'] as const
type Step = (typeof steps)[number] | 'setting'

/** Setting a lock: a passcode, a recovery code on paper, a proof that it is on paper; only then anything is written. */
export function SetLock({ lock, notes: before, onEnd }: Props) {
  const [step, setStep] = useState<Step>('choose')
  const [passcode, setPasscode] = useState('')
  const [notes, setNotes] = useState(before)
  const [recoveryCode] = useState(() => lock.newRecoveryCode())
  const [failed, setFailed] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [step])
  const set = async () => {
    setStep('setting')
    setFailed(false)
    try {
      await lock.set({ passcode, recoveryCode, notes, derive: derivedIn(startWorker) })
      onEnd(true)
    } catch (error) {
      if (!(error instanceof NotSaved)) reportError(error)
      setFailed(true)
      setStep('check')
    }
  }
  const titles: Record<Step, string> = {
    choose: words.choose,
    code: words.code,
    check: words.check,
    setting: words.setting,
  }
  return (
    <div class="setting-lock">
      <div>
        {step !== 'setting' && (
          <p class="quiet small">{words.step(String(steps.indexOf(step) + 1), String(steps.length))}</p>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {titles[step]}
        </h1>
      </div>
      {failed && (
        <p class="note bad" role="alert">
          {words.notSet}
        </p>
      )}
      {step === 'choose' && (
        <Choose
          notes={notes}
          onNotes={setNotes}
          onChosen={chosen => {
            setPasscode(chosen)
            setStep('code')
          }}
        />
      )}
      {step === 'code' && <Code code={recoveryCode} onWritten={() => setStep('check')} />}
      {step === 'check' && (
        <Check code={recoveryCode} onRight={() => void set()} onBack={() => setStep('code')} />
      )}
      {step === 'setting' ? (
        <p role="status">{wordsOfLock.working}</p>
      ) : (
        <div class="no-print">
          <button type="button" class="button plain" onClick={() => onEnd(false)}>
            {words.cancel}
          </button>
        </div>
      )}
    </div>
  )
}

interface ChooseProps {
  notes: boolean
  onNotes: (allowed: boolean) => void
  onChosen: (passcode: string) => void
}

function Choose({ notes, onNotes, onChosen }: ChooseProps) {
  const [typed, setTyped] = useState('')
  const [again, setAgain] = useState('')
  const [looked, setLooked] = useState(false)
  const [shown, setShown] = useState(false)
  const fault = passcodeFault(typed)
  const differs = normalPasscode(typed) !== normalPasscode(again)
  return (
    <form
      noValidate
      autocomplete="off"
      onSubmit={event => {
        event.preventDefault()
        setLooked(true)
        if (!fault && !differs) onChosen(typed)
      }}
    >
      <div class="stack">
        {words.chooseWords.map(line => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <Passcode
        name="new-passcode"
        label={wordsOfLock.passcode}
        hint={words.chooseHint}
        value={typed}
        onInput={setTyped}
        show={{ on: shown, set: setShown }}
        fault={looked && fault ? faultText[fault] : undefined}
      />
      <Passcode
        name="new-passcode-again"
        label={wordsOfLock.again}
        value={again}
        onInput={setAgain}
        show={{ on: shown }}
        fault={looked && !fault && differs ? faultText.differ : undefined}
      />
      <div class="stack">
        <Toggle label={words.notes} on={notes} onChange={onNotes} />
        <p class="hint">{words.notesWords}</p>
      </div>
      <div>
        <button type="submit" class="button main">
          {words.next}
        </button>
      </div>
    </form>
  )
}

function Code({ code, onWritten }: { code: string; onWritten: () => void }) {
  return (
    <div class="stack">
      {words.codeWords.map(line => (
        <p key={line} class="no-print">
          {line}
        </p>
      ))}
      <ol class="code-groups" aria-label={words.code}>
        {groupsOf(code).map((group, i) => (
          <li key={i}>
            <span>{i + 1}</span>
            {group}
          </li>
        ))}
      </ol>
      <div class="row no-print">
        <button type="button" class="button main" onClick={onWritten}>
          {words.written}
        </button>
        <button type="button" class="button" onClick={() => print()}>
          {words.print}
        </button>
      </div>
    </div>
  )
}

/** Two different groups of the six, drawn anew each time the code was shown. */
function Check({ code, onRight, onBack }: { code: string; onRight: () => void; onBack: () => void }) {
  const groups = groupsOf(code)
  const [asked] = useState(() => {
    const [a = 0, b = 0] = crypto.getRandomValues(new Uint8Array(2))
    const first = a % groups.length
    return [first, (first + 1 + (b % (groups.length - 1))) % groups.length].sort((x, y) => x - y)
  })
  const [typed, setTyped] = useState<Record<number, string>>({})
  const [looked, setLooked] = useState(false)
  const isWrong = (at: number) => !isGroup(groups[at] ?? '', typed[at] ?? '')
  return (
    <form
      noValidate
      autocomplete="off"
      onSubmit={event => {
        event.preventDefault()
        setLooked(true)
        if (!asked.some(isWrong)) onRight()
      }}
    >
      <p>{words.checkWords}</p>
      {asked.map(at => (
        <Passcode
          key={at}
          code
          name={`group-${at + 1}`}
          label={words.group(at + 1)}
          value={typed[at] ?? ''}
          onInput={value => setTyped({ ...typed, [at]: value })}
          fault={looked && isWrong(at) ? words.groupWrong : undefined}
        />
      ))}
      <div class="row">
        <button type="submit" class="button main">
          {words.set}
        </button>
        <button type="button" class="button" onClick={onBack}>
          {words.showAgain}
        </button>
      </div>
    </form>
  )
}
