/** The database, and the only door to it that writes. */
import { Dexie, type Table } from 'dexie'
import { databaseVersion } from './database-version.ts'

export class Tables extends Dexie {
  declare diary: Table<unknown, string>
  declare chains: Table<unknown, string>
  declare revisions: Table<unknown, [string, number]>
  declare entries: Table<unknown, string>
  declare small: Table<unknown, string>
  declare drafts: Table<unknown, string>
  declare notes: Table<unknown, string>

  constructor(name: string) {
    // Despite its name every browser gets it: Chromium's default may lose what it called complete (Chrome 121).
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
    // Live queries, hooks and indexes by halves are not used; the first would cost each save a third of its time.
    for (const name of ['Cache', 'Observability', 'HooksMiddleware', 'VirtualIndexMiddleware'])
      this.unuse({ stack: 'dbcore', name })
    this.version(1).stores({
      diary: 'name',
      chains: 'chain',
      revisions: '[chain+seq], id',
      entries: 'id, [type+happened+number+id], [diary+type+number]',
      small: 'name',
      drafts: 'key',
    })
    this.version(databaseVersion).stores({ notes: 'id' })
  }
}
