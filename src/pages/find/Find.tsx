import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { startWorker } from '../../browser/trusted.ts'
import type { Kind } from '../../core/incident.ts'
import type { Entry } from '../../core/record.ts'
import type { Recipient } from '../../core/report.ts'
import { isEmpty, type Query } from '../../core/search.ts'
import type { Diary } from '../../store/diary.ts'
import type { Found, Search } from '../../store/search/searching.ts'
import { find as words } from '../../text/find.ts'
import { Field } from '../../ui/field.tsx'
import type { Heights } from '../../ui/remembered.ts'
import type { Listed } from '../list.ts'
import { useDiary } from '../live.ts'
import { Results } from './Results.tsx'
import '../../styles/find.css'
import { counted } from '../../text/numbers.ts'

type YesNo = '' | 'yes' | 'no'

/** What stands in the form; dates as the browser's date field gives them, empty where nothing is chosen. */
interface Asked {
  words: string
  from: string
  to: string
  pick: string
  reference: YesNo
  missing: YesNo
}
const nothing: Asked = { words: '', from: '', to: '', pick: '', reference: '', missing: '' }

interface Kept {
  asked: Asked
  heights: Heights
}
/** What was asked last, so that coming back from an entry is coming back. Held in memory, and nowhere else. */
const kept = new WeakMap<Diary, Partial<Record<Listed, Kept>>>()

interface Props<T extends Listed> {
  type: T
  title: string
  back: { href: string; say: string }
  /** Said of the fields that are not about words. */
  more: string
  /** The one field that incidents and reports do not share. */
  pick: { name: 'kind' | 'to'; label: string; all: string; choices: [code: string, label: string][] }
  missing: { label: string; choices: Record<'any' | 'yes' | 'no', string> }
  read: (diary: Diary, ids: string[]) => Promise<Entry<T>[]>
  draw: (entries: Entry<T>[]) => ComponentChildren
}

/** Looks through everything, while it is typed. What is typed stays out of the address, the history and the storage. */
export function Find<T extends Listed>(props: Props<T>) {
  const { type, title, back, pick } = props
  const diary = useDiary()
  const [before] = useState(() => kept.get(diary)?.[type])
  const [asked, setAsked] = useState(before?.asked ?? nothing)
  const [heights] = useState(before?.heights ?? (new Map() as Heights))
  useEffect(() => {
    kept.set(diary, { ...kept.get(diary), [type]: { asked, heights } })
  }, [diary, type, asked])
  // Whoever comes to search comes to type; whoever comes back from an entry looks at the list.
  useEffect(() => {
    if (!before) document.getElementById('words')?.focus()
  }, [])
  const query = useMemo(() => queryOf(asked, pick.name), [asked])
  const empty = isEmpty(query)
  const found = useSearch(type, query)
  return (
    <div class="stack">
      <p class="no-print">
        <a href={back.href}>{back.say}</a>
      </p>
      <h1>{title}</h1>
      <Form {...props} asked={asked} onAsk={change => setAsked({ ...asked, ...change })} />
      <div class="row">
        <div class="says" role="status">
          {empty ? <p class="quiet">{words.hint}</p> : found && <Said found={found} />}
        </div>
        {!empty && (
          <button type="button" class="button plain no-print" onClick={() => setAsked(nothing)}>
            {words.again}
          </button>
        )}
      </div>
      <div aria-busy={!empty && !found?.done && !found?.hits.length}>
        {!empty && found && <Results {...props} hits={found.hits} heights={heights} />}
      </div>
    </div>
  )
}

function queryOf({ words, from, to, pick, reference, missing }: Asked, name: 'kind' | 'to'): Query {
  return {
    words,
    withdrawn: true,
    ...(from || to ? { period: { from: from || '0001-01-01', to: to || '9999-12-31' } } : {}),
    ...(pick ? { [name]: pick as Kind & Recipient } : {}),
    ...(reference ? { policeReference: reference === 'yes' } : {}),
    ...(missing ? { incomplete: missing === 'yes' } : {}),
  }
}

/** The answer so far; `undefined` until the first. */
function useSearch(type: Listed, query: Query): Found | undefined {
  const diary = useDiary()
  const [search, setSearch] = useState<Search>()
  const [found, setFound] = useState<Found | { error: unknown }>()
  useEffect(() => {
    let open: Search | undefined
    let gone = false
    let frame = 0
    let latest: Found | undefined
    // A huge diary answers often: once a frame is enough.
    const onFound = (answer: Found) => {
      latest = answer
      frame ||= requestAnimationFrame(() => {
        frame = 0
        setFound(latest)
      })
    }
    const onError = (error: unknown) => setFound({ error })
    diary.search({ type, startWorker, onFound, onError }).then(started => {
      open = started
      if (gone) started.end()
      else setSearch(started)
    }, onError)
    const stop = diary.onChange(change => change === 'entries' && open?.readAgain())
    return () => {
      gone = true
      cancelAnimationFrame(frame)
      stop()
      open?.end()
    }
  }, [diary, type])
  useEffect(() => {
    if (!isEmpty(query)) search?.ask(query)
  }, [search, query])
  if (found && 'error' in found) throw found.error
  return found
}

function Said({ found: { hits, looked, of, unread, done } }: { found: Found }) {
  return (
    <>
      {hits.length === 0 && done ? (
        <>
          <h2>{words.nothing}</h2>
          <p>{words.nothingWords}</p>
        </>
      ) : (
        <p>
          {done ? words.count(hits.length, counted(hits.length)) : words.countSoFar(counted(hits.length))}
        </p>
      )}
      {unread > 0 && <p class="note warn">{words.unread(unread, counted(unread))}</p>}
      {!done && <progress aria-label={words.looking(counted(looked), counted(of))} value={looked} max={of} />}
    </>
  )
}

interface FormProps extends Pick<Props<Listed>, 'more' | 'pick' | 'missing'> {
  asked: Asked
  onAsk: (change: Partial<Asked>) => void
}

function Form({ more, pick, missing, asked, onAsk }: FormProps) {
  const { words: typed, ...rest } = asked
  const [open] = useState(Object.values(rest).some(Boolean))
  return (
    <search>
      <form class="find-form no-print" onSubmit={event => event.preventDefault()}>
        <Field
          name="words"
          type="search"
          label={words.words}
          hint={words.wordsHint}
          value={typed}
          onInput={value => onAsk({ words: value })}
        />
        <details open={open}>
          <summary>{more}</summary>
          <div class="pair">
            <Field
              name="from"
              type="date"
              label={words.from}
              value={asked.from}
              onInput={from => onAsk({ from })}
            />
            <Field name="to" type="date" label={words.to} value={asked.to} onInput={to => onAsk({ to })} />
          </div>
          <div class="pair">
            <Pick
              name="pick"
              label={pick.label}
              value={asked.pick}
              choices={[['', pick.all], ...pick.choices]}
              onPick={value => onAsk({ pick: value })}
            />
            <Pick
              name="reference"
              label={words.reference}
              value={asked.reference}
              choices={yesNo(words.references)}
              onPick={value => onAsk({ reference: value as YesNo })}
            />
            <Pick
              name="missing"
              label={missing.label}
              value={asked.missing}
              choices={yesNo(missing.choices)}
              onPick={value => onAsk({ missing: value as YesNo })}
            />
          </div>
        </details>
      </form>
    </search>
  )
}

const yesNo = ({ any, yes, no }: Record<'any' | 'yes' | 'no', string>): [string, string][] => [
  ['', any],
  ['yes', yes],
  ['no', no],
]

interface PickProps {
  name: string
  label: string
  value: string
  choices: [code: string, label: string][]
  onPick: (code: string) => void
}

function Pick({ name, label, value, choices, onPick }: PickProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select
        id={name}
        autocomplete="off"
        value={value}
        onChange={event => onPick(event.currentTarget.value)}
      >
        {choices.map(([code, label]) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
