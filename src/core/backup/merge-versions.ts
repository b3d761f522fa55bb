/** The versions of two diaries, and the chains that they lie in: each chain stays whole. */
import type { Place } from '../line.ts'
import { BadBackup } from './bad-backup.ts'
import type { BackupChain, BackupRevision, Holding } from './dump.ts'
import { otherChain, withoutWhatWasRemoved } from './merge-version.ts'
import { byChain, parentsFirst, placeKey } from './verify.ts'

/** The versions of both, by link, each in the place that it has here. */
export interface MergedVersions {
  byLink: Map<string, BackupRevision>
  chains: Map<string, BackupChain>
  /** Where a place of theirs lies here. */
  where(place: Place): Place
  where(place: Place | undefined): Place | undefined
  /** Links that were not here, that were mended, and from which words went. */
  fresh: Set<string>
  mended: Set<string>
  removed: Set<string>
}

/** @throws BadBackup `changed` where one link stands for two versions */
export function mergeVersions(ours: Holding, theirs: Holding): MergedVersions {
  const byLink = new Map(ours.revisions.map(one => [one.link, one]))
  const taken = new Set(ours.revisions.map(placeKey))
  const chains = new Map(ours.chains.map(one => [one.chain, one]))
  const places = new Map<string, Place>()
  const where = ((place?: Place) =>
    place && (places.get(placeKey(place)) ?? place)) as MergedVersions['where']
  const merged: MergedVersions = {
    byLink,
    chains,
    where,
    fresh: new Set(),
    mended: new Set(),
    removed: new Set(),
  }

  const rows = byChain(theirs.revisions)
  for (const chain of parentsFirst(theirs.chains)) {
    /** The chain of ours in which theirs goes on, and its newest place. */
    let into: string | undefined
    let last = where(chain.from)
    for (const row of rows.get(chain.chain) ?? []) {
      const same = byLink.get(row.link)
      if (same) {
        byLink.set(row.link, withoutWhatWasRemoved(same, row, merged))
        into = same.chain
      } else {
        into = placeFor(row, into, chain, last, merged, taken)
        byLink.set(row.link, otherChain(row, into))
        taken.add(placeKey({ chain: into, seq: row.seq }))
        merged.fresh.add(row.link)
      }
      last = { chain: into, seq: row.seq }
      places.set(placeKey(row), last)
    }
  }
  return merged
}

/** The chain in which a version that is not here finds its place: its own, or where that is taken, one beside it. */
function placeFor(
  row: BackupRevision,
  into: string | undefined,
  chain: BackupChain,
  last: Place | undefined,
  { chains }: MergedVersions,
  taken: ReadonlySet<string>,
): string {
  const wanted = into ?? chain.chain
  const here = chains.get(wanted)
  const from = last ? { from: last } : {}
  if (!here) {
    chains.set(wanted, { chain: wanted, diary: chain.diary, ...from })
    return wanted
  }
  const begins = into === undefined
  const fits =
    !begins ||
    (here.diary === chain.diary && here.from?.chain === last?.chain && here.from?.seq === last?.seq)
  if (fits && !taken.has(placeKey({ chain: wanted, seq: row.seq }))) return wanted
  const beside = uuidOf(row.link)
  if (taken.has(placeKey({ chain: beside, seq: row.seq }))) throw new BadBackup('changed')
  chains.set(beside, { chain: beside, diary: chain.diary, ...from })
  return beside
}

/** A chain that has to stand beside another of the same id gets one that follows from its first link: always the same. */
const uuidOf = (link: string): string =>
  `${link.slice(0, 8)}-${link.slice(8, 12)}-8${link.slice(13, 16)}-8${link.slice(17, 20)}-${link.slice(20, 32)}`
