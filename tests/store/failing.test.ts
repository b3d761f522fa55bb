/** When the browser fails: "not saved" is said, nothing is half written, and what was there stays. */
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { patience } from '../../src/store/bounded.ts'
import { databaseVersion } from '../../src/store/database-version.ts'
import type { Diary } from '../../src/store/diary.ts'
import type * as maker from './diary-maker.ts'
import { anIncident, FakeStorage, newName, openNamed, raw } from './diary-maker.ts'
import { dump } from './dump.ts'

const usual = { ...patience }

beforeEach(() => vi.stubGlobal('localStorage', new FakeStorage()))
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  Object.assign(patience, usual)
})

const verbs: [string, (diary: Diary, id: string) => Promise<unknown>][] = [
  ['saveIncident', diary => diary.saveIncident(anIncident())],
  ['saveIncident, going on', diary => diary.saveIncident(anIncident({ span: { is: 'ongoing' } }))],
  ['amendIncident', (diary, id) => diary.amendIncident(id, anIncident({ strength: 3 }))],
  ['saveReport', diary => diary.saveReport({ to: 'police', told: anIncident().happened })],
  ['withdraw', (diary, id) => diary.withdraw(id, 'A mistake')],
  ['removeWords', (diary, id) => diary.removeWords(id, { fields: ['place'], why: 'A name' })],
  ['saveProfile', diary => diary.saveProfile({ name: 'A. Resident' })],
  ['saveSetting', diary => diary.saveSetting('seen', true)],
  ['eraseEverything', diary => diary.eraseEverything()],
]

/** Ways in which a write goes wrong: each breaks the store's methods until the mocks are restored. */
const faults: [string, string, () => void][] = [
  [
    'the quota is full',
    'full',
    () => {
      for (const method of ['add', 'put', 'clear'] as const) {
        vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(() => {
          throw new DOMException('no room', 'QuotaExceededError')
        })
      }
    },
  ],
  [
    'the transaction is aborted at its end, with no reason given',
    'unknown',
    () => {
      for (const method of ['add', 'put'] as const) {
        const real = IDBObjectStore.prototype[method]
        vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
          this: IDBObjectStore,
          ...args
        ) {
          const request = real.apply(this, args)
          request.addEventListener('success', () => queueMicrotask(() => this.transaction.abort()))
          return request
        })
      }
    },
  ],
  [
    'the browser never answers',
    'timeout',
    () => {
      patience.write = 60
      for (const method of ['get', 'clear'] as const)
        vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore) {
          // A request of the right kind whose answer goes nowhere, kept alive by asking again and again.
          const request = this.count()
          const again = () => {
            try {
              this.count().addEventListener('success', again)
            } catch {} // The transaction was aborted: the fault is over.
          }
          request.addEventListener('success', event => {
            event.stopImmediatePropagation()
            again()
          })
          return request as IDBRequest
        })
    },
  ],
]

describe.each(faults)('when %s', (_, why, breakIt) => {
  test.each(verbs)('%s says so and writes nothing', async (_verb, act) => {
    const name = newName()
    const diary = await openNamed(name)
    const { entry } = await diary.saveIncident(anIncident({ place: 'Hall' }))
    const [before, marker] = [await dump(name), localStorage.getItem('doorstep-diary.marker')]
    const heard = vi.fn()
    diary.onChange(heard)

    breakIt()
    await expect(act(diary, entry.id)).rejects.toMatchObject({ name: 'NotSaved', why })
    vi.restoreAllMocks()
    Object.assign(patience, usual)

    expect(await dump(name)).toEqual(before)
    expect(localStorage.getItem('doorstep-diary.marker')).toBe(marker)
    expect(heard).not.toHaveBeenCalled()
    await act(diary, entry.id)
    expect(heard).toHaveBeenCalled()
    expect((await diary.checkDiary()).findings).toEqual([])
    diary.close()
  })
})

describe('the read-back', () => {
  test.each([
    ['finds nothing', () => undefined],
    ['finds another version', (row: { seq: number }) => ({ ...row, link: new Uint8Array(32) })],
    [
      'finds other bytes',
      (row: { sealed: Uint8Array }) => ({ ...row, sealed: row.sealed.map(byte => byte ^ 1) }),
    ],
  ])('that %s says not saved', async (_, wrong) => {
    const diary = await openNamed(newName())
    const real = IDBObjectStore.prototype.get
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      const request = real.call(this, key)
      if (this.name === 'revisions' && this.transaction.mode === 'readonly') {
        request.addEventListener('success', () => {
          const value = wrong(request.result)
          Object.defineProperty(request, 'result', { value })
        })
      }
      return request
    })
    await expect(diary.saveIncident(anIncident())).rejects.toMatchObject({
      name: 'NotSaved',
      why: 'readBack',
    })
    diary.close()
  })
})

test('every transaction that writes asks for strict durability', async () => {
  const asked = vi.spyOn(IDBDatabase.prototype, 'transaction')
  const diary = await openNamed(newName())
  const { entry } = await diary.saveIncident(anIncident({ place: 'Hall' }))
  for (const [, act] of verbs) await act(diary, (await diary.getEntry(entry.id)) ? entry.id : '')
  const modes = asked.mock.calls
    .filter(([, mode]) => mode === 'readwrite')
    .map(([, , options]) => options?.durability)
  expect(modes.length).toBeGreaterThan(verbs.length)
  expect(new Set(modes)).toEqual(new Set(['strict']))
  diary.close()
})

describe('opening', () => {
  test('that is never answered ends in time', async () => {
    patience.open = 50
    vi.spyOn(indexedDB, 'open').mockImplementation(() => new EventTarget() as IDBOpenDBRequest)
    await expect(openNamed(newName())).rejects.toMatchObject({ name: 'CannotOpen', why: 'timeout' })
  })

  test('what a newer app has written is refused, and left as it is', async () => {
    const name = newName()
    const diary = await openNamed(name)
    await diary.saveIncident(anIncident())
    diary.close()
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, (databaseVersion + 1) * 10)
      request.onupgradeneeded = () => request.result.createObjectStore('later')
      request.onsuccess = () => {
        request.result.close()
        resolve()
      }
      request.onerror = () => reject(request.error)
    })
    const before = await dump(name)
    await expect(openNamed(name)).rejects.toMatchObject({ name: 'CannotOpen', why: 'newer' })
    expect(await dump(name)).toEqual(before)
  })

  test('keys that this app cannot open are said to be locked', async () => {
    const name = newName()
    const diary = await openNamed(name)
    diary.close()
    await raw(name, async db => {
      const row = await db.table('diary').get('diary')
      await db.table('diary').put({ ...row, keys: { format: 1, ways: [{ by: 'passcode' }] } })
    })
    await expect(openNamed(name)).rejects.toMatchObject({ name: 'CannotOpen', why: 'locked' })
  })
})

describe('a diary that is gone under the page', () => {
  test('takes no more words: the page must open anew', async () => {
    const name = newName()
    const diary = await openNamed(name)
    await diary.saveIncident(anIncident())
    await raw(name, db => Promise.all(db.tables.map(table => table.clear())))
    await expect(diary.saveIncident(anIncident())).rejects.toMatchObject({ name: 'ConnectionLost' })
    await expect(diary.saveProfile({})).rejects.toMatchObject({ name: 'ConnectionLost' })
    diary.close()
  })

  test('erased is erased, and every window hears it, where the example could not be emptied', async () => {
    const name = newName()
    const [one, two] = [await openNamed(name), await openNamed(name)]
    await one.saveIncident(anIncident())
    const heard = new Promise(resolve => two.onChange(change => change === 'erased' && resolve(change)))
    const open = indexedDB.open.bind(indexedDB)
    vi.spyOn(indexedDB, 'open').mockImplementation((which, version) => {
      if (which === 'doorstep-example') throw new DOMException('disk', 'UnknownError')
      return open(which, version)
    })
    await one.eraseEverything()
    expect(await heard).toBe('erased')
    vi.restoreAllMocks()
    one.close()
    two.close()
  })

  test('in another window that erased it says so to this one', async () => {
    const name = newName()
    const [one, two] = [await openNamed(name), await openNamed(name)]
    await one.saveIncident(anIncident())
    const heard = new Promise(resolve => two.onChange(change => change === 'erased' && resolve(change)))
    await one.eraseEverything()
    expect(await heard).toBe('erased')
    await expect(two.saveIncident(anIncident())).rejects.toMatchObject({ name: 'ConnectionLost' })
    expect((await one.saveIncident(anIncident())).entry.number).toBe(1)
    one.close()
    two.close()
  })
})

test('one damaged entry is named and does not take the list with it', async () => {
  const name = newName()
  const diary = await openNamed(name)
  const ids: string[] = []
  for (const minutes of [1, 2, 3]) ids.push((await diary.saveIncident(anIncident({}, minutes))).entry.id)
  await raw(name, async db => {
    const row = await db.table('entries').get(ids[1] ?? '')
    await db.table('entries').put({ ...row, sealed: row.sealed.slice(1) })
  })
  const page = await diary.listIncidents({ limit: 2 })
  expect(page.entries.map(({ id }) => id)).toEqual([ids[2], ids[0]])
  expect(page.damaged).toEqual([ids[1]])
  await expect(diary.getEntry(ids[1] ?? '')).rejects.toMatchObject({ name: 'Damaged', why: ids[1] })
  expect((await diary.checkDiary()).findings).toEqual([
    { is: 'unreadable', id: ids[1], type: 'incident', number: 2 },
  ])
  diary.close()
})

describe('in Chromium, a new log', () => {
  let openNamed: typeof maker.openNamed
  beforeEach(async () => {
    vi.stubGlobal('navigator', { userAgentData: {} })
    // As after a start.
    vi.resetModules()
    openNamed = (await import('./diary-maker.ts')).openNamed
  })
  const noNewLog = (how: () => never | IDBOpenDBRequest) => {
    const real = indexedDB.open.bind(indexedDB)
    return vi
      .spyOn(indexedDB, 'open')
      .mockImplementation((...args) => (args[0] === 'doorstep-diary-scratch' ? how() : real(...args)))
  }
  const diskTakesNothing = () => {
    throw new DOMException('Internal error opening backing store', 'UnknownError')
  }

  test('is begun before the first write, and before the next after one that failed, by a database that is nobody’s', async () => {
    const deleted = vi.spyOn(indexedDB, 'deleteDatabase')
    const diary = await openNamed(newName())
    await Promise.all([diary.saveIncident(anIncident()), diary.saveIncident(anIncident())])
    expect(deleted.mock.calls).toEqual([['doorstep-diary-scratch']])
    deleted.mockClear()

    const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    await expect(diary.saveIncident(anIncident())).rejects.toMatchObject({ name: 'NotSaved' })
    full.mockRestore()
    await diary.saveIncident(anIncident())
    expect(deleted.mock.calls).toEqual([['doorstep-diary-scratch']])
    await diary.saveIncident(anIncident())
    expect(deleted).toHaveBeenCalledOnce()
    diary.close()
  })

  test.each([
    ['cannot be begun', diskTakesNothing],
    ['is never answered', () => Object.create(EventTarget.prototype)],
  ])('that %s after a start keeps no words from being saved', async (_, how) => {
    ;(await import('../../src/store/bounded.ts')).patience.log = 20
    const diary = await openNamed(newName())
    const open = noNewLog(how)
    const { entry } = await diary.saveIncident(anIncident())
    expect(open).toHaveBeenCalledWith('doorstep-diary-scratch')
    expect(entry.number).toBe(1)
    diary.close()
  })

  test('nothing is written behind the torn end while the disk takes nothing', async () => {
    const name = newName()
    const diary = await openNamed(name)
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('IO error', 'UnknownError')
    })
    await expect(diary.saveIncident(anIncident())).rejects.toMatchObject({ why: 'disk' })
    add.mockRestore()
    const before = await dump(name)
    const open = noNewLog(diskTakesNothing)
    await expect(diary.saveIncident(anIncident())).rejects.toMatchObject({ name: 'NotSaved', why: 'disk' })
    open.mockRestore()
    expect(await dump(name)).toEqual(before)
    await diary.saveIncident(anIncident())
    diary.close()
  })
})
