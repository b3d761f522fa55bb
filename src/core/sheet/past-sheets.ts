/** What the sheets made so far tell: what was sent already, and why one made again is not the same. */
import type { DrawnBy, Share } from '../share.ts'
import type { LastSheet } from './choices.ts'

/**
 * What the next sheet counts from: all that stood on the sheets for the landlord that the person said they sent,
 * each entry as it was last sent, and when the newest of those sheets was made.
 */
export function lastSent(shares: readonly Share[]): LastSheet | undefined {
  const sent = shares
    .filter(share => share.sent && share.choices.for === 'landlord')
    .sort((a, b) => (a.made < b.made ? -1 : 1))
  const newest = sent.at(-1)
  return newest && { madeAt: newest.made, revisions: Object.assign({}, ...sent.map(one => one.revisions)) }
}

/** Why a document made again is not the same, byte for byte. */
export type WhyDifferent = 'wordsRemoved' | 'build' | 'browser' | 'unknown'

/** `from`: the entries and revisions it was made again from. Gives at least one reason. */
export function whyDifferent(
  share: Pick<Share, 'made' | 'drawnBy'>,
  from: readonly { removed?: readonly { at: string }[] }[],
  here: DrawnBy,
): WhyDifferent[] {
  const why: WhyDifferent[] = []
  if (from.some(({ removed = [] }) => removed.some(({ at }) => at >= share.made))) why.push('wordsRemoved')
  if (share.drawnBy && share.drawnBy.build !== here.build) why.push('build')
  if (share.drawnBy && share.drawnBy.browser !== here.browser) why.push('browser')
  return why.length > 0 ? why : ['unknown']
}
