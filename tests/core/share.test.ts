import { describe, expect, it } from 'vitest'
import { lastSent, type Share } from '../../src/core/share.ts'
import { usualChoices } from '../../src/core/sheet/choices.ts'
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
