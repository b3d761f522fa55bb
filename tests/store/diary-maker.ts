/** What the tests of the store share: a database of its own, a clock that ticks, an incident to write. */
import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import type { Incident } from '../../src/core/incident.ts'
import { zonedAt } from '../../src/core/time.ts'
import { type Diary, openDiary } from '../../src/store/diary.ts'

let made = 0

export const newName = () => `test-${++made}-${Math.random()}`

/** A clock that shows one second more each time it is asked. */
export function tickingClock(start = Date.UTC(2026, 10, 22, 2, 0, 0)) {
  let now = start
  return () => {
    now += 1000
    return now
  }
}

export const openNamed = (databaseName: string, clock = tickingClock()): Promise<Diary> =>
  openDiary({ clock, zone: () => 'Europe/London', databaseName })

export const aDiary = () => openNamed(newName())

/** An incident at so many minutes past 2026-11-22 00:00 UTC. */
export const anIncident = (more: Partial<Incident> = {}, minutes = 0): Incident => ({
  kinds: ['cannabis'],
  happened: zonedAt(Date.UTC(2026, 10, 22, 0, minutes), 'Europe/London'),
  ...more,
})

/** The stored rows, under the hood, as somebody else would reach them. */
export async function raw<T>(name: string, use: (db: Dexie) => Promise<T>): Promise<T> {
  const db = new Dexie(name)
  await db.open()
  try {
    return await use(db)
  } finally {
    db.close()
  }
}

/** localStorage as a browser has it. */
export class FakeStorage implements Storage {
  readonly kept = new Map<string, string>()
  room = Number.POSITIVE_INFINITY
  get length() {
    return this.kept.size
  }
  key = (index: number) => [...this.kept.keys()][index] ?? null
  getItem = (name: string) => this.kept.get(name) ?? null
  setItem = (name: string, value: string) => {
    if (value.length > this.room) throw new DOMException('full', 'QuotaExceededError')
    this.kept.set(name, value)
  }
  removeItem = (name: string) => {
    this.kept.delete(name)
  }
  clear = () => this.kept.clear()
}
