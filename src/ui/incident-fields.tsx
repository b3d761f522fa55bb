import {
  actions,
  frequencies,
  impacts,
  isNoise,
  isSmell,
  type Kind,
  kinds,
  loudnesses,
  unpleasantnesses,
  waysKnown,
} from '../core/incident.ts'
import {
  chooseKinds,
  happensTwice,
  type IncidentForm,
  type Problem,
  spans,
  strengthCodes,
} from '../core/incident-form.ts'
import { faultText } from '../text/faults.ts'
import { spanLabel, form as words } from '../text/form.ts'
import {
  actionLabel,
  frequencyLabel,
  impactLabel,
  kindLabel,
  loudnessLabel,
  strengthLabel,
  unpleasantLabel,
  wayKnownLabel,
} from '../text/labels.ts'
import { OneOf, Ticks } from './choices.tsx'
import { Field, Words } from './field.tsx'
import { Toggle } from './toggle.tsx'

interface Props {
  form: IncidentForm
  problems: Problem<IncidentForm>[]
  /** Today's date where the person is, the latest that can be chosen. */
  today: string
  onChange: (change: Partial<IncidentForm>) => void
}

const nuisances = kinds.filter(kind => kind !== 'worried')

/** Every question of an incident. What, when and where come first and are filled in; the rest is up to the person. */
export function IncidentFields({ form, problems, today, onChange }: Props) {
  const fault = (field: keyof IncidentForm) => {
    const problem = problems.find(one => one.field === field)
    return problem && faultText[problem.fault]
  }
  const bind = <Name extends keyof IncidentForm>(name: Name) => ({
    name,
    value: form[name],
    fault: fault(name),
    onInput: (value: IncidentForm[Name]) => onChange({ [name]: value }),
  })
  const pick = <Name extends keyof IncidentForm>(name: Name) => ({
    name,
    chosen: form[name],
    fault: fault(name),
    onChoose: (chosen: IncidentForm[Name]) => onChange({ [name]: chosen }),
  })

  const chooseTheKinds = (chosen: Kind[]) => onChange({ kinds: chooseKinds(form.kinds, chosen) })

  return (
    <>
      <div class="stack">
        <Ticks
          {...pick('kinds')}
          legend={words.what}
          hint={words.whatHint}
          codes={nuisances}
          labels={kindLabel}
        />
        {form.kinds.includes('other') && <Field {...bind('otherKind')} label={words.otherKind} />}
        <Ticks
          name="worried"
          legend={words.apart}
          hint={words.worriedHint}
          codes={['worried']}
          labels={kindLabel}
          chosen={form.kinds}
          onChoose={chooseTheKinds}
        />
      </div>

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
            legend={words.twice}
            codes={['first', 'second']}
            labels={{ first: words.twiceFirst, second: words.twiceSecond }}
            chosen={form.second ? 'second' : 'first'}
            onChoose={chosen => onChange({ second: chosen === 'second' })}
          />
        )}
        <OneOf {...pick('span')} legend={words.span} codes={spans} labels={spanLabel} optional />
        {form.span === 'until' && (
          <div class="pair">
            <Field
              {...bind('endDate')}
              value={form.endDate || form.date}
              label={words.endDate}
              type="date"
              max={today}
            />
            <Field {...bind('endTime')} label={words.endTime} type="time" />
          </div>
        )}
      </div>

      <Field
        {...bind('place')}
        question
        label={words.where}
        hint={words.whereHint}
        suggestions={words.places}
      />

      <section class="further" aria-labelledby="more">
        <div>
          <h2 id="more">{words.more}</h2>
          <p class="hint">{words.moreHint}</p>
        </div>
        {isSmell(form) && (
          <OneOf
            {...pick('strength')}
            legend={words.strength}
            codes={strengthCodes}
            labels={strengthLabel}
            optional
          />
        )}
        {isNoise(form) && (
          <OneOf
            {...pick('loudness')}
            legend={words.loudness}
            codes={loudnesses}
            labels={loudnessLabel}
            optional
          />
        )}
        <OneOf
          {...pick('frequency')}
          legend={words.frequency}
          codes={frequencies}
          labels={frequencyLabel}
          optional
        />
        <div class="stack">
          <Ticks
            {...pick('impacts')}
            legend={words.impact}
            hint={words.impactHint}
            codes={impacts}
            labels={impactLabel}
          />
          <Words {...bind('impactWords')} label={words.impactWords} hint={words.impactWordsHint} />
        </div>
        <Words {...bind('whatHappened')} question label={words.happened} hint={words.happenedHint} />
        {isSmell(form) && (
          <OneOf
            {...pick('unpleasant')}
            legend={words.unpleasant}
            codes={unpleasantnesses}
            labels={unpleasantLabel}
            optional
          />
        )}
        <Words {...bind('peopleThere')} question label={words.peopleThere} hint={words.peopleThereHint} />
        <Words {...bind('whoElseNoticed')} question label={words.whoElse} hint={words.whoElseHint} />
        <div class="stack">
          <Ticks {...pick('actions')} legend={words.actions} codes={actions} labels={actionLabel} />
          <Field {...bind('actionWords')} label={words.actionWords} />
        </div>
        <div class="stack">
          <Words {...bind('source')} question label={words.source} hint={words.sourceHint} />
          <Toggle
            name="sourceNotSure"
            label={words.sourceNotSure}
            on={form.sourceNotSure}
            onChange={on => onChange({ sourceNotSure: on })}
          />
        </div>
        <div class="stack">
          <Ticks {...pick('howKnown')} legend={words.howKnown} codes={waysKnown} labels={wayKnownLabel} />
          <Field {...bind('howKnownWords')} label={words.howKnownWords} />
        </div>
      </section>
    </>
  )
}
