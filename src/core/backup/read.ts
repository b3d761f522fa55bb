/** A diary in memory as the text of a backup, and back. */
import * as v from 'valibot'
import { sameData } from '../canonical.ts'
import type { Instant } from '../time.ts'
import { BadBackup } from './bad-backup.ts'
import {
  type BackupRevision,
  Dump,
  dumpFormat,
  dumpVersion,
  type Holding,
  inChainOrder,
  withoutThisPhone,
} from './dump.ts'
import { limits, type noLimits, parseSafely } from './json.ts'
import { faultsOf } from './verify.ts'

/** With all that is not in order said; what says something about this phone alone is left out. */
export function dumpOf(held: Holding, made: Instant): Dump {
  return {
    format: dumpFormat,
    version: dumpVersion,
    made,
    revisions: [...held.revisions].sort(inChainOrder),
    ...restOf(held),
    faults: faultsOf(held),
  }
}

/** All but its versions, in an order that is always the same. */
export function restOf({ diary, head, chains, entries, profile, settings }: Holding): Rest {
  return {
    diary,
    ...(head ? { head } : {}),
    chains: [...chains].sort((a, b) => (a.chain < b.chain ? -1 : 1)),
    entries: [...entries].sort((a, b) => (a.id < b.id ? -1 : 1)),
    profile,
    settings: withoutThisPhone(settings),
  }
}
type Rest = Omit<Holding, 'revisions'>

/** JSON, one version a line, so that a person can look into it with any editor. */
export const textOf = ({ made, revisions, ...rest }: Dump): string =>
  textHead(made) + textLines(revisions, true) + textTail(rest)

/** The text in its parts, for writing it while the diary is still being read. */
export const textHead = (made: Instant): string =>
  `${JSON.stringify({ format: dumpFormat, version: dumpVersion, made }).slice(0, -1)},\n"revisions":[`

/** @param first whether no version was written before these */
export const textLines = (revisions: readonly BackupRevision[], first: boolean): string =>
  revisions.map((one, i) => `${first && i === 0 ? '' : ','}\n${JSON.stringify(one)}`).join('')

export const textTail = ({
  diary,
  head,
  chains,
  entries,
  profile,
  settings,
  faults,
}: Rest & Pick<Dump, 'faults'>): string =>
  `\n],\n${JSON.stringify({ diary, head, chains, entries, profile, settings, faults }, undefined, 1).slice(2)}\n`

/**
 * @param wasLocked whether nobody but its writer can have changed it: what is out of order is then looked for here alone
 * @throws BadBackup where it is not, in every detail, what this app wrote
 */
export function readDump(text: string, wasLocked = false, most: typeof noLimits = limits): Dump {
  const value = parseSafely(text, most)
  const { format, version } = v.parse(v.fallback(Header, {}), value)
  if (format !== dumpFormat) throw new BadBackup('notOurs')
  if (typeof version === 'number' && version > dumpVersion) throw new BadBackup('newer')
  const read = v.safeParse(Dump, value, { abortEarly: true })
  if (!read.success) throw new BadBackup('changed')
  const faults = faultsOf(read.output)
  // What is said to be out of order must be what is: anything else was changed after it was made.
  if (!wasLocked && !sameData(faults, read.output.faults)) throw new BadBackup('changed')
  return { ...read.output, faults }
}

const Header = v.object({ format: v.optional(v.unknown()), version: v.optional(v.unknown()) })
