/**
 * The diary: the one door to what is kept. Verbs, not transactions. Each is bounded in time, waits while the page
 * is hidden, and rejects with one of the errors of errors.ts, which say who must act.
 */
import type * as v from 'valibot'
import type { Dump, Holding } from '../core/backup/dump.ts'
import type { Brought } from '../core/backup/merge-entries.ts'
import type { CheckResult } from '../core/checking.ts'
import type { Incident } from '../core/incident.ts'
import type { Profile } from '../core/profile.ts'
import type { ContentOf, Entry, RecordType, Revision } from '../core/record.ts'
import type { Report } from '../core/report.ts'
import type { DumpOptions } from './backup/dump.ts'
import type { TakeInOptions } from './backup/merge.ts'
import type { Opener } from './backup/opening.ts'
import { bounded } from './bounded.ts'
import type { DiaryChange } from './changes.ts'
import { hearChanges } from './changes.ts'
import type { Context, DiaryOptions } from './context.ts'
import { Tables } from './database.ts'
import { openTables } from './open.ts'
import { copyDraftsNoMore } from './outside/draft-copies.ts'
import { type Found, settleLoss } from './outside/marker.ts'
import { beginNewLog, endOfLog } from './outside/torn-log.ts'
import type { LastUsed, ListOptions, Page } from './reading.ts'
import * as reading from './reading.ts'
import type { WordsToRemove } from './removal.ts'
import type { Saved } from './saving.ts'
import type { Search, SearchOptions } from './search/searching.ts'
import { defaultDatabaseName } from './tables.ts'
import * as verbs from './verbs.ts'

/** Home and the form do without them. */
const settings = () => import('./settings.ts')
const all = () => import('./reading-all.ts')

/** How long a new log (see torn-log.ts) waits after the start where nothing is written before, in milliseconds. */
const firstScreenFirst = 1_500

export type Diary = Awaited<ReturnType<typeof openDiary>>

/**
 * Opens the diary, or begins one.
 * @throws CannotOpen, within 4 seconds of a visible page: `locked` where a lock is set; ConnectionLost
 */
export async function openDiary({ clock, zone, databaseName = defaultDatabaseName, ring }: DiaryOptions) {
  const db = new Tables(databaseName)
  const { found, ...opened } = await openTables(db, ring)
  const changes = hearChanges(databaseName, () => {
    // Where the chain ends, and which numbers are given, must be looked for again.
    delete ctx.end
  })
  const ctx: Context = { db, clock, zone, ...opened, announce: changes.announce }
  const newLog = setTimeout(() => {
    // Where the disk takes nothing now, the next write says so.
    if (endOfLog() === 'unknown') bounded('read', beginNewLog).catch(() => {})
  }, firstScreenFirst)

  return {
    /** The diary's random id. */
    get id(): string {
      return ctx.diary
    },
    /** How it was found: `lost` and `shorter` must raise the alarm, never the welcome screen. */
    found: found as Found,
    /** The person knows of the loss, or the diary is restored: the alarm ends. */
    settleLoss,

    /** Pass the same `id` when saving again after an error: it is then saved once, whatever became of the first try. */
    saveIncident: (content: Incident, id: string = crypto.randomUUID()): Promise<Saved<'incident'>> =>
      verbs.saveEntry(ctx, 'incident', content, id),
    saveReport: (content: Report, id: string = crypto.randomUUID()): Promise<Saved<'report'>> =>
      verbs.saveEntry(ctx, 'report', content, id),
    saveShare: (content: ContentOf['share'], id: string = crypto.randomUUID()): Promise<Saved<'share'>> =>
      verbs.saveEntry(ctx, 'share', content, id),
    /** Writes nothing where nothing changed. `onTop`: `entry.revisions` as the form was opened with. */
    amendIncident: (id: string, content: Incident, onTop?: number): Promise<Saved<'incident'>> =>
      verbs.amendEntry(ctx, 'incident', id, content, onTop),
    amendReport: (id: string, content: Report, onTop?: number): Promise<Saved<'report'>> =>
      verbs.amendEntry(ctx, 'report', id, content, onTop),
    amendShare: (id: string, content: ContentOf['share'], onTop?: number): Promise<Saved<'share'>> =>
      verbs.amendEntry(ctx, 'share', id, content, onTop),
    withdraw: async (id: string, why: string): Promise<Saved> =>
      (await import('./withdrawal.ts')).withdrawEntry(ctx, id, why),
    /** Takes a withdrawal back. */
    restore: async (id: string): Promise<Saved> => (await import('./withdrawal.ts')).restoreEntry(ctx, id),

    /** Removes words for good, from one version or from all that have them; drops the drafts about the entry. */
    removeWords: async (id: string, words: WordsToRemove): Promise<Saved> =>
      (await import('./removal.ts')).removeWords(ctx, id, words),

    listIncidents: (options: ListOptions): Promise<Page<'incident'>> =>
      reading.list(ctx, 'incident', options),
    listReports: (options: ListOptions): Promise<Page<'report'>> => reading.list(ctx, 'report', options),
    listShares: (options: ListOptions): Promise<Page<'share'>> => reading.list(ctx, 'share', options),
    async *allEntries<T extends RecordType>(type: T): AsyncGenerator<Page<T>> {
      yield* (await all()).all(ctx, type)
    },
    getEntry: (id: string): Promise<Entry | undefined> => reading.get(ctx, id),
    getIncidents: (ids: string[]): Promise<Entry<'incident'>[]> => reading.getAll(ctx, ids),
    getReports: (ids: string[]): Promise<Entry<'report'>[]> => reading.getAll(ctx, ids),
    /** Looks through everything in a worker; end it when it is no longer wanted. */
    search: async (options: SearchOptions): Promise<Search> =>
      (await import('./search/searching.ts')).search(ctx, options),
    history: async (id: string): Promise<Revision[]> => (await import('./history.ts')).history(ctx, id),
    /** The versions of many entries, by id. */
    histories: async (ids: readonly string[]): Promise<Map<string, Revision[]>> =>
      (await import('./history.ts')).histories(ctx, ids),
    /** As it stood when it had so many revisions; `undefined` where it never had. */
    entryAsOf: async (id: string, revisions: number): Promise<Entry | undefined> =>
      (await import('./past.ts')).entryAsOf(ctx, id, revisions),
    openIncidents: (): Promise<Entry<'incident'>[]> => reading.ongoing(ctx),
    lastUsed: (): Promise<LastUsed | undefined> => reading.lastUsed(ctx),
    counts: async (): Promise<Record<RecordType, number>> => (await all()).counts(ctx),
    recordCode: async (): Promise<string> => (await all()).codeOfRecord(ctx),

    profile: async (): Promise<Profile> => (await settings()).profile(ctx),
    saveProfile: async (profile: Profile): Promise<void> => (await settings()).saveProfile(ctx, profile),
    /** A small thing kept under a name; `undefined` where it is not there or `shape` does not take it. */
    setting: async <T>(name: string, shape: v.GenericSchema<unknown, T>): Promise<T | undefined> =>
      (await settings()).setting(ctx, name, shape),
    saveSetting: async (name: string, value: unknown): Promise<void> =>
      (await settings()).saveSetting(ctx, name, value),

    /** Verifies every link, every commitment and every entry against its versions. */
    checkDiary: async (onProgress?: (done: number, of: number) => void): Promise<CheckResult> =>
      (await import('./check/check.ts')).checkDiary(ctx, onProgress),
    /** All of it in memory, as it stands now: what a backup is made from. */
    dump: async (options?: DumpOptions): Promise<Holding> =>
      (await import('./backup/dump.ts')).dump(ctx, options),
    /** For whoever reads all of it away from the page: its keys, and the name of its database. */
    handOver: async <T>(
      read: (opener: Opener, database: string) => Promise<T>,
      signal?: AbortSignal,
    ): Promise<T> => (await import('./backup/dump.ts')).handOver(ctx, read, signal),
    /** What taking a backup in would bring; nothing is written. */
    wouldBring: async (theirs: Dump): Promise<Brought> =>
      (await import('./backup/merge.ts')).wouldBring(ctx, theirs),
    /** Brings in what is not here yet, whole or not at all. */
    takeIn: async (theirs: Dump, options?: TakeInOptions): Promise<Brought> =>
      (await import('./backup/merge.ts')).takeIn(ctx, theirs, options),
    /** Empties everything, drafts too, and begins a new diary. Other windows hear `erased` and must load anew. */
    eraseEverything: async (): Promise<void> => (await import('./erase.ts')).eraseEverything(ctx),

    /** Whether a lock is set. */
    get locked(): boolean {
      return ctx.locked
    },
    /** Every window is to lock, to leave, or to read the settings anew: said at once, whatever has been loaded yet. */
    tellAll: (change: 'lock' | 'leave' | 'settings'): void => ctx.announce(change),
    /** What can be done about the lock. */
    lock: async () => (await import('./lock/lock.ts')).lockOf(ctx),

    /** Called after every change, in this window or another; returns how to stop. Cheap: it says only where to look. */
    onChange: (listener: (change: DiaryChange) => void): (() => void) => changes.onChange(listener),
    close(): void {
      clearTimeout(newLog)
      copyDraftsNoMore(db)
      changes.close()
      db.close()
    },
  }
}
