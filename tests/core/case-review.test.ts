import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseReview } from '../../src/core/case-review.ts'
import type { Entry } from '../../src/core/record.ts'
import { recipients } from '../../src/core/report.ts'
import { incident, report, withdrawn } from './diary-maker.ts'

/** Incidents the day before each of these reports, so that only what a test changes is in question. */
const reports = ['2026-07-10 10:00', '2026-09-10 10:00', '2026-11-10 10:00'].map(told => report(told))
const incidents = ['2026-07-09 23:00', '2026-09-09 23:00', '2026-11-09 23:00'].map(time => incident(time))
const today = '2026-11-23'

const dates = (...found: Parameters<typeof caseReview>) =>
  caseReview(...found)?.complaints.map(one => one.date)

describe('three reports in six months', () => {
  it('may be reviewed, with the dates and until when', () => {
    expect(caseReview(reports, incidents, today)).toEqual({
      complaints: [
        { to: 'police', date: '2026-07-10', reports: [reports[0]] },
        { to: 'police', date: '2026-09-10', reports: [reports[1]] },
        { to: 'police', date: '2026-11-10', reports: [reports[2]] },
      ],
      before: '2027-01-10',
    })
  })
  it('are not two', () => expect(caseReview(reports.slice(1), incidents, today)).toBeUndefined())
  it('are not an empty diary', () => expect(caseReview([], [], today)).toBeUndefined())
  it('with a fourth, end with the third latest', () => {
    const fourth = report('2026-11-12 10:00', { to: 'council' })
    const review = caseReview([fourth, ...reports], incidents, today)
    expect(review?.complaints).toHaveLength(4)
    expect(review?.before).toBe('2027-03-10')
  })
})

describe('six months', () => {
  it.each([
    ['2027-01-09', true],
    ['2027-01-10', true], // six months to the day
    ['2027-01-11', false], // six months and a day
  ])('on %s the first of three still counts: %s', (day, counts) =>
    expect(caseReview(reports, incidents, day) !== undefined).toBe(counts),
  )
  it.each([
    ['2026-08-31', '2027-02-28', true], // no 31 February: its last day
    ['2026-08-31', '2027-03-01', false],
    ['2027-08-31', '2028-02-29', true], // a leap year has a day more
    ['2027-08-31', '2028-03-01', false],
  ])('a report of %s on %s counts: %s', (told, day, counts) => {
    const later = ['01-10', '01-20'].map(date => `${day.slice(0, 4)}-${date} 10:00`)
    const found = caseReview(
      [report(`${told} 10:00`), ...later.map(time => report(time))],
      [incident(`${told} 01:00`), ...later.map(time => incident(time.replace('10:00', '01:00')))],
      day,
    )
    expect(found !== undefined).toBe(counts)
  })
})

describe('a month from the incident', () => {
  const told = (date: string, happened: string) =>
    dates([...reports.slice(1), report(`${date} 10:00`)], [...incidents.slice(1), incident(happened)], today)
  it.each([
    ['2026-07-09', '2026-07-09 09:00', true], // the same day
    ['2026-07-09', '2026-07-09 10:00', true], // the same minute: calling while it goes on
    ['2026-07-09', '2026-07-09 10:01', false], // before the incident
    ['2026-07-09', '2026-06-09 00:00', true], // a month
    ['2026-07-09', '2026-06-08 23:59', false], // a month and a day
    ['2026-06-30', '2026-05-31 12:00', true], // no 31 June: its last day
    ['2026-07-01', '2026-05-31 12:00', false],
  ])('told on %s of %s counts: %s', (date, happened, counts) =>
    expect(told(date, happened) !== undefined).toBe(counts),
  )
  it.each([
    ['2028-02-29', true],
    ['2028-03-01', false],
  ])('from 31 January of a leap year to %s counts: %s', (date, counts) => {
    const found = caseReview(
      [report(`${date} 10:00`), report('2028-04-10 10:00'), report('2028-05-10 10:00')],
      [incident('2028-01-31 12:00'), incident('2028-04-09 12:00'), incident('2028-05-09 12:00')],
      '2028-05-20',
    )
    expect(found !== undefined).toBe(counts)
  })
  it('knows which of two 01:30s came first when the clocks go back', () => {
    const first = '2026-10-25T01:30:00+01:00[Europe/London]'
    const second = '2026-10-25T01:30:00+00:00[Europe/London]'
    const others = [reports[1], reports[2]].flatMap(one => one ?? [])
    const near = incidents.slice(1)
    // The report of the second 01:30 may only be about the incident of the first one.
    const about = [incident(first), incident(second)] as const
    expect(
      dates([...others, report(second, { incidents: [about[0].id] })], [...near, ...about], today),
    ).toHaveLength(3)
    expect(
      dates([...others, report(first, { incidents: [about[1].id] })], [...near, ...about], today),
    ).toBeUndefined()
  })
})

describe('what counts once or not at all', () => {
  const two = reports.slice(0, 2)
  it('same-day reports to the same body count once', () => {
    const again = report('2026-09-10 18:00', { reference: { is: 'none' } })
    expect(dates([...two, again], incidents, today)).toBeUndefined()
    const review = caseReview([again, ...reports], incidents, today)
    expect(review?.complaints[1]?.reports).toEqual([reports[1], again])
  })
  it('same-day reports to two bodies count twice', () =>
    expect(dates([...two, report('2026-09-10 18:00', { to: 'landlord' })], incidents, today)).toEqual([
      '2026-07-10',
      '2026-09-10',
      '2026-09-10',
    ]))
  it('Crimestoppers and somebody else are no body of the Act', () => {
    for (const to of ['crimestoppers', 'other'] as const)
      expect(dates([...two, report('2026-11-10 10:00', { to })], incidents, today)).toBeUndefined()
  })
  it('withdrawn reports do not count', () =>
    expect(dates([...two, withdrawn(report('2026-11-10 10:00'))], incidents, today)).toBeUndefined())
  it('withdrawn incidents and worry about somebody carry no report', () => {
    const early = incidents.slice(0, 2)
    expect(dates(reports, [...early, withdrawn(incident('2026-11-09 23:00'))], today)).toBeUndefined()
    expect(
      dates(reports, [...early, incident('2026-11-09 23:00', { kinds: ['worried'] })], today),
    ).toBeUndefined()
  })
  it('a report that names its incidents is judged by those', () => {
    const old = incident('2026-08-01 12:00')
    const named = report('2026-11-10 10:00', { incidents: [old.id] })
    expect(dates([...two, named], [...incidents, old], today)).toBeUndefined()
  })
  it('a report dated after today does not count', () =>
    expect(dates(reports, incidents, '2026-11-09')).toBeUndefined())
})

describe('whatever was written and told', () => {
  const monthsOn = (date: string, months: number) => {
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
    const last = new Date(Date.UTC(year, month + months, 0))
    return `${last.toISOString().slice(0, 8)}${String(Math.min(day, last.getUTCDate())).padStart(2, '0')}`
  }

  /** The rule read slowly: every report beside every incident. */
  function slowly(reports: Entry<'report'>[], incidents: Entry<'incident'>[]) {
    const counts = reports.filter(({ withdrawn, content: { to, told, incidents: named = [] } }) => {
      const date = told.slice(0, 10)
      const about = incidents.filter(
        ({ id, withdrawn, content: { kinds, happened } }) =>
          !withdrawn &&
          kinds.join() !== 'worried' &&
          (named.length === 0 || named.includes(id)) &&
          happened <= told &&
          date <= monthsOn(happened.slice(0, 10), 1),
      )
      const isBody = to === 'police' || to === 'landlord' || to === 'council'
      return !withdrawn && isBody && date <= today && today <= monthsOn(date, 6) && about.length > 0
    })
    const complaints = [...new Set(counts.map(({ content }) => `${content.told.slice(0, 10)} ${content.to}`))]
    const third = complaints.sort().at(-3)
    return third && { complaints, before: monthsOn(third.slice(0, 10), 6) }
  }

  const time = fc
    .record({ back: fc.integer({ min: -2, max: 290 }), hour: fc.integer({ min: 0, max: 23 }) })
    .map(({ back, hour }) =>
      new Date(Date.parse(today) - back * 86_400_000 + hour * 3_600_000)
        .toISOString()
        .slice(0, 16)
        .replace('T', ' '),
    )
  const seldom = fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true))
  const many = (minLength: number, maxLength: number) => ({ minLength, maxLength, size: 'max' }) as const

  it('is what reading the rule slowly gives', () => {
    let reviews = 0
    fc.assert(
      fc.property(
        fc.array(fc.record({ time, worried: seldom, gone: seldom }), many(0, 60)),
        fc.array(
          fc.record({
            time,
            to: fc.constantFrom(...recipients),
            gone: seldom,
            names: fc.oneof(fc.constant<number[]>([]), fc.array(fc.nat(50), many(1, 4))),
          }),
          many(0, 25),
        ),
        (happened, told) => {
          const incidents = happened.map(({ time, worried, gone }) => {
            const made = incident(time, worried ? { kinds: ['worried'] } : {})
            return gone ? withdrawn(made) : made
          })
          const reports = told.map(({ time, to, gone, names }) => {
            const made = report(time, { to, incidents: names.map(n => incidents[n]?.id ?? 'elsewhere') })
            return gone ? withdrawn(made) : made
          })
          const review = caseReview(reports, incidents, today)
          if (review) reviews++
          const found = review && {
            complaints: review.complaints.map(({ date, to }) => `${date} ${to}`).sort(),
            before: review.before,
          }
          expect(found).toEqual(slowly(reports, incidents))
        },
      ),
      { numRuns: 2000 },
    )
    expect(reviews).toBeGreaterThan(200)
  })
})
