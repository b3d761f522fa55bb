/** A diary in memory as the text of a backup, and back. */
import * as v from 'valibot'
import { sameData } from '../canonical.ts'
import type { Instant } from '../time.ts'
import { BadBackup } from './bad-backup.ts'
import { Dump, dumpFormat, dumpVersion, type Holding, inChainOrder, withoutThisPhone } from './dump.ts'
import { parseSafely } from './json.ts'
import { faultsOf } from './verify.ts'

/** With all that is not in order said; what says something about this phone alone is left out. */
export function dumpOf(held: Holding, made: Instant): Dump {
  const { diary, head, chains, revisions, entries, profile, settings } = held
  return {
    format: dumpFormat,
    version: dumpVersion,
    made,
    diary,
    ...(head ? { head } : {}),
    chains: [...chains].sort((a, b) => (a.chain < b.chain ? -1 : 1)),
    revisions: [...revisions].sort(inChainOrder),
    entries: [...entries].sort((a, b) => (a.id < b.id ? -1 : 1)),
    profile,
    settings: withoutThisPhone(settings),
    faults: faultsOf(held),
  }
}

/** JSON, one version a line, so that a person can look into it with any editor. */
export function textOf({ chains, revisions, entries, ...rest }: Dump): string {
  const { format, version, made, ...after } = rest
  const lines = (list: readonly object[]) => `[${list.map(one => `\n${JSON.stringify(one)}`).join(',')}\n]`
  const head = JSON.stringify({ format, version, made }).slice(0, -1)
  const tail = JSON.stringify(after).slice(1)
  return `${head},\n"chains":${lines(chains)},\n"entries":${lines(entries)},\n"revisions":${lines(revisions)},\n${tail}\n`
}

/** @throws BadBackup where it is not, in every detail, what this app wrote */
export function readDump(text: string): Dump {
  const value = parseSafely(text)
  const { format, version } = v.parse(v.fallback(Header, {}), value)
  if (format !== dumpFormat) throw new BadBackup('notOurs')
  if (typeof version === 'number' && version > dumpVersion) throw new BadBackup('newer')
  const read = v.safeParse(Dump, value, { abortEarly: true })
  // What is said to be out of order must be what is: anything else was changed after it was made.
  if (!read.success || !sameData(faultsOf(read.output), read.output.faults)) throw new BadBackup('changed')
  return read.output
}

const Header = v.object({ format: v.optional(v.unknown()), version: v.optional(v.unknown()) })
