/** Entries of two diaries: which line stands, what stands aside, which number needs a letter. */
import { sameData } from '../canonical.ts'
import { followsFrom, lineOf, type Place } from '../line.ts'
import type { RecordType } from '../record.ts'
import { BadBackup } from './bad-backup.ts'
import type { BackupEntry, BackupRevision, Holding, Stands } from './dump.ts'
import { goneFrom, withoutField, withoutTheSame } from './merge-version.ts'
import type { MergedVersions } from './merge-versions.ts'
import { entriesOf, factsOf, type HeldEntry, isReadable, placeKey } from './verify.ts'

/** What was brought in. */
export interface Brought {
  /** New entries. */
  entries: Record<RecordType, number>
  /** New versions, those of new entries among them. */
  versions: number
  /** Entries that were here and went on. */
  wentOn: number
  /** Entries changed on two phones: both histories are kept. */
  twice: number
  /** New entries that show a letter. */
  lettered: number
  /** Versions that did not open here and do now, and versions from which words went that the other diary had removed. */
  mended: number
  removed: number
}

interface MergedEntries {
  entries: BackupEntry[]
  revisions: BackupRevision[]
  brought: Brought
}

export function mergeEntries(ours: Holding, theirs: Holding, versions: MergedVersions): MergedEntries {
  const here = entriesOf(ours)
  const there = entriesOf(theirs)
  const brought: Brought = {
    entries: { incident: 0, report: 0, share: 0 },
    versions: versions.fresh.size,
    wentOn: 0,
    twice: 0,
    lettered: 0,
    mended: versions.mended.size,
    removed: 0,
  }
  const besides = new Map(ours.entries.map(one => [one.id, one]))
  const letters = lettersOf(here.values())
  // Those that have no letter yet choose first: they keep their plain number where they can.
  const coming = [...there.values()].sort(
    (a, b) => Number(!!a.beside.letter) - Number(!!b.beside.letter) || (a.id < b.id ? -1 : 1),
  )
  for (const their of coming) {
    const our = here.get(their.id)
    const beside = our ? met(our, their, versions, brought) : arrived(their, versions, letters, brought)
    if (beside) besides.set(their.id, beside)
    else besides.delete(their.id)
  }
  brought.removed = versions.removed.size
  return { entries: [...besides.values()], revisions: [...versions.byLink.values()], brought }
}

/** An entry that was not here. */
function arrived(
  their: HeldEntry,
  { where }: MergedVersions,
  letters: Map<string, Set<string>>,
  brought: Brought,
): BackupEntry | undefined {
  const { id, beside } = their
  const facts = factsOf(their)
  if (!facts) return undefined
  brought.entries[facts.type]++
  const letter = freeLetter(letters, `${facts.type} ${facts.number}`, beside.letter)
  if (letter) brought.lettered++
  return filled({
    id,
    letter,
    aside: beside.aside?.map(place => where(place)),
    stands: moved(beside.stands, where),
  })
}

/** An entry that both have. Ours stands, unless theirs simply goes on from it. */
function met(
  our: HeldEntry,
  their: HeldEntry,
  merged: MergedVersions,
  brought: Brought,
): BackupEntry | undefined {
  const [mine, other] = [factsOf(our), factsOf(their)]
  const identity = (one: typeof mine) => one && [one.type, one.diary, one.number]
  if (mine && other && !sameData(identity(mine), identity(other))) throw new BadBackup('changed')

  const all = [...our.versions, ...their.versions.filter(({ link }) => merged.fresh.has(link))]
  const now = () => all.flatMap(({ link }) => merged.byLink.get(link) ?? [])
  removeTheSame(our, their, merged)

  const ourAside = (our.beside.aside ?? []).map(placeKey)
  const theirAside = (their.beside.aside ?? []).map(place => placeKey(merged.where(place)))
  const ourLine = linksOf(
    our.versions.flatMap(({ link }) => merged.byLink.get(link) ?? []),
    ourAside,
  )
  const theirLine = linksOf(
    their.versions.flatMap(({ link }) => merged.byLink.get(link) ?? []),
    theirAside,
  )
  const goesOn = isPrefix(ourLine, theirLine)
  const line = new Set(goesOn ? theirLine : ourLine)
  if (goesOn && theirLine.length > ourLine.length) brought.wentOn++

  const known = new Set([...ourLine, ...theirLine])
  const set = new Set([...ourAside, ...theirAside])
  const aside = now().filter(one => !line.has(one.link) && (known.has(one.link) || set.has(placeKey(one))))
  if (aside.length > ourAside.length) brought.twice++
  const sound = now().every(isReadable) && followsFrom(lineOf(now().filter(isReadable), aside)) !== undefined
  return filled({
    id: our.id,
    letter: our.beside.letter,
    aside: aside.map(({ chain, seq }) => ({ chain, seq })),
    stands: sound
      ? undefined
      : (our.beside.stands ?? standsOf(our) ?? moved(their.beside.stands, merged.where)),
  })
}

/** Takes out of the versions of each side the very words that the other had removed from one that both have. */
function removeTheSame(our: HeldEntry, their: HeldEntry, { byLink, removed }: MergedVersions): void {
  const take = (link: string, from: (one: BackupRevision) => BackupRevision) => {
    const one = byLink.get(link)
    const without = one && from(one)
    if (!without || without === one) return
    byLink.set(link, without)
    removed.add(link)
  }
  const sides: [HeldEntry, HeldEntry][] = [
    [our, their],
    [their, our],
  ]
  for (const [{ versions, beside }, other] of sides) {
    const copies = new Map(other.versions.map(one => [one.link, one]))
    const gone = versions.flatMap(one => goneFrom(copies.get(one.link), one))
    // Only from what this side wrote without knowing: whoever removed words may have written them anew since.
    for (const { link } of versions.filter(one => !copies.has(one.link)))
      take(link, one => withoutTheSame(one, gone))
    // A version that did not open and now does may still have what a later one of its line removed.
    const line = lineOf(versions.filter(isReadable), beside.aside)
    for (const { body } of line) {
      for (const { revision, field } of body.removals ?? []) {
        const by = { revision: body.revision, at: body.written }
        for (const { link } of line.filter(one => one.body.revision === revision))
          take(link, one => withoutField(one, field, by))
      }
    }
  }
}

/** An entry as it was, where it cannot follow from its versions any more. */
function standsOf({ follows }: HeldEntry): Stands | undefined {
  if (!follows) return undefined
  const { id: _, ...stands } = follows
  return stands
}

/** The links of a line, oldest first. */
const linksOf = (versions: readonly BackupRevision[], aside: readonly string[]): string[] =>
  lineOf(versions.filter(isReadable).filter(one => !aside.includes(placeKey(one)))).map(({ link }) => link)

const isPrefix = (short: readonly string[], long: readonly string[]): boolean =>
  short.every((link, i) => link === long[i])

const moved = (stands: Stands | undefined, where: (place: Place) => Place): Stands | undefined =>
  stands && { ...stands, ...where(stands) }

/** Only what there is to say; `undefined` where that is nothing. */
function filled({
  id,
  letter,
  aside,
  stands,
}: { [K in keyof BackupEntry]: BackupEntry[K] | undefined } & { id: string }) {
  if (!letter && !aside?.length && !stands) return undefined
  return {
    id,
    ...(letter ? { letter } : {}),
    ...(aside?.length ? { aside } : {}),
    ...(stands ? { stands } : {}),
  }
}

/** The letters that each number is shown with; the plain number is ''. */
function lettersOf(entries: Iterable<HeldEntry>): Map<string, Set<string>> {
  const letters = new Map<string, Set<string>>()
  for (const entry of entries) {
    const facts = factsOf(entry)
    if (!facts) continue
    const number = `${facts.type} ${facts.number}`
    letters.set(number, (letters.get(number) ?? new Set()).add(entry.beside.letter ?? ''))
  }
  return letters
}

/** The wanted letter where it is free, else the first that is: B, C … Z, BB, BC … */
function freeLetter(letters: Map<string, Set<string>>, number: string, wanted = ''): string {
  const taken = letters.get(number) ?? new Set()
  letters.set(number, taken)
  let letter = wanted
  for (let i = 0; taken.has(letter); i++) letter = letterAt(i)
  taken.add(letter)
  return letter
}

function letterAt(i: number): string {
  const last = String.fromCharCode(66 + (i % 25))
  return i < 25 ? last : letterAt(Math.floor(i / 25) - 1) + last
}
