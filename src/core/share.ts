/** A share: the record of a document made, so that the very same file can be made again, and of where it went. */
import * as v from 'valibot'
import { Profile } from './profile.ts'
import { instant, line, words, zoned } from './shapes.ts'
import { Choices, LastSheet } from './sheet/choices.ts'

/** What drew it: the very build of the drawing code, and the browser with its version, as `Chrome/150`. */
const DrawnBy = v.strictObject({ build: line, browser: line })
export type DrawnBy = v.InferOutput<typeof DrawnBy>

export const Share = v.strictObject({
  made: instant,
  zone: line,
  /** Who and whom it was for, as it stood then. */
  profile: Profile,
  choices: Choices,
  lastSheet: v.optional(LastSheet),
  /** Where the diary began then, and how many entries could not be read: both stand on the document. */
  firstDay: v.optional(v.pipe(v.string(), v.isoDate())),
  damaged: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Id of each entry that stood on the document → how many revisions it had then. */
  revisions: v.record(v.string(), v.number()),
  /** The record code printed on it. */
  code: line,
  file: line,
  pages: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** SHA-256 of the file, hexadecimal: tells whether one made again is the very same. */
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  drawnBy: v.optional(DrawnBy),
  /** Said by the person: to whom it went, and when. Only this moves "since the last sheet". */
  sent: v.optional(v.strictObject({ to: line, on: zoned })),
  reply: v.optional(v.strictObject({ came: zoned, words })),
})
export type Share = v.InferOutput<typeof Share>
