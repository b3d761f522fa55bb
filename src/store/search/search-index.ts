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

/**
 * `begin` starts a reading of the whole diary, which the `rows` that follow are: newest first. Among incidents the
 * `reports`, which know the police references, come after the first few, so that nobody waits for them.
 */
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

/** `ready`: the rows that were handed over are looked through. */
export type FromSearch = { is: 'ready' } | ({ is: 'answer' } & Answer)

export interface Answer {
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
  let asked: { ask: number; query: Query } | undefined
  let found: Findable[] = []
  let hits = 0
  let [unread, done] = [0, false]
  let type: Searched = 'incident'
  let ring: Ring | undefined
  /** Of incidents: `undefined` until the reports were looked through. */
  let referenced: ReadonlySet<string> | undefined

  /** Answers with those of `fresh` that fit, however few. */
  function answer(fresh: readonly Findable[]): void {
    if (!asked) return
    const { ask, query } = asked
    const ready = referenced !== undefined || type === 'report' || query.policeReference === undefined
    const fits = ready ? finder(query, referenced ?? new Set()) : () => false
    const fitting = fresh.filter(fits).map(({ id, date }) => ({ id, date }))
    for (let i = 0; i === 0 || i < fitting.length; i += atOnce) {
      const some = fitting.slice(i, i + atOnce)
      tell({ is: 'answer', ask, from: hits, hits: some, looked: found.length, unread, done: done && ready })
      hits += some.length
    }
  }

  function open(row: unknown): Findable | undefined {
    const { id, seq, chain } = row as { id: string; seq: number; chain: string }
    const before = known.get(id)
    if (before?.seq === seq && before.chain === chain) return before.findable
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
        if (asked?.query.policeReference === undefined) break
        hits = 0
        answer(found)
        break
      case 'rows': {
        const fresh = message.rows.flatMap(row => open(row) ?? [])
        found.push(...fresh)
        done = message.last
        answer(fresh)
        tell({ is: 'ready' })
        break
      }
      case 'ask':
        asked = message
        hits = 0
        answer(found)
    }
  }
}

/** All of an entry that stands on its page, and its number and code. */
const allSaid = (entry: Entry, said: readonly { words: string }[]): string =>
  [shownNumber(entry), entry.code, ...said.map(({ words }) => words)].join('\n')
