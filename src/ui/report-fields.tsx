import { happensTwice, type Problem } from '../core/incident-form.ts'
import type { Entry } from '../core/record.ts'
import { recipients, waysTold } from '../core/report.ts'
import { type NumberAnswer, numberAnswers, type ReportForm } from '../core/report-form.ts'
import { shortDate } from '../text/dates.ts'
import { faultText } from '../text/faults.ts'
import { form as incidentWords } from '../text/form.ts'
import { numberAnswerLabel, report as words } from '../text/report.ts'
import { recipientLabel, wayToldLabel } from '../text/report-labels.ts'
import { OneOf } from './choices.tsx'
import { kindsSaid } from './entry-line.tsx'
import { Field, Words } from './field.tsx'

interface Props {
  form: ReportForm
  problems: Problem<ReportForm>[]
  today: string
  /** The incidents that can be linked, newest first. */
  incidents: Entry<'incident'>[]
  /** Ids of those that happened since the same body was last told. */
  sinceLast: string[]
  onChange: (change: Partial<ReportForm>) => void
}

/** Every question of a report. */
export function ReportFields({ form, problems, today, incidents, sinceLast, onChange }: Props) {
  const fault = (field: keyof ReportForm) => {
    const problem = problems.find(one => one.field === field)
    return problem && faultText[problem.fault]
  }
  const bind = <Name extends 'toName' | 'date' | 'time' | 'force' | 'person' | 'said'>(name: Name) => ({
    name,
    value: form[name],
    fault: fault(name),
    onInput: (value: string) => onChange({ [name]: value }),
  })
  return (
    <>
      <div class="stack">
        <OneOf
          name="to"
          legend={words.who}
          codes={recipients}
          labels={recipientLabel}
          chosen={form.to}
          onChoose={to => onChange({ to })}
        />
        {form.to === 'crimestoppers' && <p class="note">{words.crimestoppers}</p>}
        {form.to !== 'police' && form.to !== 'crimestoppers' && (
          <Field {...bind('toName')} label={words.toName} />
        )}
      </div>
      <OneOf
        name="how"
        legend={words.how}
        codes={waysTold}
        labels={wayToldLabel}
        chosen={form.how}
        onChoose={how => onChange({ how })}
        optional
      />
      <div class="stack">
        <fieldset>
          <legend>{words.when}</legend>
          <div class="pair">
            <Field {...bind('date')} label={words.date} type="date" max={today} />
            <Field {...bind('time')} label={words.time} type="time" />
          </div>
        </fieldset>
        {happensTwice(form) && (
          <OneOf
            name="second"
            legend={incidentWords.twice}
            codes={['first', 'second']}
            labels={{ first: incidentWords.twiceFirst, second: incidentWords.twiceSecond }}
            chosen={form.second ? 'second' : 'first'}
            onChoose={chosen => onChange({ second: chosen === 'second' })}
          />
        )}
      </div>
      <Numbers form={form} onChange={onChange} />
      <div class="stack">
        {form.to === 'police' && <Field {...bind('force')} label={words.force} suggestions={words.forces} />}
        <Field {...bind('person')} label={words.person} />
        <Words {...bind('said')} label={words.said} hint={words.saidHint} />
      </div>
      <Replies form={form} today={today} fault={fault('replies')} onChange={onChange} />
      <Linked form={form} incidents={incidents} sinceLast={sinceLast} onChange={onChange} />
    </>
  )
}

/** The numbers they gave: some forces give one at once and another later. */
function Numbers({ form, onChange }: Pick<Props, 'form' | 'onChange'>) {
  const { numbers, answer } = form
  const set = (at: number, part: Partial<(typeof numbers)[number]>) =>
    onChange({
      answer: part.number === '' && numbers.length === 1 ? '' : 'given',
      numbers: numbers.map((one, i) => (i === at ? { ...one, ...part } : one)),
    })
  const choose = (at: number, chosen: NumberAnswer | '') => {
    if (chosen === 'none' || chosen === 'waiting')
      onChange({ answer: chosen, numbers: [{ kind: '', number: '' }] })
    else set(at, { kind: chosen })
  }
  return (
    <div class="stack">
      {numbers.map(({ kind, number }, i) => (
        // Numbers have no identity but their place in the list.
        <div key={i} class="stack">
          <Field
            name={`number-${i}`}
            label={i === 0 ? words.number : words.second(String(i + 1))}
            hint={i === 0 ? words.numberHint : undefined}
            value={number}
            onInput={value => set(i, { number: value })}
          />
          <OneOf
            name={`kind-${i}`}
            legend={i === 0 ? words.kind : words.secondKind(String(i + 1))}
            codes={i === 0 ? numberAnswers : numberAnswers.filter(one => one !== 'none' && one !== 'waiting')}
            labels={numberAnswerLabel}
            chosen={i === 0 && (answer === 'none' || answer === 'waiting') ? answer : kind}
            onChoose={chosen => choose(i, chosen)}
            optional
          />
        </div>
      ))}
      {numbers.at(-1)?.number && numbers.length < 10 && (
        <div>
          <button
            type="button"
            class="button"
            onClick={() => onChange({ numbers: [...numbers, { kind: '', number: '' }] })}
          >
            {words.another}
          </button>
        </div>
      )}
    </div>
  )
}

function Replies({
  form,
  today,
  fault,
  onChange,
}: Pick<Props, 'form' | 'onChange' | 'today'> & { fault: string | undefined }) {
  const { replies } = form
  const set = (at: number, part: Partial<(typeof replies)[number]>) =>
    onChange({ replies: replies.map((one, i) => (i === at ? { ...one, ...part } : one)) })
  return (
    <div class="stack">
      {replies.map((reply, i) => (
        <div key={i} class="stack">
          <Field
            name={`reply-date-${i}`}
            label={words.replyDate}
            type="date"
            max={today}
            value={reply.date}
            fault={fault}
            onInput={date => set(i, { date })}
          />
          <Words
            name={`reply-${i}`}
            label={words.reply}
            value={reply.words}
            onInput={said => set(i, { words: said })}
          />
        </div>
      ))}
      <div>
        <button
          type="button"
          class="button"
          onClick={() => onChange({ replies: [...replies, { date: today, time: '', words: '' }] })}
        >
          {words.addReply}
        </button>
      </div>
    </div>
  )
}

function Linked({
  form,
  incidents,
  sinceLast,
  onChange,
}: Pick<Props, 'form' | 'incidents' | 'sinceLast' | 'onChange'>) {
  const chosen = form.incidents
  const toggle = (id: string) =>
    onChange({ incidents: chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id] })
  return (
    <fieldset>
      <legend>{words.incidents}</legend>
      {incidents.length === 0 && <p class="hint">{words.noIncidents}</p>}
      {sinceLast.length > 0 && (
        <button
          type="button"
          class="button"
          onClick={() => onChange({ incidents: [...new Set([...chosen, ...sinceLast])] })}
        >
          {words.allSince}
        </button>
      )}
      <div class="choices">
        {incidents.map(({ id, number, content }) => (
          <label key={id} class="choice">
            <input
              type="checkbox"
              name="incidents"
              value={id}
              checked={chosen.includes(id)}
              onChange={() => toggle(id)}
            />
            {number} · {shortDate(content.happened.slice(0, 10))}, {content.happened.slice(11, 16)} ·{' '}
            {kindsSaid(content)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
