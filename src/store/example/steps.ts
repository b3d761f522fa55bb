/** Writes what is made up into an empty diary, sealed and linked as saving does, in bulk: the example, and the bench's diaries. */
import { toHex } from '../../core/bytes.ts'
import type { Step } from '../../core/example.ts'
import { isOngoing } from '../../core/record.ts'
import { instantAt } from '../../core/time.ts'
import type { UnsealedEntry } from '../bodies.ts'
import { compose } from '../composing.ts'
import type { Tables } from '../database.ts'
import type { Opened } from '../open.ts'
import { moveMarker } from '../outside/marker.ts'
import { updateSmall } from '../small.ts'

/** How many are written in one transaction. */
const atOnce = 2000

/** @param steps in the order of writing */
export async function writeSteps(
  { db, ring, end, ...ctx }: Opened & { db: Tables; zone: () => string },
  steps: readonly Step[],
): Promise<void> {
  const { diary, chain } = ctx
  const standing = new Map<string, UnsealedEntry>()
  const numbers = { ...end.numbers }
  let head = { seq: end.seq, link: end.link }
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
}
