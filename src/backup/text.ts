/** The text of a backup for a document that carries it. Reached by `import()`; needs no lock and no worker. */
import { allStoodOn, heldAsOf } from '../core/backup/as-of.ts'
import { restOf, textHead, textLines, textTail } from '../core/backup/read.ts'
import { lookForFaults } from '../core/backup/verify.ts'
import type { Profile } from '../core/profile.ts'
import type { Share } from '../core/share.ts'
import type { Instant } from '../core/time.ts'
import type { Diary } from '../store/diary.ts'
import { inTurns } from './turns.ts'

/**
 * The whole diary as it stood at this record code, in the form of a backup.
 * @param stood what stood on the document that is to carry it: where that is not all there was, it carries nothing
 */
export async function backupText(
  diary: Diary,
  made: Instant,
  code: string,
  profile: Profile,
  stood?: Share['revisions'],
): Promise<string | undefined> {
  const held = heldAsOf(await diary.dump(), code, profile)
  if (stood && !allStoodOn(held, stood)) return undefined
  const faults = await inTurns(lookForFaults(held))
  return textHead(made) + textLines(held.revisions, true) + textTail({ ...restOf(held), faults })
}
