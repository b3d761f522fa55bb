import { describe, expect, it } from 'vitest'
import type { Incident } from '../../src/core/incident.ts'
import {
  type Dismissed,
  type Facts,
  nextSteps,
  type StepKind,
  sinceLastReport,
} from '../../src/core/next-steps.ts'
import type { Entry } from '../../src/core/record.ts'
import type { Reference } from '../../src/core/report.ts'
import { type Instant, instantAt, readZoned } from '../../src/core/time.ts'
import { incident, report, when, withdrawn } from './diary-maker.ts'

const now = readZoned(when('2026-11-23 08:00')).at
const ago = (days: number, hours = 0): Instant => instantAt(now - days * 86_400_000 - hours * 3_600_000)
const whole: Partial<Incident> = {
  strength: 4,
  span: { is: 'about', minutes: 30 },
  place: 'Hall',
  impacts: ['sleep'],
}
const log: Reference = { kind: 'log', number: '5226021255' }

function steps(facts: Partial<Facts>, dismissed: Dismissed = {}, at = now) {
  return [
    ...nextSteps({ incidents: [], reports: [], notBackedUp: 0, ...facts }, at, 'Europe/London', dismissed),
  ]
}
const kinds = (...given: Parameters<typeof steps>) => steps(...given).map(step => step.is)
const step = (is: StepKind, facts: Partial<Facts>) => steps(facts).find(one => one.is === is)

const nights = (dates: string[], rest: Partial<Incident> = whole) =>
  dates.map(date => incident(`${date} 02:00`, rest))

it('an empty diary is offered nothing', () => expect(steps({})).toEqual([]))

describe('lock', () => {
  const three = nights(['2026-11-20', '2026-11-21', '2026-11-22'])
  it('is offered once there is something to keep, after a backup, and never where it is set or not known', () => {
    expect(kinds({ incidents: three, locked: false, notBackedUp: 3 }).slice(0, 2)).toEqual(['backup', 'lock'])
    expect(step('lock', { incidents: three.slice(1), locked: false })).toBeUndefined()
    expect(step('lock', { incidents: three, locked: true })).toBeUndefined()
    expect(step('lock', { incidents: three })).toBeUndefined()
  })
  it('is not offered again to somebody who waved it away', () => {
    expect(kinds({ incidents: three, locked: false }, { lock: ago(3650) })).not.toContain('lock')
  })
})

describe('tellPolice', () => {
  it('is offered from the first smell like cannabis, but not for noise or withdrawn entries', () => {
    expect(step('tellPolice', { incidents: nights(['2026-11-22']) })).toEqual({
      is: 'tellPolice',
      incidents: 1,
    })
    expect(
      step('tellPolice', { incidents: nights(['2026-11-22'], { ...whole, kinds: ['noise'] }) }),
    ).toBeUndefined()
    expect(step('tellPolice', { incidents: nights(['2026-11-22']).map(withdrawn) })).toBeUndefined()
  })
  it.each([
    ['2026-11-09 08:00', ['2026-11-20', '2026-11-21', '2026-11-22'], true],
    ['2026-11-09 08:01', ['2026-11-20', '2026-11-21', '2026-11-22'], false], // a minute short of a fortnight
    ['2026-11-01 08:00', ['2026-11-21', '2026-11-22'], false], // only two new ones
    ['2026-11-01 08:00', ['2026-11-01', '2026-11-21', '2026-11-22'], false], // one was before the report
  ])('told on %s, incidents on %j: %s', (told, dates, offered) => {
    const found = step('tellPolice', { incidents: nights(dates), reports: [report(told)] })
    expect(found).toEqual(
      offered ? { is: 'tellPolice', incidents: dates.length, lastTold: when(told) } : undefined,
    )
  })
  it('takes no report to others, and no withdrawn one, for a report to the police', () => {
    const incidents = nights(['2026-11-22'])
    expect(
      step('tellPolice', { incidents, reports: [report('2026-11-22 09:00', { to: 'landlord' })] }),
    ).toBeDefined()
    expect(step('tellPolice', { incidents, reports: [withdrawn(report('2026-11-22 09:00'))] })).toBeDefined()
  })
})

describe('passNumber', () => {
  const given = { reference: { is: 'given' as const, numbers: [log] } }
  const police = report('2026-11-10 09:00', given)
  it('is offered while the landlord has not been told since', () => {
    expect(step('passNumber', { reports: [police] })).toEqual({
      is: 'passNumber',
      report: police,
      numbers: [log],
    })
    const landlord = (time: string) => report(time, { to: 'landlord' })
    expect(step('passNumber', { reports: [police, landlord('2026-11-10 08:59')] })).toBeDefined()
    expect(step('passNumber', { reports: [police, landlord('2026-11-10 09:00')] })).toBeUndefined()
  })
  it('ends with a sheet made since', () => {
    expect(
      step('passNumber', { reports: [police], lastSheet: '2026-11-10T08:59:00.000Z' as Instant }),
    ).toBeDefined()
    expect(
      step('passNumber', { reports: [police], lastSheet: '2026-11-10T09:00:00.000Z' as Instant }),
    ).toBeUndefined()
  })
  it('comes back when the number came after the landlord was told', () => {
    const later: Entry<'report'> = {
      ...police,
      revisions: 2,
      lastWritten: '2026-11-13T09:00:00.000Z' as Instant,
    }
    const landlord = report('2026-11-11 09:00', { to: 'landlord' })
    expect(step('passNumber', { reports: [later, landlord] })).toBeDefined()
  })
  it('needs a number, and one from the police', () => {
    expect(
      step('passNumber', { reports: [report('2026-11-10 09:00', { reference: { is: 'none' } })] }),
    ).toBeUndefined()
    expect(
      step('passNumber', { reports: [report('2026-11-10 09:00', { to: 'council', ...given })] }),
    ).toBeUndefined()
  })
})

describe('waitingNumber', () => {
  it.each([
    ['2026-11-21 08:00', true],
    ['2026-11-21 08:01', false],
  ])('promised on %s is asked after: %s', (told, offered) => {
    const waiting = report(told, { reference: { is: 'waiting' } })
    expect(step('waitingNumber', { reports: [waiting] }) !== undefined).toBe(offered)
  })
  it('asks after the one that waits longest', () => {
    const [first, second] = ['2026-11-01 08:00', '2026-11-05 08:00'].map(told =>
      report(told, { reference: { is: 'waiting' } }),
    )
    expect(step('waitingNumber', { reports: [second, first].flatMap(one => one ?? []) })).toMatchObject({
      report: first,
    })
  })
})

describe('makeSheet', () => {
  it.each([
    [['2026-11-09', '2026-11-10', '2026-11-11'], true],
    [['2026-11-10', '2026-11-11', '2026-11-12'], false], // not a fortnight yet
    [['2026-11-08', '2026-11-09'], false], // only two
  ])('without a sheet, incidents on %j: %s', (dates, offered) =>
    expect(step('makeSheet', { incidents: nights(dates) }) !== undefined).toBe(offered),
  )
  it.each([
    [14, true],
    [13, false],
  ])('with a sheet %i days old and one new incident: %s', (days, offered) => {
    const found = step('makeSheet', { incidents: nights(['2026-11-22']), lastSheet: ago(days) })
    expect(found).toEqual(offered ? { is: 'makeSheet', incidents: 1, days } : undefined)
  })
  it('counts what was written after the sheet, whenever it happened', () => {
    const old = nights(['2026-10-01'])
    expect(step('makeSheet', { incidents: old, lastSheet: ago(14) })).toBeUndefined()
    const late = old.map(entry => ({ ...entry, firstWritten: ago(1) }))
    expect(step('makeSheet', { incidents: late, lastSheet: ago(14) })).toMatchObject({ incidents: 1 })
  })
})

describe('details', () => {
  const at = (days: number, hours: number, written: Instant) => {
    const time = new Date(now - days * 86_400_000 - hours * 3_600_000)
      .toISOString()
      .slice(0, 16)
      .replace('T', ' ')
    return { ...incident(time), firstWritten: written }
  }
  it.each([
    [0, 6, ago(0, 6), true],
    [0, 5, ago(0, 5), false], // still the same night
    [14, 0, ago(14), true],
    [14, 1, ago(14), false], // no longer fresh
    [3, 0, ago(0, 1), false], // written down an hour ago
  ])('of an incident %i days and %i hours old are asked for: %s', (days, hours, written, offered) =>
    expect(step('details', { incidents: [at(days, hours, written)] }) !== undefined).toBe(offered),
  )
  it('names all, the newest first, and no whole or withdrawn one', () => {
    const [older, newer, complete, gone] = [
      incident('2026-11-20 02:00'),
      incident('2026-11-21 02:00'),
      incident('2026-11-22 02:00', whole),
      withdrawn(incident('2026-11-22 02:00')),
    ]
    expect(step('details', { incidents: [older, newer, complete, gone] })).toEqual({
      is: 'details',
      incidents: [newer, older],
    })
  })
})

describe('backup', () => {
  it.each<[number, Instant | undefined, unknown]>([
    [2, undefined, undefined],
    [3, undefined, { is: 'backup', entries: 3 }],
    [0, ago(400), undefined],
    [1, ago(6, 23), undefined],
    [1, ago(7), { is: 'backup', entries: 1, days: 7 }],
    [4, ago(1), undefined],
    [5, ago(1), { is: 'backup', entries: 5, days: 1 }],
  ])('of %i entries since %s', (notBackedUp, lastBackup, want) =>
    expect(step('backup', { notBackedUp, lastBackup })).toEqual(want),
  )
  it.each([
    [6, undefined],
    [8, { is: 'backup', entries: 1 }],
  ])('of one entry written %i days ago and never backed up', (days, want) => {
    const [one] = nights(['2026-11-22'])
    if (!one) throw new Error('one night')
    const incidents = [{ ...one, firstWritten: ago(days) }]
    expect(step('backup', { incidents, notBackedUp: 1 })).toEqual(want)
  })
})

describe('one at a time', () => {
  const months = ['2026-07', '2026-09', '2026-11']
  const everything: Partial<Facts> = {
    incidents: [
      ...nights(months.map(month => `${month}-10`)),
      ...nights(['2026-11-18', '2026-11-19', '2026-11-20'], {}),
    ],
    reports: [
      ...months.map(month => report(`${month}-10 09:00`, { reference: { is: 'given', numbers: [log] } })),
      report('2026-11-09 09:00', { reference: { is: 'waiting' } }),
    ],
    notBackedUp: 10,
  }
  it('they come in the order of their weight', () => {
    expect(kinds(everything)).toEqual([
      'caseReview',
      'backup',
      'details',
      'waitingNumber',
      'passNumber',
      'makeSheet',
    ])
  })
  it('from the own home only what stays at home is offered, other help first', () =>
    expect(kinds({ ...everything, sourceLandlord: 'myOwnHome' })).toEqual(['ownHome', 'backup', 'details']))
  it.each<[StepKind, number]>([
    ['caseReview', 28],
    ['backup', 7],
    ['details', 3],
    ['waitingNumber', 7],
    ['passNumber', 14],
    ['makeSheet', 7],
  ])('%s waved away rests %i days and then comes back', (is, days) => {
    expect(kinds(everything, { [is]: ago(days - 1, 23) })).not.toContain(is)
    expect(kinds(everything, { [is]: ago(days) })).toContain(is)
  })
  it('own help waved away stays away, and nudges do not come back for it', () => {
    const own = { ...everything, sourceLandlord: 'myOwnHome' as const }
    expect(kinds(own, { ownHome: ago(4000) })).toEqual(['backup', 'details'])
  })
})

describe('sinceLastReport', () => {
  const entries = ['2026-11-01', '2026-11-10', '2026-11-20'].map(date => incident(`${date} 02:00`))
  const since = (reports: Entry<'report'>[], told = '2026-11-23 09:00', list = entries) =>
    sinceLastReport(list, reports, 'police', when(told)).map(entry => entry.content.happened.slice(0, 10))
  it('is everything before the first report, oldest first', () =>
    expect(since([], undefined, [...entries].reverse())).toEqual(['2026-11-01', '2026-11-10', '2026-11-20']))
  it('begins after the last report to the same body', () => {
    expect(since([report('2026-11-05 09:00')])).toEqual(['2026-11-10', '2026-11-20'])
    expect(since([report('2026-11-05 09:00', { to: 'landlord' })])).toHaveLength(3)
    expect(since([withdrawn(report('2026-11-05 09:00'))])).toHaveLength(3)
  })
  it('leaves what happened in the minute of the last report to that report', () => {
    expect(since([report('2026-11-10 02:00')])).toEqual(['2026-11-20'])
    expect(since([report('2026-11-10 01:59')])).toEqual(['2026-11-10', '2026-11-20'])
  })
  it('ends with the report that is being written, even one dated back', () => {
    expect(since([report('2026-11-15 09:00')], '2026-11-12 09:00')).toEqual(['2026-11-01', '2026-11-10'])
    expect(since([report('2026-11-23 09:00')], '2026-11-23 09:00')).toEqual([])
    expect(since([], '2026-11-10 02:00')).toEqual(['2026-11-01', '2026-11-10'])
  })
  it('leaves out withdrawn entries and worry about somebody', () =>
    expect(
      since([], undefined, [
        withdrawn(incident('2026-11-02 02:00')),
        incident('2026-11-03 02:00', { kinds: ['worried'] }),
        ...entries.slice(0, 1),
      ]),
    ).toEqual(['2026-11-01']))
})
