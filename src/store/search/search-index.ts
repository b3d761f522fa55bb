/** What the worker of a search does: opens the rows it is handed, keeps them ready to be looked through, and answers. */

import { type Entry, shownNumber } from '../../core/record.ts'
import {
  type Findable,
  findableIncident,
  findableReport,
  finder,
  policeReferenced,
  type Query,
} from '../../core/search.ts'
import type { Ring } from '../../seal/ring.ts'
import { saidOf } from '../../text/incident.ts'
import { saidOfReport } from '../../text/report.ts'
import { entryOf, unsealEntry } from '../bodies.ts'
import { Damaged } from '../errors.ts'

export type Searched = 'incident' | 'report'

/** `begin` starts a reading of the whole diary, which the `rows` that follow are: newest first, `reports` before all. */
export type ToSearch =
  | { is: 'begin'; type: Searched; ring: Ring }
  | { is: 'reports'; rows: unknown[] }
  | { is: 'rows'; rows: unknown[]; last: boolean }
  | { is: 'ask'; ask: number; query: Query }

export interface Hit {
  id: string
  /** `2026-11-21`, as the calendar stood where it happened. */
  date: string
}

export interface FromSearch {
  /** Which question this answers. */
  ask: number
  /** The place of the first of these hits among all of this answer; from 0 it begins anew. */
  from: number
  hits: Hit[]
  /** How many entries were looked through. */
  looked: number
  /** How many rows did not open. */
  unread: number
  /** Whether all of the diary was looked through. */
  done: boolean
}

/** So many hits at most go out at once: the page takes them up without a stop. */
const atOnce = 1000

export function searchIndex(tell: (answer: FromSearch) => void): (message: ToSearch) => void {
  const known = new Map<string, { seq: number; chain: string; findable: Findable }>()
  let asked: { ask: number; fits: (findable: Findable) => boolean } | undefined
  let found: Findable[] = []
  let hits = 0
  let [unread, done] = [0, false]
  let type: Searched = 'incident'
  let ring: Ring | undefined
  let referenced: ReadonlySet<string> = new Set()

  /** Answers with those of `fresh` that fit, the first time however few. */
  function answer(fresh: readonly Findable[]): void {
    if (!asked) return
    const { ask, fits } = asked
    const fitting = fresh.filter(fits).map(({ id, date }) => ({ id, date }))
    for (let i = 0; i === 0 || i < fitting.length; i += atOnce) {
      const some = fitting.slice(i, i + atOnce)
      tell({ ask, from: hits, hits: some, looked: found.length, unread, done })
      hits += some.length
    }
  }

  function open(row: unknown): Findable | undefined {
    const { id, seq, chain } = row as { id: string; seq: number; chain: string }
    const before = known.get(id)
    // What a report says of an incident may have changed while the incident did not.
    if (before?.seq === seq && before.chain === chain)
      return type === 'incident'
        ? { ...before.findable, policeReference: referenced.has(id) }
        : before.findable
    const entry = opened(row)
    if (!entry) return undefined
    const findable =
      entry.type === 'report'
        ? findableReport(
            entry as Entry<'report'>,
            allSaid(entry, saidOfReport((entry as Entry<'report'>).content)),
          )
        : findableIncident(
            entry as Entry<'incident'>,
            allSaid(entry, saidOf((entry as Entry<'incident'>).content)),
            referenced,
          )
    known.set(id, { seq, chain, findable })
    return findable
  }

  function opened(row: unknown): Entry | undefined {
    if (!ring) return undefined
    try {
      return entryOf(unsealEntry(row, ring))
    } catch (error) {
      if (!(error instanceof Damaged)) throw error
      unread++
      return undefined
    }
  }

  return message => {
    switch (message.is) {
      case 'begin':
        ;({ type, ring } = message)
        ;[found, hits, unread, done] = [[], 0, 0, false]
        break
      case 'reports':
        referenced = policeReferenced(message.rows.flatMap(row => opened(row) ?? []) as Entry<'report'>[])
        break
      case 'rows': {
        const fresh = message.rows.flatMap(row => open(row) ?? [])
        found.push(...fresh)
        done = message.last
        answer(fresh)
        break
      }
      case 'ask':
        asked = { ask: message.ask, fits: finder(message.query) }
        hits = 0
        answer(found)
    }
  }
}

/** All of an entry that stands on its page, and its number and code. */
const allSaid = (entry: Entry, said: readonly { words: string }[]): string =>
  [shownNumber(entry), entry.code, ...said.map(({ words }) => words)].join('\n')
