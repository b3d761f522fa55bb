/** Reading a list in pages that end between two days. */
import type { Entry } from '../core/record.ts'
import { readZoned } from '../core/time.ts'
import type { Diary } from '../store/diary.ts'
import type { Place } from '../store/reading.ts'

export type Listed = 'incident' | 'report'

/** A stretch of a list, newest first: all of it where neither end is given. */
export interface Stretch {
  before?: Place | undefined
  until?: Place | undefined
}

export interface ListPage<T extends Listed> {
  entries: Entry<T>[]
  /** Where the stretch goes on, if it does. */
  next: Place | undefined
}

/** @param limit how many entries are wanted; a day that is longer comes whole */
export async function readPage<T extends Listed>(
  diary: Diary,
  type: T,
  stretch: Stretch,
  limit: number,
): Promise<ListPage<T>> {
  const list = { incident: diary.listIncidents, report: diary.listReports }[type]
  const page = await list({ ...stretch, limit, includeWithdrawn: true })
  const entries = page.entries as Entry<T>[]
  if (!page.next) return { entries, next: undefined }
  let end = entries.length
  const last = dateOf(entries[end - 1])
  while (end > 0 && dateOf(entries[end - 1]) === last) end--
  const before = entries[end - 1]
  if (!before) return await readPage(diary, type, stretch, limit * 2)
  return { entries: entries.slice(0, end), next: placeOf(before) }
}

const timeOf = ({ content }: Entry<Listed>) => ('happened' in content ? content.happened : content.told)
const dateOf = (entry: Entry<Listed> | undefined) => entry && timeOf(entry).slice(0, 10)
const placeOf = (entry: Entry<Listed>): Place => ({
  happened: readZoned(timeOf(entry)).at,
  number: entry.number,
  id: entry.id,
})
