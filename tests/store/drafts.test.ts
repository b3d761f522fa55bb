import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { dumpOf } from '../../src/core/backup/read.ts'
import { instantAt } from '../../src/core/time.ts'
import { anIncident, FakeStorage, newName, openNamed } from './diary-maker.ts'

const Shape = v.strictObject({ words: v.string() })
const now = Date.UTC(2026, 10, 22, 2)

let storage: FakeStorage
/** Names of the locks that living windows hold. */
let held: Set<string>

beforeEach(() => {
  storage = new FakeStorage()
  held = new Set()
  vi.stubGlobal('localStorage', storage)
})
afterEach(() => vi.unstubAllGlobals())

/** Another window has its own modules and its own sessionStorage; localStorage and locks are the same. */
async function aWindow(session = new FakeStorage()) {
  vi.resetModules()
  vi.stubGlobal('sessionStorage', session)
  const leaving = new Map<string, () => void>()
  vi.stubGlobal('addEventListener', (name: string, listener: () => void) => leaving.set(name, listener))
  const mine = new Set<string>()
  vi.stubGlobal('navigator', {
    locks: {
      request: async (name: string) => {
        held.add(name)
        mine.add(name)
      },
      query: async () => ({ held: [...held].map(name => ({ name })) }),
    },
  })
  const drafts = await import('../../src/store/outside/drafts.ts')
  const kill = () => {
    for (const name of mine) held.delete(name)
  }
  const leave = () => {
    leaving.get('pagehide')?.()
    kill()
  }
  return { ...drafts, kill, leave }
}

describe('a draft', () => {
  test('is there after a reload of its window, until it is dropped', async () => {
    const session = new FakeStorage()
    const before = await aWindow(session)
    before.keepDraft('incident', { words: 'Smell' }, now)
    before.keepDraft('incident', { words: 'Smell in the hall' }, now + 1000)
    before.leave()
    const after = await aWindow(session)
    expect(after.readDraft('incident', Shape)).toEqual({ words: 'Smell in the hall' })
    expect(after.listDrafts()).toMatchObject([
      { slot: 'incident', here: true, value: { words: 'Smell in the hall' } },
    ])
    after.dropSlot('incident')
    expect(after.readDraft('incident', Shape)).toBeUndefined()
    expect(after.listDrafts()).toEqual([])
  })

  test('is offered after the browser was killed, though the window is another one', async () => {
    const session = new FakeStorage()
    const before = await aWindow(session)
    before.keepDraft('incident', { words: 'Smell' }, now)
    const after = await aWindow(session)
    expect(after.readDraft('incident', Shape)).toBeUndefined()
    const [draft] = after.listDrafts()
    expect(draft).toMatchObject({
      slot: 'incident',
      here: false,
      kept: '2026-11-22T02:00:00.000Z',
      value: { words: 'Smell' },
    })
    if (draft) after.dropDraft(draft)
    expect(after.listDrafts()).toEqual([])
  })

  test('does not overwrite another window’s, nor does a copied tab’s', async () => {
    const session = new FakeStorage()
    const one = await aWindow(session)
    one.keepDraft('incident', { words: 'One' }, now)
    const copied = new FakeStorage()
    for (const [name, value] of session.kept) copied.setItem(name, value)
    const two = await aWindow(copied)
    two.keepDraft('incident', { words: 'Two' }, now + 1000)
    expect(one.readDraft('incident', Shape)).toEqual({ words: 'One' })
    expect(two.readDraft('incident', Shape)).toEqual({ words: 'Two' })
    expect(two.listDrafts().map(({ value }) => value)).toEqual([{ words: 'Two' }, { words: 'One' }])
    two.dropSlot('incident')
    expect(one.readDraft('incident', Shape)).toEqual({ words: 'One' })
  })

  test('of another shape is not taken for one of this', async () => {
    const page = await aWindow()
    page.keepDraft('incident', { words: 7 }, now)
    expect(page.readDraft('incident', Shape)).toBeUndefined()
    expect(page.listDrafts()).toHaveLength(1)
  })

  test('lies sealed: none of its words stand in the storage', async () => {
    const page = await aWindow()
    page.keepDraft('incident', { words: 'a marker word' }, now)
    const all = [...storage.kept].flat().join('\n')
    expect(all).not.toContain('marker')
    expect(all).not.toContain(Buffer.from('marker').toString('base64').slice(0, 6))
  })

  test('that the browser does not take says so', async () => {
    const page = await aWindow()
    page.keepDraft('incident', { words: 'x' }, now)
    storage.room = 100
    expect(() => page.keepDraft('incident', { words: 'x' }, now)).toThrow(page.DraftNotKept)
    vi.stubGlobal('localStorage', undefined)
    expect(() => page.keepDraft('incident', { words: 'x' }, now)).toThrow(page.DraftNotKept)
    expect(page.listDrafts()).toEqual([])
  })

  test('that was altered or cut is left out and left where it is; the others are still read', async () => {
    const page = await aWindow()
    page.keepDraft('a', { words: 'a' }, now)
    page.keepDraft('b', { words: 'b' }, now)
    const [name, value] = [...storage.kept].find(([key]) => key.endsWith('.a')) ?? ['', '']
    storage.setItem(name, value.slice(0, -9))
    expect(page.listDrafts().map(({ slot }) => slot)).toEqual(['b'])
    storage.setItem(name, 'not even JSON')
    expect(page.listDrafts().map(({ slot }) => slot)).toEqual(['b'])
    expect(storage.kept.has(name)).toBe(true)
  })
})

describe('a window that starts', () => {
  test('takes over what a killed one left, and leaves a living one alone', async () => {
    const killed = await aWindow()
    killed.keepDraft('incident', { words: 'Killed' }, now)
    killed.keepDraft('report', { words: 'Killed too' }, now)
    const living = await aWindow()
    living.keepDraft('report', { words: 'Living' }, now + 1000)
    killed.kill()
    const page = await aWindow()
    await page.adoptDrafts()
    expect(page.readDraft('incident', Shape)).toEqual({ words: 'Killed' })
    expect(page.readDraft('report', Shape)).toEqual({ words: 'Killed too' })
    expect(page.listDrafts().filter(({ here }) => !here)).toMatchObject([{ value: { words: 'Living' } }])
  })

  test('takes the newest of several, and the others wait until its place is free', async () => {
    for (const [i, words] of ['Old', 'New'].entries()) {
      const killed = await aWindow()
      killed.keepDraft('incident', { words }, now + i)
      killed.kill()
    }
    const page = await aWindow()
    await page.adoptDrafts()
    expect(page.readDraft('incident', Shape)).toEqual({ words: 'New' })
    page.dropSlot('incident')
    await page.adoptDrafts()
    expect(page.readDraft('incident', Shape)).toEqual({ words: 'Old' })
  })

  test('never puts one in the place of its own', async () => {
    const killed = await aWindow()
    killed.keepDraft('incident', { words: 'Killed' }, now + 1000)
    killed.kill()
    const page = await aWindow()
    page.keepDraft('incident', { words: 'Own' }, now)
    await page.adoptDrafts()
    expect(page.readDraft('incident', Shape)).toEqual({ words: 'Own' })
    expect(page.listDrafts()).toHaveLength(2)
  })

  test('leaves one where it is while there is no room for a second of it, and goes on', async () => {
    const killed = await aWindow()
    const words = 'Killed '.repeat(100)
    killed.keepDraft('incident', { words }, now + 1000)
    killed.keepDraft('report', { words: 'Short' }, now)
    killed.kill()
    const page = await aWindow()
    storage.room = 400
    await page.adoptDrafts()
    expect(page.readDraft('report', Shape)).toEqual({ words: 'Short' })
    storage.room = Number.POSITIVE_INFINITY
    await page.adoptDrafts()
    expect(page.readDraft('incident', Shape)).toEqual({ words })
  })
})

describe('beside the database', () => {
  test('drafts from before it ever opened are read after it did, and lie under its key from then on', async () => {
    const page = await aWindow()
    page.keepDraft('incident', { words: 'Before' }, now)
    const diary = await openNamed(newName())
    expect(page.readDraft('incident', Shape)).toEqual({ words: 'Before' })
    page.keepDraft('incident', { words: 'After' }, now)
    expect(page.readDraft('incident', Shape)).toEqual({ words: 'After' })
    diary.close()
  })

  test('a diary that opens with keys of its own keeps those that older drafts need', async () => {
    const name = newName()
    ;(await openNamed(name)).close()
    storage.clear()
    const page = await aWindow()
    page.keepDraft('incident', { words: 'While it did not answer' }, now)
    const diary = await openNamed(name)
    expect(page.readDraft('incident', Shape)).toEqual({ words: 'While it did not answer' })
    diary.close()
  })

  test('a draft that localStorage lost, or whose newest words it lost, comes back from its copy', async () => {
    const name = newName()
    const page = await aWindow()
    const { openDiary } = await import('../../src/store/diary.ts')
    const open = () => openDiary({ clock: () => now, zone: () => 'Europe/London', databaseName: name })
    const diary = await open()
    page.keepDraft('a', { words: 'A' }, now)
    page.keepDraft('b', { words: 'Old' }, now)
    const old = new Map(storage.kept)
    page.keepDraft('b', { words: 'New' }, now + 1)
    page.keepDraft('c', { words: 'C' }, now)
    page.dropSlot('c')
    await diary.counts()
    diary.close()
    // Not copied any more: newer than the copy.
    page.keepDraft('a', { words: 'Newer' }, now + 1)
    const newer = [...storage.kept].find(([key]) => key.endsWith('.a')) ?? ['', '']
    storage.clear()
    for (const [key, value] of old) if (key.endsWith('.b')) storage.setItem(key, value)
    storage.setItem(...newer)
    ;(await open()).close()
    expect(page.readDraft('a', Shape)).toEqual({ words: 'Newer' })
    expect(page.readDraft('b', Shape)).toEqual({ words: 'New' })
    expect(page.readDraft('c', Shape)).toBeUndefined()
  })

  test('removing words drops the drafts about that entry, in every window', async () => {
    const other = await aWindow()
    const diary = await openNamed(newName())
    const { entry } = await diary.saveIncident(anIncident({ place: 'At the Smiths' }))
    other.keepDraft(`incident/${entry.id}`, { words: 'At the Smiths' }, now)
    other.keepDraft('incident', { words: 'Something else' }, now)
    await diary.removeWords(entry.id, { fields: ['place'], why: 'A name' })
    expect(other.listDrafts().map(({ slot }) => slot)).toEqual(['incident'])
    diary.close()
  })

  test('and the draft that was saved as that entry and never taken away', async () => {
    const other = await aWindow()
    const diary = await openNamed(newName())
    const { entry } = await diary.saveIncident(anIncident({ place: 'At the Smiths' }))
    other.keepDraft('log', { id: entry.id, words: 'At the Smiths' }, now)
    other.keepDraft('tell', { id: 'another', about: entry.id }, now)
    await diary.removeWords(entry.id, { fields: ['place'], why: 'A name' })
    expect(other.listDrafts().map(({ slot }) => slot)).toEqual(['tell'])
    diary.close()
  })

  test('a restore that removes words drops the drafts about that entry alone', async () => {
    const page = await aWindow()
    const [here, there] = [await openNamed(newName()), await openNamed(newName())]
    const { entry } = await here.saveIncident(anIncident({ place: 'At the Smiths' }))
    const { entry: another } = await here.saveIncident(anIncident())
    await there.takeIn(dumpOf(await here.dump(), instantAt(now)))
    for (const { id } of [entry, another]) page.keepDraft(`change/${id}`, { words: 'At the Smiths' }, now)
    await there.removeWords(entry.id, { fields: ['place'], why: 'A name' })
    await there.amendIncident(another.id, { ...another.content, place: 'Hall' })
    await here.takeIn(dumpOf(await there.dump(), instantAt(now)))
    expect(page.listDrafts().map(({ slot }) => slot)).toEqual([`change/${another.id}`])
    for (const diary of [here, there]) diary.close()
  })

  test('erasing everything erases them too', async () => {
    const page = await aWindow()
    const diary = await openNamed(newName())
    page.keepDraft('incident', { words: 'x' }, now)
    await diary.eraseEverything()
    expect(page.listDrafts()).toEqual([])
    diary.close()
  })
})
