/** Writes a made-up diary into the store's own tables, sealed and linked as saving does, in bulk. */
import { toHex } from '../../src/core/bytes.ts'
import { isOngoing } from '../../src/core/record.ts'
import { instantAt } from '../../src/core/time.ts'
import type { UnsealedEntry } from '../../src/store/bodies.ts'
import { compose } from '../../src/store/composing.ts'
import { Tables } from '../../src/store/database.ts'
import { openTables } from '../../src/store/open.ts'
import { moveMarker } from '../../src/store/outside/marker.ts'
import { updateSmall } from '../../src/store/small.ts'
import { defaultDatabaseName } from '../../src/store/tables.ts'
import { madeDiary } from './diary.ts'

const atOnce = 2000

/** Writes so many incidents, and what belongs to them, into an empty diary; resolves with how many revisions. */
export async function fill(
  incidents: number,
  until: number = Date.now(),
  name: string = defaultDatabaseName,
): Promise<number> {
  const db = new Tables(name)
  const { diary, chain, ring, end } = await openTables(db)
  if (end.seq > 0) throw new Error('the diary is not empty')
  const ctx = { chain, diary, zone: () => 'Europe/London' }
  const standing = new Map<string, UnsealedEntry>()
  const { numbers } = end
  let head = { seq: end.seq, link: end.link }
  const steps = madeDiary({ incidents, until })
  for (let i = 0; i < steps.length; i += atOnce) {
    const revisions: object[] = []
    const entries = new Map<string, UnsealedEntry>()
    for (const { id, type, written, ...rest } of steps.slice(i, i + atOnce)) {
      const before = standing.get(id)
      const number = before?.row.number ?? ++numbers[type]
      const composed = compose(ctx, { ring, head, before, number }, id, { type, ...rest }, instantAt(written))
      head = composed.revision
      revisions.push(composed.revision)
      entries.set(id, composed.after)
      standing.set(id, composed.after)
    }
    const goingOn = [...entries.values()].filter(({ row, body }) => isOngoing(row.type, body.content))
    await db.transaction('rw', db.revisions, db.entries, db.small, async () => {
      await Promise.all([
        db.revisions.bulkAdd(revisions),
        db.entries.bulkPut([...entries.values()].map(({ row }) => row)),
      ])
      await updateSmall({ db }, ring, 'ongoing', ({ ids }) => ({
        ids: [...new Set([...ids, ...goingOn.map(({ row }) => row.id)])],
      }))
    })
  }
  for (const type of ['incident', 'report'] as const)
    moveMarker({ diary, chain, revisions: head.seq, link: toHex(head.link) }, type, numbers[type])
  db.close()
  return steps.length
}
