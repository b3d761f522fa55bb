/** A diary as it stood when a document was made from it, so that the same document can be made again. */
import { fromHex } from '../bytes.ts'
import { recordCode } from '../chain.ts'
import type { Place } from '../line.ts'
import type { Profile } from '../profile.ts'
import type { Share } from '../share.ts'
import type { Holding } from './dump.ts'
import { parentsFirst, placeKey } from './verify.ts'

/**
 * All that a full record carries: everything that was written up to the version with this record code, who the writer
 * was then, and no settings. A diary that was brought in beside ours is carried whole, whenever that was.
 */
export function heldAsOf(held: Holding, code: string, profile: Profile): Holding {
  const head = held.revisions.find(({ link }) => recordCode(fromHex(link)) === code) ?? held.head
  const from = new Map(held.chains.map(one => [one.chain, one.from]))
  /** Up to where each chain behind the head had come. */
  const ends = new Map<string, number>()
  for (let place: Place | undefined = head; place && !ends.has(place.chain); place = from.get(place.chain))
    ends.set(place.chain, place.seq)

  const later = new Set<string>()
  for (const { chain, from: place } of parentsFirst(held.chains)) {
    if (!place || ends.has(chain)) continue
    const end = ends.get(place.chain) ?? Number.POSITIVE_INFINITY
    // What branches off at the head itself was written after it.
    const isLater = place.seq > end || (place.chain === head?.chain && place.seq === head.seq)
    if (isLater || later.has(place.chain)) later.add(chain)
  }
  const revisions = held.revisions.filter(
    one => !later.has(one.chain) && one.seq <= (ends.get(one.chain) ?? Number.POSITIVE_INFINITY),
  )
  const ids = new Set(revisions.map(({ id }) => id))
  const places = new Set(revisions.map(placeKey))
  const used = new Set(revisions.map(({ chain }) => chain))
  return {
    diary: held.diary,
    ...(head ? { head: { chain: head.chain, seq: head.seq } } : {}),
    chains: held.chains.filter(({ chain }) => used.has(chain)),
    revisions,
    entries: held.entries
      .filter(({ id }) => ids.has(id))
      .map(({ aside = [], ...rest }) => {
        const kept = aside.filter(place => places.has(placeKey(place)))
        return kept.length > 0 ? { ...rest, aside: kept } : rest
      }),
    profile,
    settings: {},
  }
}

/**
 * Whether no incident or report in it says more than what stood on a document: none that was left out of it, no later
 * version. What does not open, and is not known to have stood there, may be one of them.
 */
export function allStoodOn({ revisions, entries }: Holding, stood: Share['revisions']): boolean {
  const aside = new Set(entries.flatMap(one => one.aside ?? []).map(placeKey))
  return revisions.every(one => {
    const { id, body } = one
    const revision = body && !aside.has(placeKey(one)) ? body.revision : 1
    return body?.type === 'share' || revision <= (stood[id] ?? 0)
  })
}
