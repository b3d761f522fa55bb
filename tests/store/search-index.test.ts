import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Query } from '../../src/core/search.ts'
import type { Ring } from '../../src/seal/ring.ts'
import { Tables } from '../../src/store/database.ts'
import { openTables } from '../../src/store/open.ts'
import { type Answer, type Searched, searchIndex } from '../../src/store/search/search-index.ts'
import { fill } from '../bench/fill.ts'

type Row = { id: string; type: string; number: number; happened: number; sealed: Uint8Array }

/** A search over some rows, as the worker does it, and every answer that it gave. */
async function aSearch(type: Searched) {
  const said: Answer[] = []
  const take = searchIndex(told => told.is === 'answer' && said.push(told))
  const { ring, rows } = await filled
  const of = (type: Searched) => rows.filter(row => row.type === type)
  take({ is: 'begin', type, ring })
  const reports = of('report')
  const hits = (ask: number) => said.filter(one => one.ask === ask).flatMap(one => one.hits)
  return { take, said, hits, rows: of(type), reports, ring }
}

let filled: Promise<{ ring: Ring; rows: Row[] }>

beforeAll(() => {
  filled = (async () => {
    await fill(400, Date.UTC(2026, 10, 23, 9), 'searched')
    const db = new Tables('searched')
    const { ring } = await openTables(db)
    const rows = (await db.entries.toArray()) as Row[]
    db.close()
    return { ring, rows: rows.sort((a, b) => b.happened - a.happened || b.number - a.number) }
  })()
})

describe('the worker of a search', () => {
  it('answers while the diary comes in, and the parts together are the whole answer, newest first', async () => {
    const { take, said, hits, rows } = await aSearch('incident')
    const query: Query = { words: 'smell', withdrawn: true }
    take({ is: 'ask', ask: 1, query })
    for (let i = 0; i < rows.length; i += 70)
      take({ is: 'rows', rows: rows.slice(i, i + 70), last: i + 70 >= rows.length })
    expect(said.at(-1)).toMatchObject({ ask: 1, looked: 400, unread: 0, done: true })
    expect(said.filter(one => !one.done).length).toBeGreaterThan(3)
    take({ is: 'ask', ask: 2, query })
    expect(hits(2)).toEqual(hits(1))
    const order = hits(1).map(({ id }) => rows.findIndex(row => row.id === id))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order.length).toBeGreaterThan(100)
    expect(order.length).toBeLessThan(400)
  })

  it('says where an answer begins anew', async () => {
    const { take, said, rows } = await aSearch('incident')
    take({ is: 'rows', rows, last: true })
    take({ is: 'ask', ask: 1, query: { withdrawn: true, words: '' } })
    take({ is: 'ask', ask: 2, query: { words: 'no such word anywhere' } })
    expect(said).toMatchObject([
      { ask: 1, from: 0, done: true },
      { ask: 2, from: 0, hits: [], looked: 400, done: true },
    ])
  })

  it('finds what a later reading brings, and no longer what changed', async () => {
    const { take, said, hits, rows, ring } = await aSearch('incident')
    take({ is: 'ask', ask: 1, query: { withdrawn: true } })
    take({ is: 'rows', rows: rows.slice(1), last: true })
    expect(hits(1)).toHaveLength(399)
    take({ is: 'begin', type: 'incident', ring })
    take({ is: 'reports', rows: [] })
    take({ is: 'rows', rows, last: true })
    expect(said.at(-1)).toMatchObject({ from: 0, looked: 400 })
    expect(said.at(-1)?.hits).toHaveLength(400)
    // The reports are gone, and with them the police numbers, though no incident changed.
    take({ is: 'ask', ask: 2, query: { policeReference: true, withdrawn: true } })
    expect(hits(2)).toEqual([])
  })

  it('knows which incidents have a police number from the reports', async () => {
    const { take, hits, rows, reports } = await aSearch('incident')
    take({ is: 'rows', rows, last: true })
    take({ is: 'reports', rows: reports })
    take({ is: 'ask', ask: 1, query: { policeReference: true, withdrawn: true } })
    take({ is: 'ask', ask: 2, query: { policeReference: false, withdrawn: true } })
    expect(hits(1).length).toBeGreaterThan(0)
    expect(hits(1).length + hits(2).length).toBe(400)
  })

  it('says nothing of police numbers before it has seen the reports, and then answers anew', async () => {
    const { take, said, rows, reports } = await aSearch('incident')
    take({ is: 'ask', ask: 1, query: { policeReference: false, withdrawn: true } })
    take({ is: 'rows', rows, last: true })
    expect(said.flatMap(one => one.hits)).toEqual([])
    expect(said.at(-1)?.done).toBe(false)
    take({ is: 'reports', rows: reports })
    expect(said.at(-1)).toMatchObject({ from: 0, looked: 400, done: true })
    expect(said.at(-1)?.hits.length).toBeGreaterThan(0)
    expect(said.at(-1)?.hits.length).toBeLessThan(400)
  })

  it('asks for more once it has looked through what it was handed, asked or not', async () => {
    const { ring, rows } = await filled
    const told: string[] = []
    const take = searchIndex(({ is }) => told.push(is))
    take({ is: 'begin', type: 'incident', ring })
    take({ is: 'rows', rows: rows.slice(0, 5), last: false })
    expect(told).toEqual(['ready'])
    take({ is: 'ask', ask: 1, query: { words: 'smell' } })
    take({ is: 'rows', rows: rows.slice(5, 9), last: true })
    expect(told).toEqual(['ready', 'answer', 'answer', 'ready'])
  })

  it('counts what does not open and goes on', async () => {
    const { take, said, rows } = await aSearch('report')
    const [broken, ...rest] = rows
    if (!broken) throw new Error('no report')
    const sealed = broken.sealed.map((byte, i) => (i === 60 ? byte ^ 1 : byte))
    take({ is: 'ask', ask: 1, query: { withdrawn: true } })
    take({ is: 'rows', rows: [{ ...broken, sealed }, ...rest], last: true })
    expect(said.at(-1)).toMatchObject({ unread: 1, looked: rest.length, done: true })
  })

  it('finds a number as it was given', async () => {
    const { take, hits, rows } = await aSearch('report')
    take({ is: 'rows', rows, last: true })
    take({ is: 'ask', ask: 1, query: { words: 'ASB-2026' } })
    expect(hits(1).length).toBeGreaterThan(0)
    expect(hits(1).length).toBeLessThan(rows.length)
  })
})
