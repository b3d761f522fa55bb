/**
 * Searching: the page reads the sealed rows, as it reads everything (see bounded.ts), and a worker opens them and looks
 * through them. It ends with the search, and with it everything that it opened.
 */
import { Dexie } from 'dexie'
import type { Query } from '../../core/search.ts'
import { bounded } from '../bounded.ts'
import type { Context } from '../context.ts'
import { type Place, placeOf } from '../reading.ts'
import { counts } from '../reading-all.ts'
import type { FromSearch, Hit, Searched, ToSearch } from './search-index.ts'
import workerAddress from './search-worker.ts?worker&url'

export interface Found {
  /** Newest first. */
  hits: readonly Hit[]
  looked: number
  /** How many entries there are to look through. */
  of: number
  unread: number
  done: boolean
}

export interface Search {
  /** Asks; what was asked before is answered no more. */
  ask: (query: Query) => void
  /** Reads the diary again, after a change. */
  readAgain: () => void
  end: () => void
}

export interface SearchOptions {
  type: Searched
  /** Starts one of our own scripts as a module worker, in the way the policy asks for. */
  startWorker: (address: string) => Worker
  /** Called with all that was found so far, again and again while the diary is looked through. */
  onFound: (found: Found) => void
  onError: (error: unknown) => void
}

/** The first rows are few, so that the first answer is quick. */
const rows = { first: 60, later: 250 }

export function search(ctx: Context, { type, startWorker, onFound, onError }: SearchOptions): Search {
  const worker = startWorker(workerAddress)
  const tell = (message: ToSearch) => worker.postMessage(message)
  let [asks, rounds] = [0, 0]
  let of = 0
  let hits: Hit[] = []
  const waiting: (() => void)[] = []
  worker.addEventListener('message', ({ data }: MessageEvent<FromSearch>) => {
    if (data.is === 'ready') return waiting.shift()?.()
    if (data.ask !== asks) return
    const { looked, unread, done } = data
    if (data.from === 0) hits = []
    hits.push(...data.hits)
    onFound({ hits: [...hits], looked, of: Math.max(of, looked), unread, done })
  })
  worker.addEventListener('error', event => onError(new Error(event.message || 'the worker did not start')))

  /** Resolves once the worker has looked through them. */
  function hand(some: { rows: unknown[]; last: boolean }): Promise<void> {
    tell({ is: 'rows', ...some })
    return new Promise(resolve => waiting.push(resolve))
  }

  async function read(): Promise<void> {
    const round = ++rounds
    tell({ is: 'begin', type, ring: ctx.ring })
    of = (await counts(ctx))[type]
    let handed: Promise<void> | undefined
    for await (const some of newestFirst(ctx, type)) {
      // The next rows are read while the worker looks through these; a huge diary does not pile up there.
      await handed
      if (round !== rounds) return
      const first = handed === undefined
      handed = hand(some)
      if (!first || type === 'report') continue
      const reports: unknown[] = []
      for await (const { rows } of newestFirst(ctx, 'report')) reports.push(...rows)
      if (round !== rounds) return
      tell({ is: 'reports', rows: reports })
    }
  }
  const readAgain = () => void read().catch(onError)
  readAgain()

  return {
    ask: query => tell({ is: 'ask', ask: ++asks, query }),
    readAgain,
    end() {
      rounds = -1
      worker.terminate()
    },
  }
}

async function* newestFirst(
  { db }: Context,
  type: Searched,
): AsyncGenerator<{ rows: unknown[]; last: boolean }> {
  let before: Place | undefined
  let size = rows.first
  for (;;) {
    const upTo = before ? [type, before.happened, before.number, before.id] : [type, Dexie.maxKey]
    const some: unknown[] = await bounded('read', () =>
      db.entries
        .where('[type+happened+number+id]')
        .between([type, Dexie.minKey], upTo)
        .reverse()
        .limit(size)
        .toArray(),
    )
    before = placeOf(some.at(-1))
    const last = some.length < size || !before
    yield { rows: some, last }
    if (last) return
    size = rows.later
  }
}
