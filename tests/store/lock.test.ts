import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import * as v from 'valibot'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { dumpOf, readDump, textOf } from '../../src/core/backup/read.ts'
import { instantAt } from '../../src/core/time.ts'
import type { Diary } from '../../src/store/diary.ts'
import { anIncident, raw } from './diary-maker.ts'
import { dump } from './dump.ts'
import { byPasscode, derive, LockPhone, passcode } from './lock-phone.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const Words = v.strictObject({ words: v.string() })

/** Every byte that is stored, as text: the database and localStorage. */
async function everything(phone: LockPhone): Promise<string> {
  const rows = JSON.stringify(await dump(phone.databaseName))
  const bytes = [...rows.matchAll(/"bytes":"([^"]*)"/g)].map(([, base64]) =>
    Buffer.from(base64 ?? '', 'base64').toString('hex'),
  )
  const kept = [...phone.storage.kept.values()].flatMap(text =>
    [...text.matchAll(/[\w+/=]{20,}/g)].map(([base64]) => Buffer.from(base64, 'base64').toString('hex')),
  )
  return [rows, ...bytes, ...kept].join('\n')
}

describe('with a lock', () => {
  test('the diary opens with the passcode and with the recovery code, and is whole', async () => {
    const phone = new LockPhone()
    const first = await (await phone.window()).open()
    await first.saveIncident(anIncident({ place: 'Stairs' }))
    await first.saveProfile({ name: 'A Writer' })
    first.close()
    const { recoveryCode, diary } = await phone.lock()
    await diary.saveIncident(anIncident({ place: 'Hall' }, 5))

    const page = await phone.window()
    await expect(page.open()).rejects.toMatchObject({ name: 'CannotOpen', why: 'locked' })
    expect(await page.lookAtLock()).toEqual({ ways: ['passcode', 'recovery'], notes: undefined })
    for (const way of [
      byPasscode(),
      byPasscode(`  ${passcode} `),
      { by: 'recovery', typed: recoveryCode.toLowerCase() } as const,
    ]) {
      const opened = await (await phone.window()).unlock(way)
      expect(opened).toMatchObject({ is: 'open', notes: 0 })
      if (opened.is !== 'open') continue
      expect(opened.diary.locked).toBe(true)
      const { entries } = await opened.diary.listIncidents({ limit: 9 })
      expect(entries.map(({ content }) => content.place)).toEqual(['Hall', 'Stairs'])
      expect(await opened.diary.profile()).toEqual({ name: 'A Writer' })
      expect((await opened.diary.checkDiary()).findings).toEqual([])
      opened.diary.close()
    }
  })

  test('nothing else opens it', async () => {
    const phone = new LockPhone()
    await phone.lock()
    const page = await phone.window()
    expect(await page.unlock(byPasscode('red kettle'))).toEqual({ is: 'wrong' })
    expect(await page.unlock(byPasscode('Blue kettle'))).toEqual({ is: 'wrong' })
    expect(await page.unlock({ by: 'recovery', typed: '0'.repeat(24) })).toEqual({ is: 'wrong' })
    expect(await page.unlock({ by: 'recovery', typed: '0000' })).toEqual({ is: 'none' })
    expect(await page.unlock(byPasscode(''))).toEqual({ is: 'none' })
    expect(await page.unlock({ by: 'device', ask: async () => new Uint8Array(32) })).toEqual({ is: 'wrong' })
  })

  test('no key that opens what was written since stands anywhere; nor do passcode or recovery code', async () => {
    const phone = new LockPhone()
    const before = await (await phone.window()).open()
    await before.saveIncident(anIncident())
    before.close()
    const open = await everything(phone)
    const { diary, lock, recoveryCode } = await phone.lock()
    await diary.saveIncident(anIncident())
    await lock.reseal(() => {})
    const stored = await everything(phone)
    const [row] = (await raw(phone.databaseName, db => db.table('diary').toArray())) as { keys: unknown }[]
    expect(Object.keys(row?.keys ?? {})).toEqual(['format', 'current', 'ways'])
    // The ring that lay open before is nowhere in what is stored now.
    const keyBefore =
      /"by":"open","ring":\{"current":\{"name":\{"bytes":"[^"]*"\},"key":\{"bytes":"([^"]*)"/.exec(open)?.[1]
    expect(keyBefore).toBeDefined()
    expect(stored).not.toContain(Buffer.from(keyBefore ?? '', 'base64').toString('hex'))
    // Half a dozen letters stand in so many random bytes by chance; a run of ten does not.
    const runs = Array.from({ length: 15 }, (_, i) => recoveryCode.slice(i, i + 10))
    for (const words of [passcode, recoveryCode, ...runs]) expect(stored).not.toContain(words)
  })

  test('resealing puts every body under the new key, goes on where it was cut off, and changes no word', async () => {
    const phone = new LockPhone()
    const before = await (await phone.window()).open()
    for (let i = 0; i < 70; i++) await before.saveIncident(anIncident({ place: `Place ${i}` }, i))
    await before.saveProfile({ name: 'A Writer' })
    const code = await before.recordCode()
    before.close()
    const { lock, diary } = await phone.lock()
    const told: [number, number][] = []
    let batches = 0
    const bulkPut = Dexie.prototype.transaction
    vi.spyOn(Dexie.prototype, 'transaction').mockImplementation(function (this: Dexie, ...of: unknown[]) {
      if (of[0] === 'rw' && ++batches > 2) throw new Error('killed')
      return (bulkPut as (...of: unknown[]) => ReturnType<typeof bulkPut>).apply(this, of)
    })
    await expect(lock.reseal((done, of) => told.push([done, of]))).rejects.toThrow()
    vi.restoreAllMocks()
    expect(told.at(-1)?.[0]).toBeLessThan(told.at(-1)?.[1] ?? 0)
    expect(await lock.state()).toMatchObject({ resealing: true })
    diary.close()

    const page = await phone.unlocked()
    const again = await page.diary.lock()
    expect(await again.state()).toMatchObject({ resealing: true })
    expect((await page.diary.checkDiary()).findings).toEqual([])
    await again.reseal((done, of) => told.push([done, of]))
    expect(told.at(-1)).toEqual([141, 141])
    expect(await again.state()).toMatchObject({ resealing: false })
    const names = await raw(phone.databaseName, async db => {
      const rows = await Promise.all(
        ['entries', 'revisions', 'small'].map(table => db.table(table).toArray()),
      )
      return new Set(rows.flat().map((row: { sealed: Uint8Array }) => row.sealed.slice(1, 9).join()))
    })
    expect(names.size).toBe(1)
    expect((await page.diary.checkDiary()).findings).toEqual([])
    expect(await page.diary.recordCode()).toBe(code)
    expect((await page.diary.listIncidents({ limit: 99 })).entries).toHaveLength(70)
  })

  test('a body that does not open is left as it is, and stops nothing', async () => {
    const phone = new LockPhone()
    const before = await (await phone.window()).open()
    await before.saveIncident(anIncident())
    const { entry } = await before.saveIncident(anIncident({}, 5))
    before.close()
    await raw(phone.databaseName, db => db.table('entries').update(entry.id, { sealed: new Uint8Array(60) }))
    const { lock, diary } = await phone.lock()
    await lock.reseal(() => {})
    expect(await lock.state()).toMatchObject({ resealing: false })
    const page = await diary.listIncidents({ limit: 9 })
    expect(page.damaged).toEqual([entry.id])
    expect(page.entries).toHaveLength(1)
  })

  test('another window that was open writes no more, and says that the diary is locked', async () => {
    const phone = new LockPhone()
    const other = await (await phone.window()).open()
    const heard: string[] = []
    other.onChange(change => heard.push(change))
    await phone.lock()
    await expect(other.saveIncident(anIncident())).rejects.toMatchObject({
      name: 'CannotOpen',
      why: 'locked',
    })
    await expect(other.saveProfile({ name: 'x' })).rejects.toMatchObject({
      name: 'CannotOpen',
      why: 'locked',
    })
    await expect((await other.lock()).takeAway()).rejects.toMatchObject({ name: 'CannotOpen', why: 'locked' })
    await vi.waitFor(() => expect(heard).toContain('keys'))
    other.close()
  })

  test('a changed lock opens with the new and no more with the old, and its key is new', async () => {
    const phone = new LockPhone()
    const { lock, recoveryCode, diary } = await phone.lock()
    await diary.saveIncident(anIncident({ place: 'Before' }))
    const { current } = (await raw(phone.databaseName, db => db.table('diary').get('diary'))).keys
    const nextCode = lock.newRecoveryCode()
    await lock.set({ passcode: 'green door', recoveryCode: nextCode, notes: true, derive })
    const after = (await raw(phone.databaseName, db => db.table('diary').get('diary'))).keys
    expect(after.current).not.toEqual(current)
    const page = await phone.window()
    expect(await page.unlock(byPasscode())).toEqual({ is: 'wrong' })
    expect(await page.unlock({ by: 'recovery', typed: recoveryCode })).toEqual({ is: 'wrong' })
    for (const way of [byPasscode('green door'), { by: 'recovery', typed: nextCode } as const]) {
      const opened = await (await phone.window()).unlock(way)
      expect(opened.is).toBe('open')
      if (opened.is === 'open')
        expect((await opened.diary.listIncidents({ limit: 9 })).entries).toHaveLength(1)
    }
  })

  test('taken away it opens without, with the same key', async () => {
    const phone = new LockPhone()
    const { lock, diary } = await phone.lock({ notes: true })
    await diary.saveIncident(anIncident())
    await lock.takeAway()
    expect(diary.locked).toBe(false)
    await diary.saveIncident(anIncident({}, 1))
    diary.close()
    const page = await phone.window()
    const again = await page.open()
    expect(again.locked).toBe(false)
    expect((await again.listIncidents({ limit: 9 })).entries).toHaveLength(2)
    expect((await again.checkDiary()).findings).toEqual([])
    expect(await page.lookAtLock()).toBeUndefined()
    // A window that still shows the lock opens with whatever is typed.
    expect((await page.unlock(byPasscode('whatever'))).is).toBe('open')
  })

  test('a passcode that is none is refused, and nothing is set', async () => {
    const phone = new LockPhone()
    await expect(phone.lock({ passcode: '1234' })).rejects.toMatchObject({ name: 'Refused' })
    const diary = await (await phone.window()).open()
    expect(diary.locked).toBe(false)
    diary.close()
  })

  test('the phone’s own check is one way more, and goes when the lock is changed', async () => {
    const phone = new LockPhone()
    const { lock } = await phone.lock()
    const device = {
      id: new Uint8Array([1, 2, 3]),
      salt: new Uint8Array(32).fill(7),
      secret: new Uint8Array(32).fill(9),
    }
    await lock.setDevice(device)
    const asked: unknown[] = []
    const page = await phone.window()
    const opened = await page.unlock({
      by: 'device',
      ask: async (id, salt) => {
        asked.push(id, salt)
        return device.secret
      },
    })
    expect(opened.is).toBe('open')
    expect(asked).toEqual([device.id, device.salt])
    expect((await phone.unlocked()).opened.is).toBe('open')
    await expect(
      page.unlock({ by: 'device', ask: () => Promise.reject(new DOMException('', 'NotAllowedError')) }),
    ).rejects.toThrow(DOMException)
    await lock.set({ passcode, recoveryCode: lock.newRecoveryCode(), notes: false, derive })
    expect((await page.lookAtLock())?.ways).toEqual(['passcode', 'recovery'])
    await lock.setDevice(device)
    await lock.setDevice(undefined)
    expect((await page.lookAtLock())?.ways).toEqual(['passcode', 'recovery'])
  })

  test('erasing everything ends the lock, with keys that open nothing of before', async () => {
    const phone = new LockPhone()
    const { diary } = await phone.lock()
    await diary.saveIncident(anIncident())
    const [entry] = (await raw(phone.databaseName, db => db.table('entries').toArray())) as {
      sealed: Uint8Array
    }[]
    await diary.eraseEverything()
    expect(diary.locked).toBe(false)
    expect([...phone.storage.kept.keys()].filter(name => !name.endsWith('.marker'))).toEqual([
      'doorstep-diary.keys',
    ])
    const name = Buffer.from(entry?.sealed.slice(1, 9) ?? []).toString('base64')
    expect(JSON.stringify([...phone.storage.kept])).not.toContain(name)
    diary.close()
    expect((await (await phone.window()).open()).found).toEqual({ state: 'new' })
  })

  test('a browser that empties the database alone leaves the lock, and the alarm after it', async () => {
    const phone = new LockPhone()
    const { diary, keepDraft } = await phone.lock()
    await diary.saveIncident(anIncident())
    keepDraft('log', { words: 'typed' }, Date.now())
    diary.close()
    await Dexie.delete(phone.databaseName)
    await expect((await phone.window()).open()).rejects.toMatchObject({ name: 'CannotOpen', why: 'locked' })
    const page = await phone.unlocked()
    expect(page.diary.found.state).toBe('lost')
    expect(page.listDrafts().map(draft => draft.value)).toEqual([{ words: 'typed' }])
  })

  test('a box that is altered opens nothing and locks nobody out of the rest', async () => {
    const phone = new LockPhone()
    const { recoveryCode } = await phone.lock()
    await raw(phone.databaseName, db =>
      db
        .table('diary')
        .toCollection()
        .modify(row => {
          row.keys.ways[0].ring[60] ^= 1
        }),
    )
    const page = await phone.window()
    expect(await page.unlock(byPasscode())).toEqual({ is: 'wrong' })
    expect((await page.unlock({ by: 'recovery', typed: recoveryCode })).is).toBe('open')
  })
})

describe('drafts under a lock', () => {
  test('from before it lie under the new key, and open after unlocking alone', async () => {
    const phone = new LockPhone()
    const before = await phone.window()
    const first = await before.open()
    before.keepDraft('log', { words: 'typed before' }, Date.now())
    first.close()
    const keysBefore = phone.storage.getItem('doorstep-diary.keys') ?? ''
    const { diary, keepDraft } = await phone.lock()
    keepDraft('change', { words: 'typed after' }, Date.now())
    diary.close()

    const page = await phone.window()
    expect(page.listDrafts()).toEqual([])
    expect(() => page.keepDraft('log', { words: 'x' }, 0)).toThrow(page.DraftNotKept)
    const { listDrafts, adoptDrafts, readDraft, ...rest } = await phone.unlocked()
    expect(
      listDrafts()
        .map(draft => (draft.value as { words: string }).words)
        .sort(),
    ).toEqual(['typed after', 'typed before'])
    await adoptDrafts()
    expect(readDraft('log', Words)).toEqual({ words: 'typed before' })
    rest.diary.close()
    // With the keys from before the lock nothing opens any more.
    phone.storage.setItem('doorstep-diary.keys', keysBefore)
    expect((await phone.window()).listDrafts()).toEqual([])
  })

  test('where the phone died between the database and what lies beside the drafts, nothing is lost', async () => {
    const phone = new LockPhone()
    const before = await phone.window()
    const first = await before.open()
    before.keepDraft('log', { words: 'typed' }, Date.now())
    first.close()
    const kept = new Map(phone.storage.kept)
    ;(await phone.lock()).diary.close()
    for (const [name, value] of kept) phone.storage.setItem(name, value)
    const page = await phone.unlocked()
    expect(page.listDrafts().map(draft => draft.value)).toEqual([{ words: 'typed' }])
    expect(phone.storage.getItem('doorstep-diary.keys')).not.toBe(kept.get('doorstep-diary.keys'))
    page.diary.close()
    expect((await phone.unlocked()).listDrafts()).toHaveLength(1)
  })
})

describe('a quick note', () => {
  const id = '7e7ffb0a-9a1c-4c6b-8f38-2b8f3c5a1d10'

  test('is kept while locked, opens for nobody, and gets number, link and its own time at the next unlock', async () => {
    const phone = new LockPhone()
    const { diary } = await phone.lock({ notes: true })
    await diary.saveIncident(anIncident())
    diary.close()
    const page = await phone.window()
    expect((await page.lookAtLock())?.notes).toBeDefined()
    await page.saveNote(anIncident({ place: 'Noted first' }, 50), id)
    const second = crypto.randomUUID()
    await page.saveNote(anIncident({ place: 'Noted second' }, 20), second)
    await page.saveNote(anIncident({ place: 'Noted second' }, 20), second)
    const noted = phone.options.clock()
    expect(await everything(phone)).not.toContain('Noted')
    expect(await raw(phone.databaseName, db => db.table('entries').count())).toBe(1)

    const { opened, diary: unlocked } = await phone.unlocked()
    expect(opened).toMatchObject({ notes: 2, waiting: 0, damaged: 0 })
    const { entries } = await unlocked.listIncidents({ limit: 9 })
    expect(entries.map(({ number, content }) => [number, content.place])).toEqual([
      [2, 'Noted first'],
      [3, 'Noted second'],
      [1, undefined],
    ])
    for (const { firstWritten } of entries) expect(Date.parse(firstWritten)).toBeLessThan(noted)
    expect(await raw(phone.databaseName, db => db.table('notes').count())).toBe(0)
    expect((await unlocked.checkDiary()).findings).toEqual([])
    await unlocked.saveIncident(anIncident({}, 70))
    expect((await unlocked.checkDiary()).findings).toEqual([])
  })

  test('is refused where it is not allowed, and with no lock', async () => {
    const phone = new LockPhone()
    const { lock } = await phone.lock()
    const page = await phone.window()
    await expect(page.saveNote(anIncident(), id)).rejects.toMatchObject({ name: 'Refused' })
    await lock.allowNotes(true)
    await page.saveNote(anIncident(), id)
    await lock.allowNotes(false)
    await expect(page.saveNote(anIncident(), crypto.randomUUID())).rejects.toMatchObject({ name: 'Refused' })
    await lock.takeAway()
    await expect(page.saveNote(anIncident(), crypto.randomUUID())).rejects.toMatchObject({ name: 'Refused' })
  })

  test('that was numbered before the phone died is not numbered twice, nor undoes what was changed since', async () => {
    const phone = new LockPhone()
    ;(await phone.lock({ notes: true })).diary.close()
    await (await phone.window()).saveNote(anIncident({ place: 'Noted' }), id)
    const note = await raw(phone.databaseName, db => db.table('notes').get(id))
    const { diary } = await phone.unlocked()
    await diary.amendIncident(id, anIncident({ place: 'Corrected' }))
    diary.close()
    await raw(phone.databaseName, db => db.table('notes').put(note))
    const again = await phone.unlocked()
    expect(again.opened).toMatchObject({ notes: 0, waiting: 0 })
    const { entries } = await again.diary.listIncidents({ limit: 9 })
    expect(entries.map(({ content }) => content.place)).toEqual(['Corrected'])
    expect(await raw(phone.databaseName, db => db.table('notes').count())).toBe(0)
  })

  test('that waited while the lock was changed or taken away is taken in', async () => {
    for (const then of ['change', 'takeAway'] as const) {
      const phone = new LockPhone()
      const { lock, diary } = await phone.lock({ notes: true })
      await (await phone.window()).saveNote(anIncident({ place: 'Noted' }), id)
      if (then === 'takeAway') await lock.takeAway()
      else
        await lock.set({ passcode: 'green door', recoveryCode: lock.newRecoveryCode(), notes: true, derive })
      diary.close()
      const open =
        then === 'takeAway' ? await (await phone.window()).open() : (await phone.unlocked('green door')).diary
      expect((await open.listIncidents({ limit: 9 })).entries.map(({ content }) => content.place)).toEqual([
        'Noted',
      ])
      open.close()
    }
  })

  test('that does not open is counted, kept, and stops nothing', async () => {
    const phone = new LockPhone()
    ;(await phone.lock({ notes: true })).diary.close()
    await raw(phone.databaseName, db => db.table('notes').put({ id, sealed: new Uint8Array(100) }))
    const { opened } = await phone.unlocked()
    expect(opened).toMatchObject({ notes: 0, waiting: 0, damaged: 1 })
    expect(await raw(phone.databaseName, db => db.table('notes').count())).toBe(1)
  })

  test('read back as other bytes is not called saved', async () => {
    const phone = new LockPhone()
    ;(await phone.lock({ notes: true })).diary.close()
    const page = await phone.window()
    const get = IDBObjectStore.prototype.get
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      return get.call(this, this.name === 'notes' ? 'another' : key)
    })
    await expect(page.saveNote(anIncident(), id)).rejects.toMatchObject({ name: 'NotSaved', why: 'readBack' })
  })

  test.each([false, true])('half written it comes back as a draft after unlocking; lost: %s', async lost => {
    const phone = new LockPhone()
    ;(await phone.lock({ notes: true })).diary.close()
    const page = await phone.window()
    const to = (await page.lookAtLock())?.notes
    if (!to) throw new Error('notes are not allowed')
    const drafts = await page.noteDrafts(to)
    drafts.keep({ words: 'half' })
    drafts.keep({ words: 'half written' })
    // A killed browser may have lost what it had not brought to the disk.
    for (const name of [...phone.storage.kept.keys()].filter(one => lost && one.includes('note-draft')))
      phone.storage.removeItem(name)
    expect(await everything(phone)).not.toContain('half written')
    expect(page.listDrafts()).toEqual([])
    const after = await phone.unlocked()
    await after.adoptDrafts()
    expect(after.readDraft('log', Words)).toEqual({ words: 'half written' })
    expect([...phone.storage.kept.keys()].some(name => name.includes('note-draft'))).toBe(false)
  })

  test('half written in several windows: each comes back in its turn, also where the lock is taken away', async () => {
    const phone = new LockPhone()
    const { lock } = await phone.lock({ notes: true })
    for (const words of ['first', 'second']) {
      const page = await phone.window()
      const to = (await page.lookAtLock())?.notes
      if (!to) throw new Error('notes are not allowed')
      const drafts = await page.noteDrafts(to)
      drafts.keep({ words })
      drafts.close()
    }
    await lock.takeAway()
    expect([...phone.storage.kept.keys()].some(name => name.includes('note-draft'))).toBe(false)
    for (const words of ['second', 'first']) {
      const page = await phone.window()
      await page.open()
      await page.adoptDrafts()
      expect(page.readDraft('log', Words)).toEqual({ words })
      page.dropSlot('log')
    }
  })

  test('that was written on after its draft was saved elsewhere is an entry of its own', async () => {
    const phone = new LockPhone()
    ;(await phone.lock({ notes: true })).diary.close()
    const writing = await phone.window()
    const elsewhere = await phone.unlocked()
    await elsewhere.diary.saveIncident(anIncident({ place: 'Begun' }), id)
    await writing.saveNote(anIncident({ place: 'Begun, and gone on' }), id)
    for (const notes of [1, 0]) {
      const again = await phone.unlocked()
      expect(again.opened).toMatchObject({ notes, waiting: 0 })
      const { entries } = await again.diary.listIncidents({ limit: 9 })
      expect(entries.map(({ content }) => content.place)).toEqual(['Begun, and gone on', 'Begun'])
    }
  })

  test('half written stays where it is while there is no room to take it up, and the diary opens', async () => {
    const phone = new LockPhone()
    ;(await phone.lock({ notes: true })).diary.close()
    const page = await phone.window()
    const to = (await page.lookAtLock())?.notes
    if (!to) throw new Error('notes are not allowed')
    const drafts = await page.noteDrafts(to)
    const words = 'half written '.repeat(100)
    drafts.keep({ words })
    drafts.close()
    phone.storage.room = 400
    await (await phone.unlocked()).adoptDrafts()
    phone.storage.room = Number.POSITIVE_INFINITY
    const after = await phone.unlocked()
    await after.adoptDrafts()
    expect(after.readDraft('log', Words)).toEqual({ words })
  })
})

describe('a backup from a phone with a lock', () => {
  const backupOf = async (diary: Diary) => readDump(textOf(dumpOf(await diary.dump(), instantAt(0))))
  const placesOf = async (diary: Diary) =>
    (await diary.listIncidents({ limit: 9 })).entries.map(({ content }) => content.place).sort()

  test('brings its entries and no lock: it can lock nobody out', async () => {
    const other = new LockPhone()
    const { diary: theirs } = await other.lock({ passcode: 'their own passcode' })
    await theirs.saveIncident(anIncident({ place: 'Theirs' }))
    const backup = await backupOf(theirs)
    expect(JSON.stringify(backup)).not.toMatch(/"(ways|ring|keys|wrapped|kdf)"/)

    const open = new LockPhone()
    const mine = await (await open.window()).open()
    await mine.takeIn(backup)
    mine.close()
    const again = await (await open.window()).open()
    expect(again.locked).toBe(false)
    expect(await placesOf(again)).toEqual(['Theirs'])

    const locked = new LockPhone()
    const { diary } = await locked.lock()
    await diary.saveIncident(anIncident({ place: 'Mine' }))
    await diary.takeIn(backup)
    diary.close()
    const page = await locked.window()
    expect(await page.unlock(byPasscode('their own passcode'))).toEqual({ is: 'wrong' })
    const unlocked = await locked.unlocked()
    expect(await placesOf(unlocked.diary)).toEqual(['Mine', 'Theirs'])
  })

  test('that lies beside the drafts locks no diary that is open', async () => {
    const other = new LockPhone()
    await other.lock()
    const phone = new LockPhone()
    const mine = await (await phone.window()).open()
    await mine.saveIncident(anIncident({ place: 'Mine' }))
    mine.close()
    const box = [...other.storage.kept].find(([name]) => name.endsWith('.keys'))
    if (!box) throw new Error('no box beside the drafts')
    phone.storage.kept.set(...box)
    const again = await (await phone.window()).open()
    expect(await placesOf(again)).toEqual(['Mine'])
    expect(again.locked).toBe(false)
  })
})

test('what is under way while the keys are forgotten is sealed with none that anybody knows, and a draft stays as it was', async () => {
  // The lock falls at each moment of a save.
  for (let turns = 0; turns < 12; turns++) {
    const phone = new LockPhone()
    await phone.lock()
    const page = await phone.unlocked()
    const lock = await page.diary.lock()
    const other = await phone.unlocked()
    await other.diary.saveIncident(anIncident({ place: 'Hall' }))
    page.keepDraft('log', { words: 'smoke' }, 1)
    const saving = page.diary.saveIncident(anIncident({ place: 'Stairs' }, 5)).then(
      () => 1,
      () => 0,
    )
    for (let turn = 0; turn < turns; turn++) await new Promise(done => setImmediate(done))
    lock.forgetKeys()
    const saved = await saving
    expect(() => page.keepDraft('log', { words: 'smoke' }, 2)).toThrow(page.DraftNotKept)

    const again = await phone.unlocked()
    expect(again.listDrafts()).toMatchObject([{ slot: 'log', value: { words: 'smoke' } }])
    const { entries, damaged } = await again.diary.listIncidents({ limit: 9 })
    expect(damaged).toEqual([])
    expect(entries.length).toBeGreaterThanOrEqual(1 + saved)
    expect((await again.diary.checkDiary()).findings).toEqual([])
  }
})
