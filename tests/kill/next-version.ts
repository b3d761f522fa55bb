/** A version to come: the same tables and one more, into which every entry is copied as the database is upgraded. */
import { Tables } from '../../src/store/database.ts'
import { databaseVersion } from '../../src/store/database-version.ts'
import { defaultDatabaseName } from '../../src/store/tables.ts'

/** Milliseconds that the upgrade takes at least, so that a kill meets it. */
const lasting = 1500

class NextTables extends Tables {
  constructor(begun: () => void) {
    super(defaultDatabaseName)
    this.version(databaseVersion + 1)
      .stores({ later: 'id' })
      .upgrade(async transaction => {
        begun()
        const end = Date.now() + lasting
        const entries = await transaction.table('entries').toArray()
        do {
          for (const entry of entries) await transaction.table('later').put(entry)
        } while (Date.now() < end)
      })
  }
}

/** Upgrades this browser's diary; says how many entries it then has, and how many copies. */
export async function upgrade(begun: () => void) {
  const db = new NextTables(begun)
  await db.open()
  const found = {
    version: db.backendDB().version / 10 - databaseVersion,
    entries: await db.entries.count(),
    copied: await db.table('later').count(),
  }
  db.close()
  return found
}
