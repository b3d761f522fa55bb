/** Reading the record: entries as they stand, found by index, opened only where they are wanted. */
import { Dexie } from 'dexie'
import type { Kind } from '../core/incident.ts'
import type { Entry, RecordType } from '../core/record.ts'
import { readZoned } from '../core/time.ts'
import { entryOf, unsealEntry } from './bodies.ts'
import { bounded } from './bounded.ts'
import type { Context } from './context.ts'
import { Damaged } from './errors.ts'
import { readSmall } from './small.ts'
import { inTurns } from './turns.ts'

/** A place in a list; ask for what comes before it with `before`. */
export interface Place {
  happened: number
  number: number
  id: string
}

export interface Page<T extends RecordType> {
  entries: Entry<T>[]
  /** Ids of entries that stand here but do not open. The rest of the diary is not touched by it. */
  damaged: string[]
  /** Where the list goes on; missing at its end. */
  next?: Place
}

export interface ListOptions {
  before?: Place | undefined
  /** The last place that is listed, where the list need not go on for as long as it can. */
  until?: Place | undefined
  limit: number
  includeWithdrawn?: boolean
}

/** What the last incident was filled in with, for the log that takes two taps. `worried` is never remembered. */
export interface LastUsed {
  kinds: Kind[]
  place?: string
  zone?: string
}

/** Newest happened first. */
export function list<T extends RecordType>(ctx: Context, type: T, options: ListOptions): Promise<Page<T>> {
  return bounded('read', async () => {
    const page: Page<T> = { entries: [], damaged: [] }
    const { until } = options
    let { before } = options
    while (page.entries.length < options.limit) {
      const wanted = options.limit - page.entries.length
      const rows = await ctx.db.entries
        .where('[type+happened+number+id]')
        .between(
          until ? keyOf(type, until) : [type, Dexie.minKey],
          before ? keyOf(type, before) : [type, Dexie.maxKey],
        )
        .reverse()
        .limit(wanted)
        .toArray()
      for (const { entry, damaged } of await inTurns(rows, row => open<T>(ctx, row))) {
        if (damaged !== undefined) page.damaged.push(damaged)
        else if (options.includeWithdrawn || !entry.withdrawn) page.entries.push(entry)
      }
      before = placeOf(rows.at(-1))
      if (rows.length < wanted || !before) return page
    }
    return before ? { ...page, next: before } : page
  })
}

/** @throws Damaged */
export function get(ctx: Context, id: string): Promise<Entry | undefined> {
  return bounded('read', async () => {
    const row = await ctx.db.entries.get(id)
    return row === undefined ? undefined : entryOf(unsealEntry(row, ctx.ring))
  })
}

/** Entries by id, in this order; those that are not there or do not open are left out. */
export function getAll<T extends RecordType>(ctx: Context, ids: string[]): Promise<Entry<T>[]> {
  return bounded('read', async () => {
    const rows = (await ctx.db.entries.bulkGet(ids)).filter(row => row !== undefined)
    return (await inTurns(rows, row => open<T>(ctx, row))).flatMap(({ entry }) => entry ?? [])
  })
}

/** The incidents that still go on, newest happened first. */
export function ongoing(ctx: Context): Promise<Entry<'incident'>[]> {
  return bounded('read', async () => {
    const { ids } = await readSmall(ctx, ctx.ring, 'ongoing')
    const rows = await ctx.db.entries.bulkGet(ids)
    return rows
      .flatMap(row => (row === undefined ? [] : [open<'incident'>(ctx, row)]))
      .flatMap(({ entry }) => entry ?? [])
      .sort((a, b) => readZoned(b.content.happened).at - readZoned(a.content.happened).at)
  })
}

/** From the incident logged last that was not only `worried`; the last twenty are looked at. */
export function lastUsed(ctx: Context): Promise<LastUsed | undefined> {
  return bounded('read', async () => {
    const rows = await ctx.db.entries
      .where('[diary+type+number]')
      .between([ctx.diary, 'incident', Dexie.minKey], [ctx.diary, 'incident', Dexie.maxKey])
      .reverse()
      .limit(20)
      .toArray()
    for (const row of rows) {
      const { entry } = open<'incident'>(ctx, row)
      const kinds = entry?.content.kinds.filter(kind => kind !== 'worried') ?? []
      if (!entry || entry.withdrawn || kinds.length === 0) continue
      const { place, happened } = entry.content
      return { kinds, zone: readZoned(happened).zone, ...(place === undefined ? {} : { place }) }
    }
    return undefined
  })
}

type Opened<T extends RecordType> =
  | { entry: Entry<T>; damaged?: undefined }
  | { entry?: undefined; damaged: string }

export function open<T extends RecordType>(ctx: Context, row: unknown): Opened<T> {
  try {
    return { entry: entryOf<T>(unsealEntry(row, ctx.ring)) }
  } catch (error) {
    if (error instanceof Damaged) return { damaged: error.why }
    throw error
  }
}

const keyOf = (type: RecordType, { happened, number, id }: Place) => [type, happened, number, id]

/** The place of a stored row, read from its key alone, so that a damaged one does not stop the list. */
export function placeOf(row: unknown): Place | undefined {
  if (typeof row !== 'object' || row === null) return undefined
  const { happened, number, id } = row as Place
  return { happened, number, id }
}
