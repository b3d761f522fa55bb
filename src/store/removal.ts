/** Removing words for good: somebody was wrongly named, and must not be printed for ever. Loaded when wanted. */
import { lineOf } from '../core/line.ts'
import { withoutWords } from '../core/proof.ts'
import { isRemovable } from '../core/removal.ts'
import { standAfterAll } from '../core/standing-after-all.ts'
import { plain, sealRevision, unsealRevision } from './bodies.ts'
import type { Context } from './context.ts'
import { Refused } from './errors.ts'
import { dropDraftsAbout } from './outside/drafts.ts'
import { type Saved, write } from './saving.ts'
import { there } from './verbs.ts'
import { checkReason } from './withdrawal.ts'

export interface WordsToRemove {
  /** The version they stand in; without it, every version that has them. */
  revision?: number
  /** Names of fields; `$why` for the reason of a withdrawal. */
  fields: readonly string[]
  why: string
}

/**
 * Overwrites the versions without these words and says so in a new revision: when, how many, and why. The chain
 * still holds. The browser may keep what it overwrote in its own files for a while.
 * @throws Refused `notRemovable` for a field that is not words, `notThere` where none of them is in it
 */
export async function removeWords(ctx: Context, id: string, wanted: WordsToRemove): Promise<Saved> {
  const why = checkReason(wanted.why)
  const saved = await write(ctx, id, async (before, at, ring) => {
    const { row, body } = there(before)
    if (!wanted.fields.every(field => isRemovable(row.type, field))) throw new Refused('notRemovable')

    const revision = body.revisions + 1
    const stored = await ctx.db.revisions.where('id').equals(id).toArray()
    const all = stored
      .map(one => unsealRevision(one, ring))
      .sort((a, b) => a.body.revision - b.body.revision)
      .map(one => {
        const meant = wanted.revision === undefined || wanted.revision === one.body.revision
        const without = meant ? withoutWords(plain(one), wanted.fields, { revision, at }) : undefined
        const { chain, seq } = one.row
        return {
          row: one.row,
          chain,
          seq,
          body: without?.body ?? one.body,
          removals: without?.removals ?? [],
        }
      })
    const removals = all.flatMap(one => one.removals)
    if (removals.length === 0) throw new Refused('notThere')
    await ctx.db.revisions.bulkPut(
      all.filter(one => one.removals.length > 0).map(one => sealRevision(one.row, one.body, ring)),
    )

    const change = 'wordsRemoved' as const
    const last = { revision, change, written: at, content: {}, why, removals }
    const standing = standAfterAll([...lineOf(all, body.aside).map(one => one.body), last])
    return { type: row.type, change, why, removals, ...(standing ? { standing } : {}) }
  })
  dropDraftsAbout(id)
  ctx.announce('removed')
  return saved
}
