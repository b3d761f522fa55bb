/** What an incident still lacks of what every diary sheet asks for: how long, where, what, and the effect. */
import { isSmell } from './incident.ts'
import type { Entry } from './record.ts'

export const details = ['strength', 'whatHappened', 'span', 'place', 'impact'] as const
export type Detail = (typeof details)[number]

/**
 * The details not given yet. Worry about somebody needs only words; for a smell its strength says what it was.
 * What was written once and then erased for good is not missing.
 */
export function missingDetails({
  content,
  removed,
}: Pick<Entry<'incident'>, 'content' | 'removed'>): Detail[] {
  const worried = content.kinds.every(kind => kind === 'worried')
  const given = (field: keyof typeof content) =>
    content[field] !== undefined || removed?.some(one => one.field === field) === true
  const has: Record<Detail, boolean> = {
    strength: !isSmell(content) || given('strength'),
    whatHappened: isSmell(content) || given('whatHappened'),
    span: worried || given('span'),
    place: worried || given('place'),
    impact: worried || given('impacts') || given('impactWords'),
  }
  return details.filter(detail => !has[detail])
}
