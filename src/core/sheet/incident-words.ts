/** What an incident says, field by field, in the words of a sheet. */
import type { Incident } from '../incident.ts'
import { type Entry, shownNumber } from '../record.ts'
import { readZoned, wallAt } from '../time.ts'
import type { Amended } from './amended.ts'
import type { Leavable } from './choices.ts'
import type { Words } from './model.ts'
import type { SheetRequest } from './request.ts'
import type { Chosen, GivenReference } from './select.ts'
import type { Wording } from './wording.ts'
import { joined, plain, type Quote, quiet } from './written.ts'

export interface Scene {
  chosen: Chosen
  wording: Wording
  /** Where the phone is: written times are told by its clock, and other times say whose they are. */
  zone: string
  quote: Quote
  leaves(what: Leavable): boolean
  /** How often its words were added to or changed; `undefined` for never. */
  amended(entry: Entry<'incident'>): Amended | undefined
  /** "Saturday 21 November 2026, 23:40" for an instant, where the phone is. */
  moment(instant: string): string
}

/** Longest gap, in minutes, within which an entry counts as written when it happened. */
const soon = 60

/** Kinds, with the person's own word for `other`. */
export function kindsOf(entry: Entry<'incident'>, { wording, quote }: Scene): Words {
  const { kinds, otherKind } = entry.content
  return joined(
    kinds.map(kind =>
      kind === 'other' && otherKind
        ? quote(entry.id, 'otherKind', otherKind)
        : plain(wording.labels.kind[kind]),
    ),
    '. ',
  )
}

/** Kinds with strength or loudness: what a table's cell says of an incident. */
export function whatOf(entry: Entry<'incident'>, scene: Scene): Words {
  const { strength, loudness } = entry.content
  const { labels } = scene.wording
  const how = [
    strength === undefined ? undefined : labels.strength[strength],
    loudness === undefined ? undefined : labels.loudness[loudness],
  ].filter(one => one !== undefined)
  return [...kindsOf(entry, scene), ...how.map(one => ({ text: `. ${one}` }))]
}

export const labelsOf = <Code extends string>(
  codes: readonly Code[] | undefined,
  labels: Record<Code, string>,
): string[] => (codes ?? []).map(code => labels[code])

const leftOutWith: Record<string, Leavable> = {
  source: 'source',
  howKnownWords: 'source',
  peopleThere: 'others',
  whoElseNoticed: 'others',
}

/** In place of words that were removed for good: without it they would read as never said. Of what is left out nothing is said. */
export function removedFrom({ removed }: Entry, field: string, scene: Scene): Words | undefined {
  const gone = removed?.some(one => one.field === field)
  const leavable = leftOutWith[field]
  return gone && !(leavable && scene.leaves(leavable)) ? quiet(scene.wording.removed) : undefined
}

/** Ticked effects, or else the first words of the person's own. */
export function effectOf(entry: Entry<'incident'>, scene: Scene): Words {
  const { wording, quote } = scene
  const ticked = labelsOf(entry.content.impacts, wording.labels.impact)
  if (ticked.length > 0) return plain(ticked.join('. '))
  const own = entry.content.impactWords
  if (own !== undefined) return shortened(quote(entry.id, 'impactWords', own))
  return removedFrom(entry, 'impactWords', scene) ?? quiet(wording.notSaid)
}

/** A table's cell holds the gist; every word stands in full further on. */
const cellLength = 120

function shortened(words: Words): Words {
  return words.map(piece => {
    if (piece.text.length <= cellLength) return piece
    const cut = piece.text.slice(0, cellLength)
    return { ...piece, text: `${cut.slice(0, Math.max(cut.lastIndexOf(' '), cellLength / 2)).trimEnd()} …` }
  })
}

export function placeOf(entry: Entry<'incident'>, scene: Scene): Words {
  const { id, content } = entry
  if (content.place !== undefined) return scene.quote(id, 'place', content.place)
  return removedFrom(entry, 'place', scene) ?? quiet(scene.wording.notSaid)
}

/** A police reference, in bold where it is what a reader looks for. */
export const referenceWords = (
  { report, field, number }: GivenReference,
  { quote }: Scene,
  bold = false,
): Words => quote(report.id, field, number).map(piece => (bold ? { ...piece, strong: true } : piece))

/** "5226021255, 46/4502/22" */
export const referenceList = (references: readonly GivenReference[], scene: Scene): Words =>
  joined(
    references.map(one => referenceWords(one, scene)),
    ', ',
  )

/** Words as a text, without their styles. */
export const textIn = (words: Words): string => words.map(({ text }) => text).join('')

/** The writer's name as this document shows it: left out, masked, or not given. */
export function writer({ profile }: SheetRequest, { quote, leaves }: Scene): string | undefined {
  if (leaves('name') || profile.name === undefined) return undefined
  return textIn(quote('profile', 'name', profile.name))
}

/** How the source is told: as thought, as not clear, as removed, or as left out. */
export function sourceOf(entry: Entry<'incident'>, scene: Scene): Words | undefined {
  const { id, content } = entry
  const { wording, quote } = scene
  if (content.source === undefined) return removedFrom(entry, 'source', scene)
  if (scene.leaves('source')) return quiet(wording.leftOut)
  if (content.source.is === 'notSure') return plain(wording.first.sourceNotClear)
  return quote(id, 'source', content.source.words)
}

/** When it was written down, and by how much later than it happened where that is more than an hour. */
export function writtenOf(entry: Entry<'incident'>, scene: Scene): string {
  const { full, length } = scene.wording
  const when = scene.moment(entry.firstWritten)
  const span = entry.content.span
  const end = span?.is === 'until' ? span.ended : entry.content.happened
  const minutes = Math.floor((Date.parse(entry.firstWritten) - readZoned(end).at) / 60_000)
  return minutes <= soon ? full.writtenAt(when) : full.writtenLater(when, length(minutes))
}

/** The wall time at an instant in a zone, for `Scene.moment`. */
export const wallOf = (instant: string, zone: string) => wallAt(Date.parse(instant), zone)

export const isStrong = (incident: Incident): boolean => (incident.strength ?? 0) >= 4

/** "3, 5 to 9, 12, 7·B"; after six the rest is only counted, so that it stays a line. */
export function ranges(entries: readonly Entry<'incident'>[]): string {
  const inOrder = [...entries].sort((a, b) => a.number - b.number)
  const numbers = inOrder.filter(({ letter }) => letter === undefined).map(({ number }) => number)
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  const said = [
    ...runs.map(([from, to]) =>
      from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from} to ${to}`,
    ),
    ...inOrder.filter(({ letter }) => letter !== undefined).map(shownNumber),
  ]
  return said.slice(0, 6).join(', ') + (said.length > 6 ? ' …' : '')
}
