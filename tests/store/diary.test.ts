import { describe, expect, test } from 'vitest'
import { aDiary, anIncident, newName, openNamed } from './diary-maker.ts'

describe('saving', () => {
  test('gives what was written, numbered, and it is there after opening again', async () => {
    const name = newName()
    const diary = await openNamed(name)
    expect(diary.found).toEqual({ state: 'new' })
    const first = await diary.saveIncident(anIncident({ place: 'Kitchen' }))
    const second = await diary.saveIncident(anIncident({ strength: 4 }, 5))
    expect([first.entry.number, second.entry.number]).toEqual([1, 2])
    expect(first.entry.content).toEqual(anIncident({ place: 'Kitchen' }))
    expect(first.savedAt).toBe(first.entry.firstWritten)
    diary.close()

    const again = await openNamed(name)
    expect(again.found).toEqual({ state: 'ok' })
    expect(await again.getEntry(first.entry.id)).toEqual(first.entry)
    expect((await again.listIncidents({ limit: 10 })).entries).toEqual([second.entry, first.entry])
    expect(await again.counts()).toEqual({ incident: 2, report: 0, share: 0 })
    again.close()
  })

  test('the same id saved twice is one entry; with other words it is an amendment', async () => {
    const diary = await aDiary()
    const id = crypto.randomUUID()
    await diary.saveIncident(anIncident(), id)
    const second = await diary.saveIncident(anIncident(), id)
    expect([second.entry.number, second.entry.revisions]).toEqual([1, 1])
    const third = await diary.saveIncident(anIncident({ strength: 2 }), id)
    expect([third.entry.number, third.entry.revisions]).toEqual([1, 2])
    expect(await diary.counts()).toEqual({ incident: 1, report: 0, share: 0 })
    diary.close()
  })
})

describe('amending', () => {
  test('keeps every version, and says whether it filled or replaced', async () => {
    const diary = await aDiary()
    const { entry } = await diary.saveIncident(anIncident({ span: { is: 'ongoing' } }))
    await diary.amendIncident(entry.id, anIncident({ span: { is: 'about', minutes: 30 } }))
    await diary.amendIncident(entry.id, anIncident({ span: { is: 'about', minutes: 60 } }))
    const same = await diary.amendIncident(entry.id, anIncident({ span: { is: 'about', minutes: 60 } }))
    expect(same.entry.revisions).toBe(3)
    const history = await diary.history(entry.id)
    expect(history.map(({ revision, change, content }) => [revision, change, content])).toEqual([
      [1, 'first', anIncident({ span: { is: 'ongoing' } })],
      [2, 'added', anIncident({ span: { is: 'about', minutes: 30 } })],
      [3, 'changed', anIncident({ span: { is: 'about', minutes: 60 } })],
    ])
    diary.close()
  })

  test('is refused on top of versions that the form has not seen', async () => {
    const diary = await aDiary()
    const { entry } = await diary.saveIncident(anIncident())
    await diary.amendIncident(entry.id, anIncident({ strength: 1 }), 1)
    await expect(diary.amendIncident(entry.id, anIncident({ strength: 2 }), 1)).rejects.toMatchObject({
      name: 'Refused',
      why: 'meanwhile',
    })
    diary.close()
  })
})

describe('withdrawing', () => {
  test('leaves the number and the reason, and can be taken back', async () => {
    const diary = await aDiary()
    const { entry } = await diary.saveIncident(anIncident())
    const gone = await diary.withdraw(entry.id, 'It was my own cooking')
    expect(gone.entry.withdrawn).toEqual({ at: gone.savedAt, why: 'It was my own cooking' })
    expect((await diary.listIncidents({ limit: 10 })).entries).toEqual([])
    expect((await diary.listIncidents({ limit: 10, includeWithdrawn: true })).entries).toEqual([gone.entry])
    await expect(diary.amendIncident(entry.id, anIncident({ strength: 1 }))).rejects.toMatchObject({
      why: 'withdrawn',
    })
    const back = await diary.restore(entry.id)
    expect(back.entry.withdrawn).toBeUndefined()
    expect(back.entry.content).toEqual(entry.content)
    expect(back.entry.code).toBe(entry.code)
    expect((await diary.history(entry.id)).map(({ change }) => change)).toEqual([
      'first',
      'withdrawn',
      'restored',
    ])
    diary.close()
  })
})

test('the list pages from the newest happened to the oldest, whatever the order of writing', async () => {
  const diary = await aDiary()
  for (const minutes of [5, 1, 9, 1, 7]) await diary.saveIncident(anIncident({}, minutes))
  const withdrawn = (await diary.listIncidents({ limit: 1 })).entries[0]
  if (withdrawn) await diary.withdraw(withdrawn.id, 'twice')
  const numbers: number[] = []
  let before: Awaited<ReturnType<typeof diary.listIncidents>>['next']
  do {
    const page = await diary.listIncidents({ limit: 2, ...(before ? { before } : {}) })
    numbers.push(...page.entries.map(({ number }) => number))
    before = page.next
  } while (before)
  expect(numbers).toEqual([5, 1, 4, 2])
  const batches = []
  for await (const { entries } of diary.allEntries('incident')) batches.push(...entries)
  expect(batches.map(({ number }) => number)).toEqual([2, 4, 1, 5, 3])
  diary.close()
})

test('what still goes on is known without opening every entry', async () => {
  const diary = await aDiary()
  const { entry: one } = await diary.saveIncident(anIncident({ span: { is: 'ongoing' } }, 1))
  const { entry: two } = await diary.saveIncident(anIncident({ span: { is: 'ongoing' } }, 2))
  await diary.saveIncident(anIncident({}, 3))
  expect((await diary.openIncidents()).map(({ id }) => id)).toEqual([two.id, one.id])
  await diary.amendIncident(two.id, anIncident({ span: { is: 'about', minutes: 5 } }, 2))
  await diary.withdraw(one.id, 'not here')
  expect(await diary.openIncidents()).toEqual([])
  await diary.restore(one.id)
  expect((await diary.openIncidents()).map(({ id }) => id)).toEqual([one.id])
  diary.close()
})

test('the last used kinds and place come back, but never worry about somebody', async () => {
  const diary = await aDiary()
  expect(await diary.lastUsed()).toBeUndefined()
  await diary.saveIncident(anIncident({ kinds: ['noise'], place: 'Hall' }))
  await diary.saveIncident(anIncident({ kinds: ['worried'] }))
  expect(await diary.lastUsed()).toEqual({ kinds: ['noise'], place: 'Hall', zone: 'Europe/London' })
  await diary.saveIncident(anIncident({ kinds: ['people', 'worried'] }))
  expect(await diary.lastUsed()).toEqual({ kinds: ['people'], zone: 'Europe/London' })
  diary.close()
})
