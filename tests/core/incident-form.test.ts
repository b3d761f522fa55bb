import { describe, expect, it } from 'vitest'
import type { Incident } from '../../src/core/incident.ts'
import { formOfIncident } from '../../src/core/incident-again.ts'
import { type IncidentForm, readIncidentForm } from '../../src/core/incident-form.ts'
import type { ZonedTime } from '../../src/core/time.ts'

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
