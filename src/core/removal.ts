/** Which words can be removed from the record for good, and how many they were. */
import type { RecordType } from './record.ts'

/** The reason of a withdrawal or an earlier removal, as a field that can be removed: it too may name somebody. */
export const reason = '$why'

const withWords: Record<RecordType, readonly string[]> = {
  incident: [
    'otherKind',
    'impactWords',
    'whatHappened',
    'peopleThere',
    'whoElseNoticed',
    'place',
    'actionWords',
    'source',
    'howKnownWords',
  ],
  report: ['toName', 'reference', 'force', 'person', 'said', 'replies'],
  share: ['sent', 'reply'],
}

/**
 * Whether a field holds a person's own words. What and when an incident was, and what was ticked, names nobody and
 * stays: without it the numbered entry would say nothing at all.
 */
export const isRemovable = (type: RecordType, field: string): boolean =>
  field === reason || withWords[type].includes(field)

/** How many words a value holds, parted by white space; codes and times are none. */
export function countWords(value: unknown): number {
  if (typeof value === 'string') return value.split(/\s+/u).filter(word => word !== '').length
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value)
    .filter(([name]) => !['is', 'kind', 'came', 'on'].includes(name))
    .reduce((sum, [, part]) => sum + countWords(part), 0)
}
