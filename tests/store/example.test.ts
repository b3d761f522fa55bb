/** Two sorts of window on one phone: one that shows the example, one that shows the real diary. */
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FakeStorage, raw, tickingClock } from './diary-maker.ts'

const storage = new FakeStorage()
const zone = () => 'Europe/London'
const started = Date.UTC(2026, 10, 22, 2, 0, 0)

beforeEach(() => {
  storage.clear()
  vi.stubGlobal('localStorage', storage)
})
afterEach(() => vi.unstubAllGlobals())

/** All of the store as a window loads it. */
async function aWindow(seen?: number) {
  vi.resetModules()
  const session = new FakeStorage()
  if (seen !== undefined) session.setItem('doorstep.example', String(seen))
  vi.stubGlobal('sessionStorage', session)
  const [here, make, left, drafts, diary] = await Promise.all([
    import('../../src/store/example/here.ts'),
    import('../../src/store/example/make-rarely.ts'),
    import('../../src/store/example/left.ts'),
    import('../../src/store/outside/drafts.ts'),
    import('../../src/store/diary.ts'),
  ])
  const open = () => diary.openDiary({ clock: tickingClock(), zone })
  return { ...here, ...make, ...left, ...drafts, open }
}
const exampleWindow = () => aWindow(Date.now())
const databases = async () => (await indexedDB.databases()).map(({ name }) => name)
const namesOf = (begins: string) => [...storage.kept.keys()].filter(name => name.startsWith(begins))
const form = (words: string) => ({
  id: '00000000-0000-4000-8000-000000000000',
  at: started,
  form: { whatHappened: words, incidents: ['e0000000-0000-4000-8000-100000000001'] },
  resume: true,
  onTop: 3,
})

it('stands whole, verifies, and is made once', async () => {
  const window = await exampleWindow()
  expect(window.inExample).toBe(true)
  await window.makeExample(started, 'Europe/London')
  await window.makeExample(started + 90_000_000, 'Europe/London')
  const diary = await window.open()
  expect(diary.found.state).toBe('ok')
  const { incident, report } = await diary.counts()
  expect(incident).toBeGreaterThan(30)
  expect(report).toBe(6)
  expect((await diary.profile()).name).toBe('Example Resident')
  expect((await diary.checkDiary()).findings).toEqual([])
  diary.close()
  expect(await databases()).not.toContain('doorstep-diary')
  expect(namesOf('doorstep-diary.')).toEqual([])
  await (await aWindow()).emptyExample()
})

it('neither sees nor touches the other', async () => {
  const real = await aWindow()
  const own = await real.open()
  await own.saveIncident({ kinds: ['noise'], happened: '2026-11-22T01:00:00+00:00[Europe/London]' as never })
  real.keepDraft('log', form('mine'), started)
  const before = new Map(storage.kept)

  const window = await exampleWindow()
  await window.makeExample(started, 'Europe/London')
  const diary = await window.open()
  await diary.saveIncident({
    kinds: ['noise'],
    happened: '2026-11-22T01:30:00+00:00[Europe/London]' as never,
  })
  window.keepDraft('tell', form('theirs'), started)
  expect(window.listDrafts().map(({ slot }) => slot)).toEqual(['tell'])
  diary.close()
  for (const [name, value] of before) expect(storage.getItem(name)).toBe(value)

  const later = await aWindow()
  expect(later.exampleIsLeft()).toBe(true)
  await later.emptyExample()
  expect((await own.counts()).incident).toBe(1)
  own.close()
  for (const [name, value] of before) expect(storage.getItem(name)).toBe(value)
  for (const one of later.wordsLeft()) later.dropWords(one)
  await later.emptyExample()
  expect(later.exampleIsLeft()).toBe(false)
  expect(namesOf('doorstep-example')).toEqual([])
  expect(await databases()).not.toContain('doorstep-example')
})

it('words typed there outlive it until somebody decides, and become another entry about nothing of it', async () => {
  const window = await exampleWindow()
  await window.makeExample(started, 'Europe/London')
  const diary = await window.open()
  window.keepDraft('log', form('real after all'), started)
  window.keepDraft('change/e0000000-0000-4000-8000-100000000001', form('about what is made up'), started)
  // A killed browser lost it; the database has the copy.
  await vi.waitFor(async () =>
    expect(await raw('doorstep-example', db => db.table('drafts').count())).toBe(2),
  )
  for (const name of namesOf('doorstep-example.draft.')) storage.removeItem(name)
  diary.close()

  const real = await aWindow()
  await real.emptyExample()
  expect(await databases()).not.toContain('doorstep-example')
  const [left, ...more] = real.wordsLeft()
  if (!left) throw new Error('the words are gone')
  expect(more).toEqual([])
  expect(left.form).toBe('log')
  const own = await real.open()
  expect(real.takeAsOwn(left)).toBe(true)
  expect(real.wordsLeft()).toEqual([])
  const [draft] = real.listDrafts()
  expect(draft?.value).toEqual({
    id: expect.not.stringMatching(/^00000000/),
    at: started,
    form: { whatHappened: 'real after all', incidents: [] },
    resume: false,
  })
  // A form with other words in it is left alone.
  expect(real.takeAsOwn(left)).toBe(false)
  own.close()
})

it('words that were taken along before it was emptied are not left a second time', async () => {
  const window = await exampleWindow()
  await window.makeExample(started, 'Europe/London')
  const example = await window.open()
  window.keepDraft('log', form('real this time'), started)
  await vi.waitFor(async () =>
    expect(await raw('doorstep-example', db => db.table('drafts').count())).toBe(1),
  )
  example.close()
  const real = await aWindow()
  const diary = await real.open()
  const [left] = real.wordsLeft()
  if (!left) throw new Error('the words are gone')
  expect(real.takeAsOwn(left)).toBe(true)
  await real.emptyExample()
  expect(real.wordsLeft()).toEqual([])
  expect(namesOf('doorstep-example')).toEqual([])
  const own = real.listDrafts().filter(({ value }) => JSON.stringify(value).includes('real this time'))
  expect(own).toHaveLength(1)
  diary.close()
})

it('a window that nobody looked at for ten minutes is one of the real diary', async () => {
  expect((await aWindow(Date.now() - 9 * 60_000)).inExample).toBe(true)
  expect((await aWindow(Date.now() - 11 * 60_000)).inExample).toBe(false)
  const window = await exampleWindow()
  window.leaveExample()
  // Turning away while leaving does not bring it back.
  window.stayInExample()
  expect(sessionStorage.getItem('doorstep.example')).toBeNull()
})
