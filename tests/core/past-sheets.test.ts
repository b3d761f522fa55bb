import { describe, expect, it } from 'vitest'
import type { Share } from '../../src/core/share.ts'
import { usualChoices } from '../../src/core/sheet/choosing.ts'
import { lastSent, whyDifferent } from '../../src/core/sheet/past-sheets.ts'
import type { Instant, ZonedTime } from '../../src/core/time.ts'

const share = (made: string, revisions: Record<string, number>, more: Partial<Share> = {}): Share => ({
  made: `${made}T10:00:00.000Z` as Instant,
  zone: 'Europe/London',
  profile: {},
  choices: usualChoices('landlord'),
  revisions,
  code: '0000',
  file: 'diary-sheet.pdf',
  pages: 2,
  hash: '0'.repeat(64),
  sent: { to: 'Alliance Homes', on: `${made}T12:00:00+00:00[Europe/London]` as ZonedTime },
  ...more,
})

describe('what the next sheet counts from', () => {
  it('is nothing where no sheet was sent', () => {
    expect(lastSent([share('2026-11-01', { a: 1 }, { sent: undefined })])).toBeUndefined()
  })

  it('remembers what went out on every sheet, each entry as it was last sent', () => {
    const shares = [share('2026-11-08', { b: 1, a: 2 }), share('2026-11-01', { a: 1, c: 1 })]
    expect(lastSent(shares)).toEqual({
      madeAt: '2026-11-08T10:00:00.000Z',
      revisions: { a: 2, b: 1, c: 1 },
    })
  })

  it('leaves out full records and sheets that were only made', () => {
    const shares = [
      share('2026-11-01', { a: 1 }),
      share('2026-11-02', { b: 1 }, { sent: undefined }),
      share('2026-11-03', { c: 1 }, { choices: usualChoices('record') }),
    ]
    expect(lastSent(shares)?.revisions).toEqual({ a: 1 })
  })
})

describe('why a document made again is another', () => {
  const drawnBy = { build: 'worker-a', browser: 'Chrome/150' }
  const then = share('2026-11-08', {}, { drawnBy })
  const removed = (at: string) => ({
    removed: [{ field: 'impact', words: 2, at: `${at}T10:00:00.000Z` as Instant }],
  })

  it('names words removed since, not those that were gone already', () => {
    expect(whyDifferent(then, [removed('2026-11-09')], drawnBy)).toEqual(['wordsRemoved'])
    expect(whyDifferent(then, [removed('2026-11-07'), {}], drawnBy)).toEqual(['unknown'])
  })

  it('names the build and the browser', () => {
    const here = { build: 'worker-b', browser: 'Firefox/140' }
    expect(whyDifferent(then, [], here)).toEqual(['build', 'browser'])
    expect(whyDifferent(then, [], { ...drawnBy, build: 'worker-b' })).toEqual(['build'])
    // One that was made before this was noted.
    expect(whyDifferent(share('2026-11-08', {}), [], here)).toEqual(['unknown'])
  })
})
