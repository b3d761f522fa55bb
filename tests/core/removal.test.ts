import { describe, expect, test } from 'vitest'
import { Incident } from '../../src/core/incident.ts'
import { countWords, isRemovable, reason } from '../../src/core/removal.ts'
import { Report } from '../../src/core/report.ts'

describe('words are counted', () => {
  for (const [value, count] of [
    ['', 0],
    ['  ', 0],
    ['one', 1],
    [' one  two\nthree\u00a0four ', 4],
    [{ is: 'thought', words: 'Flat above' }, 2],
    [{ is: 'notSure' }, 0],
    [[{ came: '2026-11-22T02:00:00+00:00[Europe/London]', words: 'We will call' }, { words: 'Soon' }], 4],
    [{ is: 'given', numbers: [{ kind: 'log', number: '12 of 3 May' }] }, 4],
  ] as const) {
    test(JSON.stringify(value), () => expect(countWords(value)).toBe(count))
  }
})

test('every field of free words can be removed, and no field that an entry cannot be without', () => {
  expect(Object.keys(Incident.entries).filter(field => isRemovable('incident', field))).toEqual([
    'otherKind',
    'impactWords',
    'whatHappened',
    'peopleThere',
    'whoElseNoticed',
    'place',
    'actionWords',
    'source',
    'howKnownWords',
  ])
  expect(Object.keys(Report.entries).filter(field => isRemovable('report', field))).toEqual([
    'toName',
    'reference',
    'force',
    'person',
    'said',
    'replies',
  ])
  expect(isRemovable('incident', reason)).toBe(true)
  expect(isRemovable('incident', '$written')).toBe(false)
})
