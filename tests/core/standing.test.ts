import { describe, expect, test } from 'vitest'
import type { Step } from '../../src/core/standing.ts'
import { standAfterAll } from '../../src/core/standing-after-all.ts'
import { instantAt } from '../../src/core/time.ts'

const at = (minute: number) => instantAt(Date.UTC(2026, 10, 22, 2, minute))
const first: Step = {
  revision: 1,
  change: 'first',
  written: at(1),
  content: { kinds: ['noise'], place: 'Hall' },
}

describe('what stands', () => {
  test('after nothing is nothing', () => expect(standAfterAll([])).toBeUndefined())

  test('is the newest content, however often it was withdrawn and taken back', () => {
    const steps: Step[] = [
      first,
      { revision: 2, change: 'withdrawn', written: at(2), content: {}, why: 'A mistake' },
    ]
    expect(standAfterAll(steps)).toEqual({
      content: first.content,
      firstWritten: at(1),
      lastWritten: at(2),
      revisions: 2,
      withdrawn: { at: at(2), why: 'A mistake' },
    })
    steps.push({ revision: 3, change: 'restored', written: at(3), content: {} })
    steps.push({ revision: 4, change: 'changed', written: at(4), content: { kinds: ['people'] } })
    expect(standAfterAll(steps)).toEqual({
      content: { kinds: ['people'] },
      firstWritten: at(1),
      lastWritten: at(4),
      revisions: 4,
    })
  })

  test('remembers that words were removed until the field is filled again', () => {
    const { place: _, ...rest } = first.content as Record<string, unknown>
    const steps: Step[] = [
      { ...first, content: rest },
      {
        revision: 2,
        change: 'wordsRemoved',
        written: at(2),
        content: {},
        why: 'A name',
        removals: [{ revision: 1, field: 'place', words: 1 }],
      },
    ]
    const removed = [{ field: 'place', words: 1, at: at(2) }]
    expect(standAfterAll(steps)).toMatchObject({ content: rest, removed })
    steps.push({ revision: 3, change: 'added', written: at(3), content: { ...rest, strength: 2 } })
    expect(standAfterAll(steps)).toMatchObject({ removed })
    steps.push({ revision: 4, change: 'added', written: at(4), content: { ...rest, place: 'Stairs' } })
    expect(standAfterAll(steps)).not.toHaveProperty('removed')
  })

  test('says nothing of words removed from a version that no longer stands, or from a reason', () => {
    const steps: Step[] = [
      first,
      { revision: 2, change: 'changed', written: at(2), content: { kinds: ['noise'] } },
      {
        revision: 3,
        change: 'wordsRemoved',
        written: at(3),
        content: {},
        why: 'A name',
        removals: [
          { revision: 1, field: 'place', words: 1 },
          { revision: 2, field: '$why', words: 1 },
        ],
      },
    ]
    expect(standAfterAll(steps)).not.toHaveProperty('removed')
  })
})
