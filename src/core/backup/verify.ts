/** Whether a diary in memory is in order: every commitment, every link, every entry against its versions. */
import { fromHex, toHex } from '../bytes.ts'
import { firstLink, nextLink } from '../chain.ts'
import { type Follows, followsFrom, lineOf, removalsAreSaid, samePlace } from '../line.ts'
import { commitmentOf } from '../proof.ts'
import { BadBackup } from './bad-backup.ts'
import {
  type BackupChain,
  type BackupEntry,
  type BackupFault,
  type BackupRevision,
  type Holding,
  inChainOrder,
} from './dump.ts'

/** A version that opens. */
export type ReadableRevision = BackupRevision & { body: NonNullable<BackupRevision['body']> }
export const isReadable = (one: BackupRevision): one is ReadableRevision => one.body !== undefined

/** A place as a key of a map. */
export const placeKey = ({ chain, seq }: { chain: string; seq: number }): string => `${chain} ${seq}`

/** An entry of a diary in memory. */
export interface HeldEntry {
  id: string
  versions: BackupRevision[]
  beside: BackupEntry
  /** What follows from its line, where that can be read and is in order. */
  follows: Follows<string> | undefined
}

/** The entries by id: those that have versions, and those of which only a stub is left. */
export function entriesOf({ revisions, entries }: Holding): Map<string, HeldEntry> {
  const found = new Map<string, HeldEntry>()
  for (const beside of entries)
    found.set(beside.id, { id: beside.id, versions: [], beside, follows: undefined })
  for (const revision of revisions) {
    const { id } = revision
    const known = found.get(id)
    if (known) known.versions.push(revision)
    else found.set(id, { id, versions: [revision], beside: { id }, follows: undefined })
  }
  for (const entry of found.values()) {
    if (entry.versions.every(isReadable))
      entry.follows = followsFrom(lineOf(entry.versions, entry.beside.aside))
  }
  return found
}

/** Type, diary and number of an entry, and its place in lists; `undefined` where nothing of it can be read. */
export const factsOf = ({ follows, beside }: HeldEntry) => follows ?? beside.stands

/** Chains with each after the one that it goes on from. @throws BadBackup where they go in a circle or stand twice */
export function parentsFirst(chains: readonly BackupChain[]): BackupChain[] {
  const byId = new Map(chains.map(one => [one.chain, one]))
  if (byId.size < chains.length) throw new BadBackup('changed')
  const done = new Set<string>()
  const ordered: BackupChain[] = []
  for (const start of chains) {
    const path: BackupChain[] = []
    for (
      let one = byId.get(start.chain);
      one && !done.has(one.chain);
      one = byId.get(one.from?.chain ?? '')
    ) {
      if (path.length > chains.length) throw new BadBackup('changed')
      path.push(one)
    }
    for (const one of path.reverse()) {
      done.add(one.chain)
      ordered.push(one)
    }
  }
  return ordered
}

/** Versions by chain, each in order. */
export function byChain(revisions: readonly BackupRevision[]): Map<string, BackupRevision[]> {
  const found = new Map<string, BackupRevision[]>()
  for (const one of [...revisions].sort(inChainOrder)) {
    const known = found.get(one.chain)
    if (known) known.push(one)
    else found.set(one.chain, [one])
  }
  return found
}

/** How many versions may be missing before a file is taken for nonsense. */
const mostMissing = 100_000

interface ChainOfRows {
  chain: BackupChain
  rows: readonly BackupRevision[]
}

/**
 * The chains of a diary in an order that is always the same, each with its versions.
 * @throws BadBackup `changed` for what no diary of ours can be, however damaged
 */
export function chainsIn(held: Holding): ChainOfRows[] {
  const places = new Set(held.revisions.map(placeKey))
  const nonsense =
    places.size < held.revisions.length ||
    new Set(held.revisions.map(({ link }) => link)).size < held.revisions.length ||
    new Set(held.entries.map(({ id }) => id)).size < held.entries.length ||
    (held.head ? !places.has(placeKey(held.head)) : held.revisions.length > 0)
  if (nonsense) throw new BadBackup('changed')

  const left = byChain(held.revisions)
  let missing = 0
  const found = parentsFirst([...held.chains].sort((a, b) => (a.chain < b.chain ? -1 : 1))).map(chain => {
    const rows = left.get(chain.chain) ?? []
    left.delete(chain.chain)
    const begin = chain.from?.seq ?? 0
    if (rows.some((row, i) => row.seq <= (rows[i - 1]?.seq ?? begin))) throw new BadBackup('changed')
    missing += (rows.at(-1)?.seq ?? 0) - begin - rows.length
    if (rows.length === 0 || missing > mostMissing) throw new BadBackup('changed')
    return { chain, rows }
  })
  if (left.size > 0) throw new BadBackup('changed')
  return found
}

/**
 * Everything that is not in order, always in the same order. A sound diary has none.
 * @throws BadBackup as {@link chainsIn}
 */
export function faultsOf(held: Holding): BackupFault[] {
  const looking = lookForFaults(held)
  for (let step = looking.next(); ; step = looking.next()) if (step.done) return step.value
}

/** The same in steps, so that a page can do something else in between. */
export function* lookForFaults(held: Holding): Generator<void, BackupFault[]> {
  const chains = chainsIn(held)
  const links = new Map(held.revisions.map(one => [placeKey(one), one.link]))
  yield
  const faults: BackupFault[] = []
  for (const one of chains) faults.push(...(yield* chainFaults(one, links)))
  yield
  return [...faults, ...entryFaults(held)]
}

function* chainFaults(
  { chain: { chain, diary, from }, rows }: ChainOfRows,
  links: ReadonlyMap<string, string>,
): Generator<void, BackupFault[]> {
  const faults: BackupFault[] = []
  let seq = from?.seq ?? 0
  const begin = from && links.get(placeKey(from))
  let link = from ? begin && fromHex(begin) : firstLink(diary)
  for (const row of rows) {
    if (row.seq > seq + 1) {
      faults.push({ is: 'missing', chain, seq: seq + 1, to: row.seq - 1 })
      link = undefined
    }
    const place = { chain, seq: row.seq }
    link &&= nextLink(link, fromHex(row.commitment))
    if (!link || toHex(link) !== row.link) {
      faults.push({ is: 'link', ...place })
      link = fromHex(row.link)
    }
    if (!isReadable(row)) faults.push({ is: 'unreadable', ...place })
    else if (!commitmentHolds(row)) faults.push({ is: 'altered', ...place })
    seq = row.seq
    yield
  }
  return faults
}

/** Whether what is written is what was committed to. */
export function commitmentHolds(row: ReadableRevision): boolean {
  const found = commitmentOf(row)
  return found !== undefined && toHex(found) === row.commitment
}

function entryFaults(held: Holding): BackupFault[] {
  const faults: BackupFault[] = []
  const numbers = new Set<string>()
  const entries = [...entriesOf(held).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const entry of entries) {
    const { id, versions, beside, follows } = entry
    const facts = factsOf(entry)
    if (versions.length === 0 || !facts) faults.push({ is: 'missing', id })
    else if (!follows || beside.stands || !isSaid(entry)) faults.push({ is: 'state', id })
    if (!facts) continue
    const label = `${facts.type} ${facts.number} ${beside.letter ?? ''}`
    if (numbers.has(label)) faults.push({ is: 'double', id })
    numbers.add(label)
  }
  return faults
}

/** Whether all its versions are of it, those aside are there, and all words that are gone are said to be. */
function isSaid({ versions, beside: { aside = [] }, follows }: HeldEntry): boolean {
  return (
    aside.every(place => versions.some(one => samePlace(one, place))) &&
    versions.every(isReadable) &&
    versions.every(
      one =>
        one.body.type === follows?.type &&
        one.body.diary === follows.diary &&
        one.body.number === follows.number &&
        removalsAreSaid(one, versions, aside.length > 0),
    )
  )
}
