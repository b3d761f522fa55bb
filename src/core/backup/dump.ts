/**
 * What a backup holds: the whole diary as one piece of data, written as JSON. Everything that comes from a file goes
 * through this one schema; what it does not name is refused. The format is written down in docs/backup-format.md.
 */
import * as v from 'valibot'
import { canonical, NotCanonical } from '../canonical.ts'
import { Profile } from '../profile.ts'
import { carriesContent, isContent, recordTypes } from '../record.ts'
import { hex, RevisionBody } from '../revision.ts'
import { instant, line, words } from '../shapes.ts'
import { Share } from '../share.ts'

export const dumpFormat = 'doorstep-diary-backup'
/** Raised with any change to what is written; older ones stay readable for ever. */
export const dumpVersion = 1

/** Settings that say something about one phone and never travel. */
export const settingsOfThisPhone = ['lastBackup', 'backupPassphrase', 'livesElsewhere', 'lock'] as const

/** Whether it can be written down for good: half a character cannot. */
function isCanonical(value: unknown): boolean {
  try {
    canonical(value)
    return true
  } catch (error) {
    if (error instanceof NotCanonical) return false
    throw error
  }
}

const uuid = v.pipe(v.string(), v.uuid())
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
const Place = v.strictObject({ chain: uuid, seq: count })

/** Of a share anything can be removed, of the others only what is optional anyway. */
const KeptShare = v.partial(Share)

/** What a version says; see {@link BackupRevision}. */
export const BackupBody = v.pipe(
  v.strictObject({
    ...RevisionBody.entries,
    diary: uuid,
    zone: line,
    why: v.optional(words),
    removals: v.optional(v.array(v.strictObject({ revision: count, field: line, words: v.number() }))),
  }),
  v.check(({ type, change, content }) =>
    !carriesContent(change)
      ? Object.keys(content).length === 0
      : type === 'share'
        ? v.is(KeptShare, content)
        : isContent(type, content),
  ),
)

/** A version in its place; without a body where it does not open any more. */
export const BackupRevision = v.strictObject({
  chain: uuid,
  seq: count,
  id: uuid,
  /** Hexadecimal, as everything of the record that is not words. */
  commitment: hex,
  link: hex,
  body: v.optional(BackupBody),
})
export type BackupRevision = v.InferOutput<typeof BackupRevision>

const BackupChain = v.strictObject({ chain: uuid, diary: uuid, from: v.optional(Place) })
export type BackupChain = v.InferOutput<typeof BackupChain>

const removed = v.strictObject({ field: line, words: v.number(), at: instant })

/** An entry as the phone kept it, where that does not follow from its versions: some of them are damaged. */
const Stands = v.pipe(
  v.strictObject({
    type: v.picklist(recordTypes),
    diary: uuid,
    number: count,
    happened: v.pipe(v.number(), v.safeInteger()),
    chain: uuid,
    seq: count,
    commitment: hex,
    body: v.optional(
      v.strictObject({
        content: v.record(v.string(), v.unknown()),
        firstWritten: instant,
        lastWritten: instant,
        revisions: count,
        withdrawn: v.optional(v.strictObject({ at: instant, why: v.string() })),
        removed: v.optional(v.array(removed)),
      }),
    ),
  }),
  v.check(({ type, body }) => body === undefined || isContent(type, body.content)),
)
export type Stands = v.InferOutput<typeof Stands>

/** What an entry has beside its versions. All else about it follows from them. */
const BackupEntry = v.strictObject({
  id: uuid,
  letter: v.optional(v.pipe(v.string(), v.regex(/^[B-Z]{1,4}$/))),
  aside: v.optional(v.pipe(v.array(Place), v.minLength(1))),
  stands: v.optional(Stands),
})
export type BackupEntry = v.InferOutput<typeof BackupEntry>

/**
 * What was already not in order when the backup was made. `missing`: no version at this place (up to `to`), or no
 * entry of this id. `double`: another entry has the same number. The others as in core/checking.ts.
 */
const BackupFault = v.strictObject({
  is: v.picklist(['unreadable', 'altered', 'link', 'missing', 'state', 'double']),
  chain: v.optional(uuid),
  seq: v.optional(count),
  to: v.optional(count),
  id: v.optional(uuid),
})
export type BackupFault = v.InferOutput<typeof BackupFault>

const holding = {
  /** The diary that was written to. */
  diary: uuid,
  /** Where it goes on from; missing where nothing was written yet. */
  head: v.optional(Place),
  chains: v.array(BackupChain),
  revisions: v.array(BackupRevision),
  entries: v.array(BackupEntry),
  profile: Profile,
  settings: v.pipe(
    v.record(v.string(), v.unknown()),
    v.check(settings => isCanonical(settings)),
  ),
}
const Holding = v.strictObject(holding)
/** All that a diary holds, in memory. */
export type Holding = v.InferOutput<typeof Holding>

export const Dump = v.strictObject({
  format: v.literal(dumpFormat),
  version: v.literal(dumpVersion),
  made: instant,
  ...holding,
  faults: v.array(BackupFault),
})
export type Dump = v.InferOutput<typeof Dump>

/** The same diary gives the same text, whenever and wherever it was written out. */
export function canonicalHolding({
  diary,
  head,
  chains,
  revisions,
  entries,
  profile,
  settings,
}: Holding): string {
  return canonical({
    // A diary in which nothing was ever written is like any other.
    diary: revisions.length > 0 ? diary : undefined,
    head,
    chains: [...chains].sort(by(({ chain }) => chain)),
    revisions: [...revisions].sort(inChainOrder),
    entries: [...entries].sort(by(({ id }) => id)),
    profile,
    settings: withoutThisPhone(settings),
  })
}

export const withoutThisPhone = (settings: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(settings).filter(([name]) => !settingsOfThisPhone.some(one => one === name)),
  )

export const inChainOrder = (a: BackupRevision, b: BackupRevision): number =>
  a.chain === b.chain ? a.seq - b.seq : a.chain < b.chain ? -1 : 1

const by =
  <T>(key: (one: T) => string) =>
  (a: T, b: T): number =>
    key(a) < key(b) ? -1 : 1
