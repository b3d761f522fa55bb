/** Taking an entry back, and taking that back. Loaded when wanted. */
import * as v from 'valibot'
import { words } from '../core/shapes.ts'
import type { Context } from './context.ts'
import { Refused } from './errors.ts'
import { type Saved, write } from './saving.ts'
import { there } from './verbs.ts'

/** Takes an entry back; its number and a stub stay. Taking it back twice writes nothing more. */
export async function withdrawEntry(ctx: Context, id: string, why: string): Promise<Saved> {
  const checked = checkReason(why)
  return await write(ctx, id, before => {
    const { row, body } = there(before)
    return body.withdrawn ? undefined : { type: row.type, change: 'withdrawn', why: checked }
  })
}

/** Takes a withdrawal back. */
export const restoreEntry = (ctx: Context, id: string): Promise<Saved> =>
  write(ctx, id, before => {
    const { row, body } = there(before)
    return body.withdrawn ? { type: row.type, change: 'restored' } : undefined
  })

/** @throws Refused where it is no words */
export function checkReason(why: string): string {
  const checked = v.safeParse(words, why)
  if (!checked.success) throw new Refused('shape')
  return checked.output
}
