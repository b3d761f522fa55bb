/** Erasing everything: the tables are emptied, never the database deleted, and a new diary begins. Loaded when wanted. */
import { newRing, openBox } from '../seal/ring.ts'
import { bounded, writing } from './bounded.ts'
import type { Context } from './context.ts'
import { NotSaved } from './errors.ts'
import { dropWords, emptyExample, wordsLeft } from './example/left.ts'
import { newDiary } from './open.ts'
import { keepRing } from './outside/drafts.ts'
import { localNames, removeLocal } from './outside/local.ts'

/**
 * Empties the diary, the drafts of every window and the marker; a lock ends too. Afterwards this diary is the new, empty one; other
 * windows hear `erased` and must load anew.
 * @throws the errors of a save, where nothing is erased
 */
export async function eraseEverything(ctx: Context): Promise<void> {
  const { db } = ctx
  const ring = newRing()
  const begun = newDiary(openBox(ring))
  await writing(db, async () => {
    await Promise.all(db.tables.map(table => table.clear()))
    await Promise.all([db.diary.add(begun.diary), db.chains.add(begun.chain)])
  })
  for (const name of localNames()) removeLocal(name)
  for (const words of wordsLeft()) dropWords(words)
  // Where it stays for now, the next start empties it: the diary itself is gone, which must be said.
  await emptyExample().catch(() => {})
  keepRing(ring)
  ctx.diary = begun.diary.diary
  ctx.chain = begun.chain.chain
  ctx.ring = ring
  ctx.locked = false
  delete ctx.end
  const left = await bounded('write', () =>
    Promise.all([db.entries.count(), db.revisions.count(), db.small.count()]),
  )
  if (left.some(count => count > 0)) throw new NotSaved('readBack')
  ctx.announce('erased')
}
