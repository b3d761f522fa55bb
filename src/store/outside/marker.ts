/**
 * The marker says, outside the database, how far the diary had come. A browser that repairs a broken database by
 * emptying it tells nobody; then the marker still knows that this is not a new diary.
 */
import * as v from 'valibot'
import { sameData } from '../../core/canonical.ts'
import { readLocal, writeLocal } from './local.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const Mark = v.strictObject({
  diary: v.string(),
  chain: v.string(),
  /** Revisions in the chain. */
  revisions: count,
  incidents: count,
  reports: count,
  /** Newest link, hex. */
  link: v.string(),
})
/** How far a diary has come. */
export type Mark = v.InferOutput<typeof Mark>

/** `before` is a diary that was lost, until somebody has said that they know. */
const Marker = v.strictObject({ now: v.optional(Mark), before: v.optional(Mark) })

/** How the diary was found at its opening. `lost`: another diary was here before. `shorter`: it held more than now. */
export type Found = { state: 'ok' | 'new' } | { state: 'lost' | 'shorter'; expected: Mark; found: Mark }

type Marker = v.InferOutput<typeof Marker>

export function readMarker(): Marker {
  const stored = v.safeParse(Marker, readLocal('marker'))
  return stored.success ? stored.output : {}
}

/**
 * Compares what was found with the marker as it was before looking, and brings the marker up to date.
 * @param linkAtMark the stored link, hex, at the marker's place in the chain
 */
export function compareWithMarker(marker: Marker, found: Mark, linkAtMark: string | undefined): Found {
  const { now, before } = marker
  const expected = now && now.revisions > 0 && linkAtMark !== now.link ? now : before
  // Moved on meanwhile by another window: that one knows better.
  if (sameData(readMarker(), marker)) writeLocal('marker', { now: found, before: expected })
  if (expected) return { state: expected.diary === found.diary ? 'shorter' : 'lost', expected, found }
  return { state: found.revisions === 0 ? 'new' : 'ok' }
}

/** Moves the marker on after a save; never back, whichever window comes last. */
export function moveMarker(
  to: Pick<Mark, 'diary' | 'chain' | 'revisions' | 'link'>,
  type: string,
  number: number,
): void {
  const { now, before } = readMarker()
  const goesOn = now?.diary === to.diary && now.chain === to.chain
  const { incidents, reports } = goesOn ? now : { incidents: 0, reports: 0 }
  const mark: Mark = {
    ...(goesOn && now.revisions > to.revisions ? now : to),
    incidents: type === 'incident' ? Math.max(incidents, number) : incidents,
    reports: type === 'report' ? Math.max(reports, number) : reports,
  }
  writeLocal('marker', { now: mark, before })
}

/** Sets the marker where a whole diary was brought in; what was lost before stays known. */
export function setMarker(now: Mark): void {
  writeLocal('marker', { now, before: readMarker().before })
}

/** Somebody has read that a diary was lost, or has it back: what is here now is the diary. */
export function settleLoss(): void {
  writeLocal('marker', { now: readMarker().now })
}
