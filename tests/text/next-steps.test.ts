import { describe, expect, it } from 'vitest'
import { caseReview } from '../../src/core/case-review.ts'
import { nextSteps, stepKinds } from '../../src/core/next-steps.ts'
import type { Reference } from '../../src/core/report.ts'
import { instantAt, readZoned } from '../../src/core/time.ts'
import { caseReviewInWords, stepSaid } from '../../src/text/next-steps.ts'
import { incident, report, when } from '../core/diary-maker.ts'

/** As forces really write theirs (evidence from news and force websites): slashes, spaces, dates, leading zeros. */
const references = [
  '5226021255',
  '2786/01JUN',
  '46/201551/21',
  '3-1151',
  'log 1842 of December 23',
  'log 124-11/03/2025',
  '0779 of Sunday, 10 September, 2023',
  '119 of 25/01/20',
]
const log = (number: string): Reference => ({ kind: 'log', number })

describe('the words to copy for a case review', () => {
  it('hold the dates, the recipients and every number as it was given', () => {
    const reports = [
      report('2026-07-10 10:00', { reference: { is: 'given', numbers: references.map(log) } }),
      report('2026-09-10 10:00', { to: 'landlord', toName: 'Alliance Homes' }),
      report('2026-11-10 10:00', { to: 'council', reference: { is: 'waiting' } }),
    ]
    const incidents = ['2026-07-09 23:00', '2026-09-09 23:00', '2026-11-09 23:00'].map(time => incident(time))
    const review = caseReview(reports, incidents, '2026-11-23')
    if (!review) throw new Error('three reports make a review')
    const lines = caseReviewInWords(review).split('\n')
    expect(lines).toEqual([
      'Reports I made:',
      `10 July 2026: Police, ${references.map(number => `log or incident number ${number}`).join(', ')}`,
      '10 September 2026: Landlord (Alliance Homes), no number given',
      '10 November 2026: Council, no number given',
      'The oldest of the last three is six months old on 10 January 2027.',
    ])
  })
})

describe('every step', () => {
  const now = readZoned(when('2026-11-23 08:00')).at
  const months = ['2026-07', '2026-09', '2026-11']
  const incidents = [...months.map(month => incident(`${month}-09 23:00`)), incident('2026-11-20 02:00')]
  const given = { is: 'given' as const, numbers: [log('0779 of Sunday'), log('3-1151')] }
  const reports = [
    ...months.slice(0, 2).map(month => report(`${month}-10 10:00`, { to: 'landlord' })),
    report('2026-11-10 10:00', { reference: given }),
    report('2026-11-11 10:00', { to: 'council', reference: { is: 'waiting' } }),
  ]
  const facts = { incidents, reports, notBackedUp: 12, locked: false }
  const steps = [
    ...nextSteps(facts, now, 'Europe/London'),
    ...nextSteps({ ...facts, reports: [] }, now, 'Europe/London'),
    ...nextSteps(
      { ...facts, lastSheet: instantAt(now - 30 * 86_400_000), lastBackup: instantAt(now - 86_400_000) },
      now,
      'Europe/London',
    ),
    ...nextSteps({ ...facts, sourceLandlord: 'myOwnHome' }, now, 'Europe/London'),
  ]
  it('is among these', () => expect(new Set(steps.map(step => step.is))).toEqual(new Set(stepKinds)))
  it.each(steps.map(step => [step.is, step] as const))(
    '%s has a title, a reason and one thing to do',
    (_, step) => {
      const { title, why, action, place } = stepSaid(step)
      expect(title).toMatch(/^[A-Z].*[^.]$/)
      expect(why).toMatch(/^[A-Z0-9].*\.$/)
      expect(action).toMatch(/^[A-Z].*[^.]$/)
      expect(place).toMatch(/^(help|change|report|sheet|backup|settings)\b/)
      expect(`${title} ${why} ${action}`).not.toMatch(/must|undefined|NaN/)
    },
  )
  it('passes both police numbers on as they were given', () => {
    const pass = steps.find(step => step.is === 'passNumber')
    expect(pass && stepSaid(pass).why).toContain('0779 of Sunday and 3-1151')
  })
})
