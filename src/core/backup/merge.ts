/**
 * Two diaries become one: nothing of ours is overwritten, nothing is doubled, removed words stay removed. Versions are
 * known by their link, which stands for all that came before them; so what both have is found wherever it lies.
 */

import type { Place } from '../line.ts'
import { type BackupChain, type Holding, withoutThisPhone } from './dump.ts'
import { type Brought, mergeEntries } from './merge-entries.ts'
import { mergeVersions } from './merge-versions.ts'

interface Merged {
  held: Holding
  brought: Brought
  /** Ids of the entries from which words went that the other diary had removed. */
  removedFrom: ReadonlySet<string>
}

/** @throws BadBackup `changed` where one id stands for two different entries */
export function merge(ours: Holding, theirs: Holding): Merged {
  const versions = mergeVersions(ours, theirs)
  const { entries, revisions, brought } = mergeEntries(ours, theirs, versions)
  const chains = [...versions.chains.values()]
  const blank = ours.revisions.length === 0
  const goesOn =
    blank || (ours.diary === theirs.diary && isBehind(ours.head, versions.where(theirs.head), chains))
  const head = goesOn ? versions.where(theirs.head) : ours.head
  const samePerson = blank || ours.diary === theirs.diary
  return {
    held: {
      diary: blank && theirs.revisions.length > 0 ? theirs.diary : ours.diary,
      ...(head ? { head } : {}),
      chains,
      revisions,
      entries,
      profile: samePerson ? { ...theirs.profile, ...ours.profile } : ours.profile,
      settings: samePerson ? { ...withoutThisPhone(theirs.settings), ...ours.settings } : ours.settings,
    },
    brought,
    removedFrom: new Set([...versions.removed].flatMap(link => versions.byLink.get(link)?.id ?? [])),
  }
}

/** Whether `head` lies behind `other`: what was written up to it is all in what was written up to the other. */
function isBehind(
  head: Place | undefined,
  other: Place | undefined,
  chains: readonly BackupChain[],
): boolean {
  if (!head) return true
  const from = new Map(chains.map(one => [one.chain, one.from]))
  for (let place = other; place; place = from.get(place.chain)) {
    if (place.chain === head.chain) return head.seq <= place.seq
  }
  return false
}
