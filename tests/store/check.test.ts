import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Diary } from '../../src/store/diary.ts'
import { anIncident, newName, openNamed, raw } from './diary-maker.ts'

/** A diary with amendments, withdrawals, removed words, a report, a profile: something of everything. */
async function aFullDiary(name: string): Promise<Diary> {
  const diary = await openNamed(name)
  const { entry: one } = await diary.saveIncident(anIncident({ whatHappened: 'Mr Smith at number 4' }))
  await diary.amendIncident(one.id, anIncident({ whatHappened: 'A smell in the hall', strength: 5 }))
  const { entry: two } = await diary.saveIncident(anIncident({ span: { is: 'ongoing' } }, 3))
  await diary.withdraw(two.id, 'My own cooking')
  await diary.restore(two.id)
  await diary.saveReport({ to: 'police', told: anIncident().happened, incidents: [one.id] })
  await diary.removeWords(one.id, { revision: 1, fields: ['whatHappened'], why: 'It was not him' })
  await diary.saveProfile({ name: 'A. Resident' })
  return diary
}

test('a diary written by the app is in order', async () => {
  const diary = await aFullDiary(newName())
  const told: [number, number][] = []
  expect(await diary.checkDiary((done, of) => told.push([done, of]))).toEqual({
    revisions: 7,
    entries: 3,
    findings: [],
  })
  expect(told.at(-1)).toEqual([10, 10])
  diary.close()
})

type Row = Record<string, unknown>

/** Every byte of a row that could be flipped: those of its bytes, and those of its texts and numbers as text. */
function flip(row: Row, column: string, at: number, bit: number): Row {
  const value = row[column]
  if (value instanceof Uint8Array) {
    const bytes = value.slice()
    const i = at % bytes.length
    bytes[i] = (bytes[i] ?? 0) ^ (1 << bit)
    return { ...row, [column]: bytes }
  }
  const text = String(value)
  const i = at % text.length
  const turned = String.fromCharCode(text.charCodeAt(i) ^ (1 << (bit % 7)))
  const flipped = text.slice(0, i) + turned + text.slice(i + 1)
  return {
    ...row,
    [column]: typeof value === 'number' && !Number.isNaN(Number(flipped)) ? Number(flipped) : flipped,
  }
}

describe('one flipped byte is found', () => {
  for (const table of ['revisions', 'entries', 'small']) {
    test(`anywhere in ${table}`, async () => {
      const name = newName()
      const diary = await aFullDiary(name)
      const rows = await raw(name, db => db.table(table).toArray() as Promise<Row[]>)
      const columns = Object.keys(rows[0] ?? {})
      await fc.assert(
        fc.asyncProperty(
          fc.nat(rows.length - 1),
          fc.constantFrom(...columns),
          fc.nat(),
          fc.nat(7),
          async (which, column, at, bit) => {
            const row = rows[which] ?? {}
            const flipped = flip(row, column, at, bit)
            await raw(name, async db => {
              await db.table(table).clear()
              await db.table(table).bulkPut(rows.map(one => (one === row ? flipped : one)))
            })
            expect((await diary.checkDiary()).findings).not.toEqual([])
          },
        ),
        { numRuns: 150 },
      )
      await raw(name, async db => {
        await db.table(table).clear()
        await db.table(table).bulkPut(rows)
      })
      expect((await diary.checkDiary()).findings).toEqual([])
      diary.close()
    })
  }

  test('a row that is gone is found', async () => {
    for (const table of ['revisions', 'entries']) {
      const name = newName()
      const diary = await aFullDiary(name)
      const rows = await raw(name, db => db.table(table).toArray() as Promise<Row[]>)
      for (const row of rows) {
        await raw(name, async db => {
          await db.table(table).clear()
          await db.table(table).bulkPut(rows.filter(one => one !== row))
        })
        expect((await diary.checkDiary()).findings, JSON.stringify(row)).not.toEqual([])
      }
      diary.close()
    }
  })
})
