/** What a person can do to an entry, each one revision. */
import * as v from 'valibot'
import { amendmentOf } from '../core/amendment.ts'
import { canonical } from '../core/canonical.ts'
import { type ContentOf, contentShapes, type RecordType } from '../core/record.ts'
import type { UnsealedEntry } from './bodies.ts'
import type { NewRevision } from './composing.ts'
import type { Context } from './context.ts'
import { Refused } from './errors.ts'
import { type Saved, write, writeNew } from './saving.ts'

/**
 * Saves a new entry. With the id of one that is there it amends that: after a save whose answer never came, the
 * same call with the same id saves it once and no more.
 */
export async function saveEntry<T extends RecordType>(
  ctx: Context,
  type: T,
  content: ContentOf[T],
  id: string,
): Promise<Saved<T>> {
  const checked = checkContent(type, content)
  const first: NewRevision = { type, change: 'first', content: checked }
  return await writeNew<T>(ctx, id, first, before => (before ? amendment(before, type, checked) : first))
}

/** @param onTop how many revisions the entry had when the form was opened: refused where it has more by now */
export async function amendEntry<T extends RecordType>(
  ctx: Context,
  type: T,
  id: string,
  content: ContentOf[T],
  onTop?: number,
): Promise<Saved<T>> {
  const checked = checkContent(type, content)
  return await write<T>(ctx, id, found => {
    const before = there(found)
    const step = amendment(before, type, checked)
    if (step && onTop !== undefined && onTop !== before.body.revisions) throw new Refused('meanwhile')
    return step
  })
}

function amendment({ row, body }: UnsealedEntry, type: RecordType, content: object): NewRevision | undefined {
  if (row.type !== type) throw new Refused('notThere')
  if (body.withdrawn) throw new Refused('withdrawn')
  const change = amendmentOf(body.content, content)
  return change === 'same' ? undefined : { type, change, content }
}

export function there(before: UnsealedEntry | undefined): UnsealedEntry {
  if (!before) throw new Refused('notThere')
  return before
}

/** The content as plain data, checked: what is not a record's shape never enters the record. */
function checkContent(type: RecordType, content: object): object {
  const checked = v.safeParse(contentShapes[type], content)
  if (!checked.success) throw new Refused('shape')
  try {
    return JSON.parse(canonical(checked.output)) as object
  } catch (cause) {
    throw new Refused('shape', { cause })
  }
}
