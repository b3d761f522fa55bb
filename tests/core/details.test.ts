import { describe, expect, it } from 'vitest'
import { missingDetails } from '../../src/core/details.ts'
import type { Incident } from '../../src/core/incident.ts'
import { incident } from './diary-maker.ts'

const missing = (rest: Partial<Incident>) => missingDetails(incident('2026-11-20 23:00', rest))

describe('missingDetails', () => {
  it.each<[string, Partial<Incident>, string[]]>([
    ['a smell just logged', {}, ['strength', 'span', 'place', 'impact']],
    ['noise just logged', { kinds: ['noise'] }, ['whatHappened', 'span', 'place', 'impact']],
    ['worry just logged', { kinds: ['worried'] }, ['whatHappened']],
    ['worry in words', { kinds: ['worried'], whatHappened: 'Not seen for a week' }, []],
    [
      'a whole smell',
      { strength: 0, span: { is: 'ongoing' }, place: 'Bedroom', impactWords: 'I coughed' },
      [],
    ],
    [
      'a whole noise',
      {
        kinds: ['noise'],
        whatHappened: 'Music',
        span: { is: 'about', minutes: 5 },
        place: 'Hall',
        impacts: ['sleep'],
      },
      [],
    ],
  ])('of %s', (_, rest, want) => expect(missing(rest)).toEqual(want))

  it('are not what was erased for good', () => {
    const entry = incident('2026-11-20 23:00', { kinds: ['noise'] })
    const removed = [{ field: 'whatHappened', words: 3, at: entry.firstWritten }]
    expect(missingDetails({ ...entry, removed })).toEqual(['span', 'place', 'impact'])
  })
})
