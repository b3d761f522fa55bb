/** How a person gets from nothing chosen to what they want. Apart from the shapes, which home has to know. */
import type { Choices } from './choices.ts'

/** What stands chosen before the person chooses anything. */
export const usualChoices = (who: Choices['for']): Choices => ({
  for: who,
  period: { is: who === 'record' ? 'all' : 'sinceLast' },
  leaveOut: [],
  masks: [],
  statement: 'plain',
})

/** The same for somebody else: what was to be left out stays out. */
export const choicesFor = (who: Choices['for'], { leaveOut, masks }: Choices): Choices => ({
  ...usualChoices(who),
  leaveOut,
  masks,
})

/** Whether more was chosen than whom it is for, which days, and words to mask. */
export const saysMore = (more: Choices): boolean =>
  more.leaveOut.length > 0 ||
  more.statement !== 'plain' ||
  [more.kinds, more.source, more.worried, more.crimestoppers, more.attach].some(Boolean)
