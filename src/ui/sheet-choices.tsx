import { useState } from 'preact/hooks'
import { kinds } from '../core/incident.ts'
import { type Choices, leavable } from '../core/sheet/choices.ts'
import { choicesFor, saysMore } from '../core/sheet/choosing.ts'
import { kindLabel } from '../text/labels.ts'
import { leavableLabel, sheetPage as words } from '../text/sheet-page.ts'
import { OneOf, Ticks } from './choices.tsx'
import { Field } from './field.tsx'
import { Toggle } from './toggle.tsx'

interface Props {
  choices: Choices
  /** The places that may be chosen from, once `onMore` was called. */
  sources: readonly string[]
  today: string
  /** Whether a file may carry the diary itself, as a full record does. */
  record: boolean
  onChange: (choices: Choices) => void
  /** More choices were opened. */
  onMore: () => void
}

/** What the person chooses before a document is made; whom it is for comes first. */
export function SheetChoices({ choices, sources, today, record, onChange, onMore }: Props) {
  const { period } = choices
  // What was chosen in there before must not stay out of sight.
  const [unfolded] = useState(() => saysMore(choices))
  const change = (part: Partial<Choices>) => onChange({ ...choices, ...part })
  const choosePeriod = (is: Choices['period']['is']) =>
    change({ period: is === 'between' ? { is, from: `${today.slice(0, 8)}01`, to: today } : { is } })
  return (
    <>
      <div class="stack">
        <OneOf
          name="for"
          legend={words.who}
          codes={record ? ['landlord', 'record'] : ['landlord']}
          labels={{ landlord: words.landlord, record: words.record }}
          chosen={choices.for}
          onChoose={who => onChange(choicesFor(who, choices))}
        />
        <p class="hint">{choices.for === 'landlord' ? words.landlordHint : words.recordHint}</p>
      </div>
      <div class="stack">
        <OneOf
          name="period"
          legend={words.period}
          codes={choices.for === 'landlord' ? ['sinceLast', 'all', 'between'] : ['all', 'between']}
          labels={{ sinceLast: words.sinceLast, all: words.all, between: words.between }}
          chosen={period.is}
          onChoose={choosePeriod}
        />
        {period.is === 'between' && (
          <div class="pair">
            <Field
              name="from"
              label={words.from}
              type="date"
              max={period.to}
              value={period.from}
              onInput={from => from && change({ period: { ...period, from } })}
            />
            <Field
              name="to"
              label={words.to}
              type="date"
              max={today}
              value={period.to}
              onInput={to => to && change({ period: { ...period, to } })}
            />
          </div>
        )}
      </div>
      <details open={unfolded} onToggle={onMore}>
        <summary>{words.more}</summary>
        <div class="stack-wide">
          <Ticks
            name="kinds"
            legend={words.kinds}
            hint={words.kindsHint}
            codes={kinds}
            labels={kindLabel}
            chosen={choices.kinds ?? []}
            onChoose={chosen =>
              change({ kinds: chosen.length > 0 ? kinds.filter(one => chosen.includes(one)) : undefined })
            }
          />
          {sources.length > 1 && (
            <OneOf
              name="source"
              legend={words.source}
              codes={['all', ...sources.map((_, i) => String(i))]}
              labels={{
                all: words.allSources,
                ...Object.fromEntries(sources.map((one, i) => [String(i), one])),
              }}
              chosen={choices.source === undefined ? 'all' : String(sources.indexOf(choices.source))}
              onChoose={chosen => change({ source: chosen === 'all' ? undefined : sources[Number(chosen)] })}
            />
          )}
          <Ticks
            name="leaveOut"
            legend={words.leaveOut}
            hint={words.leaveOutHint}
            codes={leavable}
            labels={leavableLabel}
            chosen={choices.leaveOut}
            onChoose={chosen => change({ leaveOut: leavable.filter(one => chosen.includes(one)) })}
          />
          <div class="stack">
            {record && choices.for === 'landlord' && (
              <Toggle label={words.worried} on={choices.worried} onChange={worried => change({ worried })} />
            )}
            <Toggle
              label={words.crimestoppers}
              hint={words.crimestoppersHint}
              on={choices.crimestoppers}
              onChange={crimestoppers => change({ crimestoppers })}
            />
            <Toggle
              label={words.formal}
              hint={words.formalHint}
              on={choices.statement === 'formal'}
              onChange={formal => change({ statement: formal ? 'formal' : 'plain' })}
            />
            {choices.for === 'landlord' && (
              <Toggle
                label={words.attach}
                hint={words.attachHint}
                on={choices.attach}
                onChange={attach => change({ attach })}
              />
            )}
          </div>
        </div>
      </details>
    </>
  )
}
