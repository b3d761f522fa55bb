/** What a person can do to an entry, each one revision. */
import * as v from 'valibot'
import { amendmentOf } from '../core/amendment.ts'
import { canonical } from '../core/canonical.ts'
import { type ContentOf, contentShapes, type RecordType } from '../core/record.ts'
import type { Context } from './context.ts'
import { Refused } from './errors.ts'
import { type Decide, type Saved, type Standing, write } from './saving.ts'

/**
 * Saves a new entry. With the id of one that is there it amends that: after a save whose answer never came, the
 * same call with the same id saves it once and no more.
 */
export function saveEntry<T extends RecordType>(
  ctx: Context,
  type: T,
  content: ContentOf[T],
  id: string,
): Promise<Saved<T>> {
  const checked = checkContent(type, content)
  return write<T>(ctx, id, standing =>
    standing ? amendment(standing, type, checked) : { type, change: 'first', content: checked, state: {} },
  )
}

/** @param onTop how many revisions the entry had when the form was opened: refused where it has more by now */
export function amendEntry<T extends RecordType>(
  ctx: Context,
  type: T,
  id: string,
  content: ContentOf[T],
  onTop?: number,
): Promise<Saved<T>> {
  const checked = checkContent(type, content)
  return write<T>(ctx, id, found => {
    const standing = there(found)
    const step = amendment(standing, type, checked)
    if (step && onTop !== undefined && onTop !== standing.body.revisions) throw new Refused('meanwhile')
    return step
  })
}

/** Takes an entry back; its number and a stub stay. Taking it back twice writes nothing more. */
export const withdrawEntry = (ctx: Context, id: string, why: string): Promise<Saved> =>
  write(ctx, id, (found, at) => {
    const { row, body } = there(found)
    if (body.withdrawn) return undefined
    return {
      type: row.type,
      change: 'withdrawn',
      content: body.content,
      why,
      state: { ...removedOf(body), withdrawn: { at, why } },
    }
  })

/** Takes a withdrawal back. */
export const restoreEntry = (ctx: Context, id: string): Promise<Saved> =>
  write(ctx, id, found => {
    const { row, body } = there(found)
    if (!body.withdrawn) return undefined
    return { type: row.type, change: 'restored', content: body.content, state: removedOf(body) }
  })

function amendment({ row, body }: Standing, type: RecordType, content: object): ReturnType<Decide> {
  if (row.type !== type) throw new Refused('notThere')
  if (body.withdrawn) throw new Refused('withdrawn')
  const change = amendmentOf(body.content, content)
  if (change === 'same') return undefined
  const removed = body.removed?.filter(({ field }) => !(field in content))
  return { type, change, content, state: removed?.length ? { removed } : {} }
}

export function there(standing: Standing | undefined): Standing {
  if (!standing) throw new Refused('notThere')
  return standing
}

const removedOf = ({ removed }: Standing['body']) => (removed ? { removed } : {})

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
