/** Reading all of the record, or counting it. Loaded when wanted: home does without. */
import { Dexie } from 'dexie'
import { recordCode } from '../core/chain.ts'
import { type RecordType, recordTypes } from '../core/record.ts'
import { bounded } from './bounded.ts'
import type { Context } from './context.ts'
import { headOf, lastNumber } from './heads.ts'
import { open, type Page, type Place, placeOf } from './reading.ts'
import { inTurns } from './turns.ts'

/** All entries of a type, oldest happened first, withdrawn ones too, in batches. */
export async function* all<T extends RecordType>(ctx: Context, type: T, size = 200): AsyncGenerator<Page<T>> {
  let after: Place | undefined
  do {
    const from = after ? [type, after.happened, after.number, after.id] : [type, Dexie.minKey]
    const rows = await bounded('read', () =>
      ctx.db.entries
        .where('[type+happened+number+id]')
        .between(from, [type, Dexie.maxKey], false, true)
        .limit(size)
        .toArray(),
    )
    const page: Page<T> = { entries: [], damaged: [] }
    for (const { entry, damaged } of await inTurns(rows, row => open<T>(ctx, row))) {
      if (damaged === undefined) page.entries.push(entry)
      else page.damaged.push(damaged)
    }
    if (rows.length > 0) yield page
    after = rows.length < size ? undefined : placeOf(rows.at(-1))
  } while (after)
}

/** How many of each type there are, withdrawn ones too, in this diary and those brought in beside it. */
export function counts(ctx: Context): Promise<Record<RecordType, number>> {
  return bounded('read', () =>
    ctx.db.transaction('r', ctx.db.chains, ctx.db.entries, async () => {
      const count = { incident: 0, report: 0, share: 0 }
      const alone = (await ctx.db.chains.count()) === 1
      await Promise.all(
        recordTypes.map(async type => {
          // Alone a diary's numbers have no gaps, so the last one is the count: no counting through 100,000 rows.
          count[type] = alone
            ? await lastNumber(ctx, ctx.diary, type)
            : await ctx.db.entries
                .where('[type+happened+number+id]')
                .between([type, Dexie.minKey], [type, Dexie.maxKey])
                .count()
        }),
      )
      return count
    }),
  )
}

/** The 16 characters that stand for the whole record as it is now. */
export function codeOfRecord(ctx: Context): Promise<string> {
  return bounded('read', async () => recordCode((await headOf(ctx)).link))
}
