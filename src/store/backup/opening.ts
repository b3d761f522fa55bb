/** From the sealed rows of a diary to all of it in memory: on the page, or in a worker that is handed the rows. */
import * as v from 'valibot'
import {
  BackupBody,
  type BackupChain,
  type BackupEntry,
  type BackupRevision,
  type Holding,
  type Stands,
} from '../../core/backup/dump.ts'
import { isReadable } from '../../core/backup/verify.ts'
import { toHex } from '../../core/bytes.ts'
import { sameData } from '../../core/canonical.ts'
import { kept } from '../../core/kept.ts'
import { followsFrom, lineOf, samePlace } from '../../core/line.ts'
import { RevisionBody } from '../../core/revision.ts'
import type { Ring } from '../../seal/ring.ts'
import { openRevision, unsealEntry } from '../bodies.ts'
import { opensNow } from '../check/checking.ts'
import { openSmall } from '../small.ts'
import { ChainRow, EntryRow, RevisionRow } from '../tables.ts'

/** What opens a diary's rows: its id, the chain that is written to, and its keys. */
export interface Opener {
  diary: string
  chain: string
  ring: Ring
}

/** Rows as they lie in the tables, in the order in which they are handed over; versions and entries in many parts. */
export type SealedRows =
  | { are: 'versions'; rows: readonly unknown[] }
  | { are: 'chains'; rows: readonly unknown[]; profile: unknown; settings: unknown }
  | { are: 'entries'; rows: readonly unknown[] }

/**
 * Opens rows one part after the other. Where something does not open, what can still be told of it is.
 * @returns `take` gives the versions of a part; `held` all of the diary, once every part was taken; `strange` are the
 * versions that open and that no restore would take
 */
export function opening({ diary, chain, ring }: Opener) {
  const revisions: BackupRevision[] = []
  const strange: BackupRevision[] = []
  const versionsOf = new Map<string, BackupRevision[]>()
  const entries: BackupEntry[] = []
  let told: Omit<Holding, 'revisions' | 'entries'> = { diary, chains: [], profile: {}, settings: {} }
  let straight = false
  const take = (part: SealedRows): BackupRevision[] => {
    if (part.are === 'versions') {
      const fresh = part.rows.flatMap(row => revisionOf(row, ring, strange) ?? [])
      revisions.push(...fresh)
      for (const one of fresh) kept(versionsOf, one.id, () => []).push(one)
      return fresh
    }
    if (part.are === 'chains') {
      const { chains, head } = chainsOf(part.rows, chain, revisions)
      const profile = opensNow(() => openSmall(part.profile, ring, 'profile')) ?? {}
      const settings = opensNow(() => openSmall(part.settings, ring, 'settings')) ?? {}
      told = { diary, ...(head ? { head } : {}), chains, profile, settings }
      straight = isStraight(diary, chains, revisions)
      return []
    }
    for (const row of part.rows)
      if (!straight || !isAtItsEnd(row, versionsOf)) entries.push(...besideOf(row, ring, versionsOf))
    return []
  }
  return { take, strange, held: (): Holding => ({ ...told, revisions, entries }) }
}

const readAs = <T>(shape: v.GenericSchema<unknown, T>, stored: unknown): T | undefined => {
  const read = v.safeParse(shape, stored)
  return read.success ? read.output : undefined
}

/** Without a body where it does not open; `undefined` where not even its place can be read. */
function revisionOf(stored: unknown, ring: Ring, strange: BackupRevision[]): BackupRevision | undefined {
  const opened = opensNow(() => openRevision(stored, ring))
  const row = opened?.row ?? readAs(RevisionRow, stored)
  if (!row) return undefined
  const { chain, seq, id, commitment, link } = row
  const place = { chain, seq, id, commitment: toHex(commitment), link: toHex(link) }
  if (!opened) return place
  // Where all is well one look at it is enough.
  const whole = readAs(BackupBody, opened.body)
  if (whole) return { ...place, body: whole }
  const body = readAs(RevisionBody, opened.body)
  if (!body) return place
  strange.push({ ...place, body })
  return { ...place, body }
}

/** The chains that hold something, and where the one that is written to has come. */
function chainsOf(stored: readonly unknown[], current: string, revisions: readonly BackupRevision[]) {
  const rows = stored.flatMap(row => readAs(ChainRow, row) ?? [])
  const known = new Map<string, BackupChain>(rows.map(row => [row.chain, row]))
  const chains = new Map<string, BackupChain>()
  const ends = new Map<string, number>()
  for (const { chain, seq, body } of revisions) {
    // A chain whose own row is lost is still told by its versions.
    chains.set(chain, known.get(chain) ?? chains.get(chain) ?? { chain, diary: body?.diary ?? chain })
    ends.set(chain, seq)
  }
  const from = known.get(current)?.from
  const end = ends.get(current)
  const head =
    end !== undefined ? { chain: current, seq: end } : from && ends.has(from.chain) ? from : lastOf(revisions)
  return { chains: [...chains.values()], head }
}

const lastOf = (revisions: readonly BackupRevision[]) => {
  const last = revisions.at(-1)
  return last && { chain: last.chain, seq: last.seq }
}

/** Whether it was only ever written in one line, each chain going on from the end of the one before: then no entry can have a letter, or versions that stand aside. */
function isStraight(
  diary: string,
  chains: readonly BackupChain[],
  revisions: readonly BackupRevision[],
): boolean {
  const ends = new Map(revisions.map(({ chain, seq }) => [chain, seq]))
  const parents = new Set(chains.map(({ from }) => from?.chain))
  return (
    parents.size === chains.length &&
    chains.every(one => one.diary === diary && (!one.from || ends.get(one.from.chain) === one.from.seq))
  )
}

/** Whether the entry points to the last of its versions, all there and readable: what stands follows from them. */
function isAtItsEnd(stored: unknown, versionsOf: ReadonlyMap<string, BackupRevision[]>): boolean {
  const row = readAs(EntryRow, stored)
  if (!row) return false
  const versions = versionsOf.get(row.id) ?? []
  const last = versions.find(one => samePlace(one, row))
  return last?.body?.revision === versions.length && versions.every(isReadable)
}

/** What is to be said about an entry beside its versions. */
function besideOf(
  stored: unknown,
  ring: Ring,
  versionsOf: ReadonlyMap<string, BackupRevision[]>,
): BackupEntry[] {
  const row = readAs(EntryRow, stored)
  if (!row) return []
  const { sealed: _, ...place } = row
  const opened = opensNow(() => unsealEntry(stored, ring))
  const { letter, aside, ...body } = opened?.body ?? {}
  const stands = { ...place, commitment: toHex(place.commitment), ...(opened ? { body } : {}) }

  const versions = versionsOf.get(place.id) ?? []
  const follows = versions.every(isReadable) && followsFrom(lineOf(versions, aside))
  // An entry that does not open is told by its versions, where they can all be read.
  const sound = follows && (!opened || sameData(follows, stands))
  if (sound && letter === undefined && aside === undefined) return []
  const { id, ...rest } = stands
  return [
    {
      id,
      ...(letter === undefined ? {} : { letter }),
      ...(aside === undefined ? {} : { aside }),
      ...(sound ? {} : { stands: rest as Stands }),
    },
  ]
}
