import { describe, expect, test } from 'vitest'
import { amendmentOf } from '../../src/core/amendment.ts'

const until = { is: 'until', ended: '2026-11-22T02:00:00+00:00[Europe/London]' }

describe('an amendment', () => {
  for (const [what, before, after, is] of [
    ['nothing', { a: 1 }, { a: 1 }, 'same'],
    ['nothing, in another order', { a: 1, b: 2 }, { b: 2, a: 1 }, 'same'],
    ['an empty member is no member', { a: 1 }, { a: 1, b: undefined }, 'same'],
    ['an empty field filled', { a: 1 }, { a: 1, place: 'Hall' }, 'added'],
    ['words replaced', { a: 'one' }, { a: 'two' }, 'changed'],
    ['words written on', { a: 'one' }, { a: 'one two' }, 'changed'],
    ['a field emptied', { a: 1, b: 2 }, { a: 1 }, 'changed'],
    ['one filled and one replaced', { a: 1 }, { a: 2, b: 1 }, 'changed'],
    ['it has stopped', { span: { is: 'ongoing' } }, { span: until }, 'added'],
    ['it was not over after all', { span: until }, { span: { is: 'ongoing' } }, 'changed'],
    ['another end', { span: until }, { span: { is: 'about', minutes: 5 } }, 'changed'],
    ['how long, said later', {}, { span: { is: 'ongoing' } }, 'added'],
    [
      'the number came',
      { reference: { is: 'waiting' } },
      { reference: { is: 'given', numbers: [1] } },
      'added',
    ],
    [
      'a number after "none given"',
      { reference: { is: 'none' } },
      { reference: { is: 'given', numbers: [1] } },
      'changed',
    ],
    ['one more tick', { impacts: ['sleep'] }, { impacts: ['windows', 'sleep'] }, 'added'],
    ['a tick taken away', { impacts: ['windows', 'sleep'] }, { impacts: ['sleep'] }, 'changed'],
    ['a tick for another', { impacts: ['windows'] }, { impacts: ['sleep'] }, 'changed'],
    ['another reply', { replies: [{ words: 'a' }] }, { replies: [{ words: 'a' }, { words: 'b' }] }, 'added'],
    [
      'a reply changed',
      { replies: [{ words: 'a' }] },
      { replies: [{ words: 'c' }, { words: 'b' }] },
      'changed',
    ],
    ['replies in another order', { replies: ['a', 'b'] }, { replies: ['b', 'a'] }, 'changed'],
    ['still waiting, then emptied', { reference: { is: 'waiting' } }, {}, 'changed'],
  ] as const) {
    test(what, () => expect(amendmentOf(before, after)).toBe(is))
  }
})
