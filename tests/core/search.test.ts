import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findableIncident,
  findableReport,
  finder,
  fold,
  isEmpty,
  policeReferenced,
  type Query,
} from '../../src/core/search.ts'
import { incident, report, withdrawn } from './diary-maker.ts'

describe('fold', () => {
  it.each([
    ['Stairwell', 'stairwell'],
    ['ŻÓŁĆ', 'zolc'],
    ['Café', 'cafe'],
    ['Straße', 'strasse'],
    ['ﬁre', 'fire'],
    ['İstanbul', 'istanbul'],
    ['℡', 'tel'],
    ['the neighbour’s door', "the neighbour's door"],
    ['Запах', 'запах'],
    ['', ''],
  ])('%s is looked for as %s', (text, want) => expect(fold(text)).toBe(want))
  it('gives what it got when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})

describe('finder', () => {
  const number = { kind: 'log' as const, number: '46/201551/21' }
  const night = incident('2026-11-20 23:40', {
    whatHappened: 'Strong in the stairwell, Kübra woke up',
    place: 'Hallway',
    strength: 4,
    span: { is: 'ongoing' },
    impacts: ['sleep'],
  })
  const noise = incident('2026-11-21 12:00', { kinds: ['noise'] })
  const gone = withdrawn(incident('2026-11-22 12:00'))
  const police = report('2026-11-21 09:00', {
    incidents: [night.id],
    reference: { is: 'given', numbers: [number] },
  })
  const landlord = report('2026-11-22 09:00', { to: 'landlord', incidents: [noise.id] })
  const referenced = policeReferenced([police, landlord])
  const words = ({ content }: typeof night) => `${content.whatHappened ?? ''} ${content.place ?? ''}`
  const incidents = [night, noise, gone].map(entry => findableIncident(entry, words(entry)))
  const reports = [police, landlord].map(entry =>
    findableReport(entry, entry === police ? number.number : ''),
  )
  const found = (query: Query, from = incidents) => from.filter(finder(query, referenced)).map(one => one.id)

  it.each<[Query, string[]]>([
    [{}, [night.id, noise.id]],
    [{ withdrawn: true }, [night.id, noise.id, gone.id]],
    [{ words: 'kubra STAIR' }, [night.id]],
    [{ words: 'kubra noise' }, []],
    [{ words: '  ' }, [night.id, noise.id]],
    [{ kind: 'noise' }, [noise.id]],
    [{ period: { from: '2026-11-20', to: '2026-11-20' } }, [night.id]],
    [{ period: { from: '2026-11-21', to: '2026-11-30' } }, [noise.id]],
    [{ policeReference: true }, [night.id]],
    [{ policeReference: false }, [noise.id]],
    [{ incomplete: true }, [noise.id]],
    [{ incomplete: false }, [night.id]],
    [{ words: 'stairwell', incomplete: true }, []],
  ])('%j finds these incidents', (query, ids) => expect(found(query)).toEqual(ids))

  it.each<[Query, string[]]>([
    [{ words: '201551/2' }, [police.id]],
    [{ to: 'landlord' }, [landlord.id]],
    [{ policeReference: true }, [police.id]],
    [{ incomplete: true }, [landlord.id]],
  ])('%j finds these reports', (query, ids) => expect(found(query, reports)).toEqual(ids))

  it('takes no reference from a withdrawn report', () =>
    expect(policeReferenced([withdrawn(police)]).has(night.id)).toBe(false))
})

it.each<[Query, boolean]>([
  [{}, true],
  [{ words: ' ' }, true],
  [{ withdrawn: true }, true],
  [{ words: 'a' }, false],
  [{ incomplete: false }, false],
])('%j asks for nothing: %s', (query, want) => expect(isEmpty(query)).toBe(want))
