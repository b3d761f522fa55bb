/** Writes a made-up diary into the store's own tables, as the example is written. */
import { Tables } from '../../src/store/database.ts'
import { writeSteps } from '../../src/store/example/steps.ts'
import { openTables } from '../../src/store/open.ts'
import { defaultDatabaseName } from '../../src/store/tables.ts'
import { madeDiary } from './diary.ts'

/** Writes so many incidents, and what belongs to them, into an empty diary; resolves with how many revisions. */
export async function fill(
  incidents: number,
  until: number = Date.now(),
  name: string = defaultDatabaseName,
): Promise<number> {
  const db = new Tables(name)
  const opened = await openTables(db)
  if (opened.end.seq > 0) throw new Error('the diary is not empty')
  const steps = madeDiary({ incidents, until })
  await writeSteps({ db, ...opened, zone: () => 'Europe/London' }, steps)
  db.close()
  return steps.length
}
