import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  actions,
  frequencies,
  Incident,
  impacts,
  isNoise,
  isSmell,
  kinds,
  loudnesses,
  strengths,
  unpleasantnesses,
  waysKnown,
} from '../../src/core/incident.ts'
import { formOfIncident } from '../../src/core/incident-again.ts'
import { IncidentForm, newIncidentForm, readIncidentForm } from '../../src/core/incident-form.ts'
import { readZoned, type ZonedTime, zonedAt } from '../../src/core/time.ts'
import { anInstant, aZone, typed, writtenAt } from './any-moments.ts'

const december = Date.UTC(2026, 11, 1)
const lasted = (happened: string, ended: string): Incident => ({
  kinds: ['cannabis'],
  happened: happened as ZonedTime,
  span: { is: 'until', ended: ended as ZonedTime },
})

/** What stands once a saved incident was opened to complete it, and saved with this on its form. */
function completed(incident: Incident, part: Partial<IncidentForm>): Incident {
  const reading = readIncidentForm({ ...formOfIncident(incident), ...part }, december)
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading.content
}

describe('completing an incident', () => {
  const october = lasted(
    '2026-10-25T01:10:00+01:00[Europe/London]',
    '2026-10-25T01:30:00+00:00[Europe/London]',
  )
  const away = lasted('2026-11-20T01:00:00+00:00[Europe/London]', '2026-11-20T03:00:00+01:00[Europe/Paris]')
  /** A phone that went by the rules of a zone as they were. */
  const oldRules = lasted(
    '2026-11-20T01:00:00+02:00[Europe/Paris]',
    '2026-11-20T03:00:00+02:00[Europe/Paris]',
  )
  /** No clock showed this time, by the rules that we know. */
  const skipped = lasted(
    '2026-03-29T01:30:00+00:00[Europe/London]',
    '2026-03-29T01:40:00+00:00[Europe/London]',
  )
  const second = lasted(
    '2026-10-25T01:30:00+00:00[Europe/London]',
    '2026-10-25T01:30:00+00:00[Europe/London]',
  )

  it.each([
    ['stopped the second time the clock showed it', october],
    ['stopped in another zone', away],
    ['of a phone with other rules for the zone', oldRules],
    ['at a time that was skipped', skipped],
    ['of the second time round', second],
  ])('leaves both its moments as they were: one %s', (_, incident) => {
    expect(completed(incident, { whatHappened: 'Again' })).toEqual({ ...incident, whatHappened: 'Again' })
  })

  it.each<[string, Incident, Partial<IncidentForm>, string, string]>([
    ['its end', october, { endTime: '01:40' }, october.happened, '2026-10-25T01:40:00+00:00[Europe/London]'],
    ['its end', away, { endTime: '02:30' }, away.happened, '2026-11-20T02:30:00+01:00[Europe/Paris]'],
    [
      'its beginning',
      october,
      { time: '01:05' },
      '2026-10-25T01:05:00+01:00[Europe/London]',
      '2026-10-25T01:30:00+00:00[Europe/London]',
    ],
    [
      'its beginning',
      oldRules,
      { time: '00:30' },
      '2026-11-20T00:30:00+01:00[Europe/Paris]',
      '2026-11-20T03:00:00+02:00[Europe/Paris]',
    ],
    [
      'which of two it is',
      second,
      { second: false },
      '2026-10-25T01:30:00+01:00[Europe/London]',
      '2026-10-25T01:30:00+00:00[Europe/London]',
    ],
  ])('reads anew only what the person changes: %s', (_, incident, part, happened, ended) => {
    expect(completed(incident, part)).toEqual(lasted(happened, ended))
  })

  it('gives an end its day by the start where its own was cleared', () => {
    expect(completed(october, { endDate: '' })).toEqual(october)
  })

  it('finds an end the second time round, once the start was', () => {
    const night = lasted(
      '2026-10-25T01:10:00+01:00[Europe/London]',
      '2026-10-25T01:30:00+01:00[Europe/London]',
    )
    expect(completed(night, { second: true })).toEqual(
      lasted('2026-10-25T01:10:00+00:00[Europe/London]', '2026-10-25T01:30:00+00:00[Europe/London]'),
    )
  })
  it('takes the first end after a start that is not among the hours shown twice', () => {
    const { stored: _, ...begun } = formOfIncident(second)
    expect(readIncidentForm({ ...begun, time: '00:50' }, december)).toMatchObject({
      content: { span: { ended: '2026-10-25T01:30:00+01:00[Europe/London]' } },
    })
  })
})

const someOf = <T extends string>(list: readonly T[]) => fc.subarray([...list], { minLength: 1 })

/** Whatever a record may say that a form wrote, or "It has stopped". */
const anyIncident: fc.Arbitrary<Incident> = anInstant
  .chain(at =>
    fc.record(
      {
        kinds: someOf(kinds),
        otherKind: typed,
        happened: writtenAt(at),
        span: fc.oneof(
          fc.constant({ is: 'ongoing' as const }),
          fc.constantFrom(5, 60, 480).map(minutes => ({ is: 'about' as const, minutes })),
          fc
            .integer({ min: 0, max: 300 })
            .chain(minutes => writtenAt(at + minutes * 60_000))
            .map(ended => ({ is: 'until' as const, ended })),
        ),
        strength: fc.constantFrom(...strengths),
        loudness: fc.constantFrom(...loudnesses),
        unpleasant: fc.constantFrom(...unpleasantnesses),
        frequency: fc.constantFrom(...frequencies),
        impacts: someOf(impacts),
        impactWords: typed,
        whatHappened: typed,
        peopleThere: typed,
        whoElseNoticed: typed,
        place: typed,
        actions: someOf(actions),
        actionWords: typed,
        source: fc.oneof(
          fc.constant({ is: 'notSure' as const }),
          typed.map(words => ({ is: 'thought' as const, words })),
        ),
        howKnown: someOf(waysKnown),
        howKnownWords: typed,
      },
      { requiredKeys: ['kinds', 'happened'] },
    ),
  )
  .map(any => {
    const { otherKind, strength, loudness, unpleasant, ...rest } = any
    const smell = isSmell(any) && { strength, unpleasant }
    const noise = isNoise(any) && { loudness }
    const other = any.kinds.includes('other') && { otherKind: otherKind ?? 'Drones' }
    return v.parse(Incident, JSON.parse(JSON.stringify({ ...rest, ...smell, ...noise, ...other })))
  })

/** A form that was put away, and taken up again. */
const takenUp = (form: unknown) => v.parse(IncidentForm, JSON.parse(JSON.stringify(form)))

describe('whatever was stored', () => {
  const later = Date.UTC(2026, 11, 24)
  const unrelated = [
    'impactWords',
    'whatHappened',
    'peopleThere',
    'whoElseNoticed',
    'place',
    'actionWords',
    'howKnownWords',
  ] as const

  it('comes back as it was from its form, but for the one field that was changed', () => {
    fc.assert(
      fc.property(anyIncident, fc.constantFrom(...unrelated), typed, (incident, field, words) => {
        const form = takenUp(formOfIncident(incident))
        expect(readIncidentForm(form, later)).toEqual({ ok: true, content: incident })
        expect(readIncidentForm(takenUp({ ...form, [field]: words }), later)).toEqual({
          ok: true,
          content: { ...incident, [field]: words },
        })
      }),
      { numRuns: 300 },
    )
  })

  it('is read by its clock faces where the form was put away before it held more', () => {
    fc.assert(
      fc.property(anyIncident, incident => {
        const { stored: _, ...before } = formOfIncident(incident)
        const reading = readIncidentForm(takenUp(before), later)
        const { happened, span: __, ...rest } = incident
        const { date, time, zone } = readZoned(happened)
        if (reading.ok) {
          expect(reading.content).toMatchObject(rest)
          expect(readZoned(reading.content.happened)).toMatchObject({ date, time, zone })
        } else {
          expect(['noSuchTime', 'noSuchEnd', 'endBeforeStart']).toContain(reading.problems[0]?.fault)
        }
      }),
    )
  })

  it('of a form just begun is now', () => {
    fc.assert(
      fc.property(anInstant, aZone, (at, zone) => {
        const form = takenUp(newIncidentForm(at, zone, {}))
        expect(readIncidentForm(form, at)).toMatchObject({ content: { happened: zonedAt(at, zone) } })
      }),
      { numRuns: 300 },
    )
  })
})
