/** What the person chose before making a sheet. Kept with the share, so that the very same sheet can be made again. */
import * as v from 'valibot'
import { kinds } from '../incident.ts'
import { code, codes, instant, words } from '../shapes.ts'

/** Things that can be left out. Names also stand in free text: those are masked word by word. */
export const leavable = ['name', 'address', 'contact', 'source', 'others'] as const
export type Leavable = (typeof leavable)[number]

const date = v.pipe(v.string(), v.isoDate())

const Period = v.variant('is', [
  /** What is new or amended since the last sheet that the person confirmed as sent; all where there was none. */
  v.strictObject({ is: v.literal('sinceLast') }),
  v.strictObject({ is: v.literal('all') }),
  /** Days on which incidents began, both included. */
  v.strictObject({ is: v.literal('between'), from: date, to: date }),
])
export type Period = v.InferOutput<typeof Period>

/** One masked word: the n-th run of characters between white space, from 0. */
const Mask = v.strictObject({
  id: v.string(),
  field: v.string(),
  word: v.pipe(v.number(), v.integer(), v.minValue(0)),
})
export type Mask = v.InferOutput<typeof Mask>

export const Choices = v.strictObject({
  for: code(['landlord', 'record']),
  period: Period,
  /** Only incidents of at least one of these kinds; all kinds where it is missing. */
  kinds: v.optional(codes(kinds)),
  /** Entries of the kind "I am worried about somebody" stay off the landlord's sheet unless chosen. */
  worried: v.optional(v.boolean()),
  /** Only incidents thought to come from here, in the very words of the entry. */
  source: v.optional(words),
  /**
   * The same as it is kept with a share, without the words: all incidents on the document say them, and words that are
   * removed from the diary for good must not live on in a choice.
   */
  oneSource: v.optional(v.boolean()),
  leaveOut: codes(leavable),
  /** A printed report to Crimestoppers ends its anonymity: out unless chosen. */
  crimestoppers: v.optional(v.boolean()),
  masks: v.array(Mask),
  statement: code(['plain', 'formal']),
  /** Attach the data to a landlord's sheet too. The full record always carries it. */
  attach: v.optional(v.boolean()),
})
export type Choices = v.InferOutput<typeof Choices>

/** The last sheet that the person confirmed as sent to this landlord. */
export const LastSheet = v.strictObject({
  madeAt: instant,
  /** Id of each record that stood on it → how many revisions it had then. */
  revisions: v.record(v.string(), v.number()),
})
export type LastSheet = v.InferOutput<typeof LastSheet>
