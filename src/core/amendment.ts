/** Whether an amendment fills what was empty or replaces what was written: only the second looks like an edit. */
import { canonical, sameData } from './canonical.ts'

export type Amendment = 'same' | 'added' | 'changed'

/**
 * Compares what stood with what stands now, field by field.
 *
 * `added`: everything written before still stands word for word. An empty field was filled, a list grew, or a
 * field that was left open was closed: it was still going on and has stopped; a number was promised and came.
 */
export function amendmentOf(before: object, after: object): Amendment {
  if (sameData(before, after)) return 'same'
  const now = new Map(Object.entries(after))
  return Object.entries(before).every(([name, value]) => stillStands(value, now.get(name)))
    ? 'added'
    : 'changed'
}

function stillStands(before: unknown, after: unknown): boolean {
  if (before === undefined) return true
  if (after === undefined) return false
  if (Array.isArray(before) && Array.isArray(after)) return standsWithin(before, after)
  if (isOpen(before)) return true
  return sameData(before, after)
}

/** Every item of the one stands in the other, in the same order; new items may stand anywhere between. */
function standsWithin(before: unknown[], after: unknown[]): boolean {
  const old = before.map(canonical)
  let found = 0
  for (const item of after.map(canonical)) if (item === old[found]) found++
  return found === old.length
}

/** A span that goes on, a reference that is waited for. */
const isOpen = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'is' in value &&
  (value.is === 'ongoing' || value.is === 'waiting')
