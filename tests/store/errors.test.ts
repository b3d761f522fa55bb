import { Dexie } from 'dexie'
import { describe, expect, test } from 'vitest'
import { asStoreError, CannotOpen, NotSaved, Refused, TimedOut } from '../../src/store/errors.ts'

const dom = (name: string, message = '') => new DOMException(message, name)
/** As Dexie hands on what a browser said. */
const dexie = (name: string, inner: unknown) => {
  const made = new Dexie.DexieError(name, String((inner as Error | undefined)?.message ?? ''))
  return Object.assign(made, { name, inner })
}

const serverLost = 'Connection to Indexed Database server lost. Refresh the page to try again'

describe('what a browser says', () => {
  for (const [what, error, open, read, write] of [
    ['no room', dom('QuotaExceededError'), 'disk', 'disk', 'full'],
    ['no room, through Dexie', dexie('AbortError', dom('QuotaExceededError')), 'disk', 'disk', 'full'],
    [
      'Chromium, full disk',
      dom('UnknownError', 'Connection is closing because of: IO error'),
      'disk',
      'disk',
      'disk',
    ],
    [
      'Chromium, after that',
      dom('UnknownError', 'Internal error opening backing store for indexedDB.open.'),
      'disk',
      'disk',
      'disk',
    ],
    ['WebKit, suspended', dom('UnknownError', serverLost), 'lost', 'lost', 'lost'],
    [
      'WebKit, through Dexie',
      dexie('DatabaseClosedError', dom('UnknownError', serverLost)),
      'lost',
      'lost',
      'lost',
    ],
    ['WebKit, raw', dom('InvalidStateError', 'The database connection is closing.'), 'lost', 'lost', 'lost'],
    ['aborted for no reason', dexie('AbortError', null), 'unknown', 'unknown', 'unknown'],
    ['nothing at all', null, 'unknown', 'unknown', 'unknown'],
    ['no answer', new TimedOut(8000), 'timeout', 'timeout', 'timeout'],
    ['written by a newer app', dexie('VersionError', dom('VersionError')), 'newer', 'unknown', 'unknown'],
    ['no IndexedDB', dexie('MissingAPIError', null), 'forbidden', 'unknown', 'unknown'],
    ['not allowed', dom('SecurityError'), 'forbidden', 'unknown', 'unknown'],
    [
      'Firefox, never remembers',
      dom(
        'InvalidStateError',
        'A mutation operation was attempted on a database that did not allow mutations.',
      ),
      'forbidden',
      'lost',
      'lost',
    ],
    ['another fault', new TypeError('x is undefined'), 'unknown', 'unknown', 'unknown'],
  ] as const) {
    test(`${what}: says who must act`, () => {
      const expected = (name: string, why: string) =>
        why === 'lost' ? { name: 'ConnectionLost', cause: error } : { name, why, cause: error }
      expect(asStoreError(error, 'open')).toMatchObject(expected('CannotOpen', open))
      expect(asStoreError(error, 'read')).toMatchObject(expected('CannotRead', read))
      expect(asStoreError(error, 'write')).toMatchObject(expected('NotSaved', write))
    })
  }

  test('errors of ours go through as they are', () => {
    for (const error of [new NotSaved('full'), new Refused('withdrawn'), new CannotOpen('locked')]) {
      expect(asStoreError(error, 'read')).toBe(error)
    }
  })
})
