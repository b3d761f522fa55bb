/** A report: "I told somebody". What moves a landlord or a case review is not incidents alone but these. */
import * as v from 'valibot'
import { code, line, words, zoned } from './shapes.ts'

export const recipients = ['police', 'landlord', 'council', 'crimestoppers', 'other'] as const
export type Recipient = (typeof recipients)[number]

export const waysTold = ['101', '999', 'online', 'email', 'webForm', 'inPerson', 'phone', 'post'] as const

export const referenceKinds = ['log', 'crime', 'receipt', 'case', 'unsure'] as const

/** A reference is free text for ever: forces write theirs with slashes, spaces, dates and leading zeros. */
const Reference = v.strictObject({ kind: code(referenceKinds), number: line })
export type Reference = v.InferOutput<typeof Reference>

const Answer = v.variant('is', [
  v.strictObject({
    is: v.literal('given'),
    numbers: v.pipe(v.array(Reference), v.minLength(1), v.maxLength(10)),
  }),
  v.strictObject({ is: v.literal('none') }),
  v.strictObject({ is: v.literal('waiting') }),
])

export const Report = v.strictObject({
  to: code(recipients),
  /** Who, where `to` is `other`; which landlord or council else. */
  toName: v.optional(line),
  how: v.optional(code(waysTold)),
  told: zoned,
  reference: v.optional(Answer),
  /** The police force that gave the reference. */
  force: v.optional(line),
  person: v.optional(line),
  said: v.optional(words),
  /** Replies that came later. */
  replies: v.optional(v.array(v.strictObject({ came: zoned, words }))),
  /** Ids of the incidents this report was about. */
  incidents: v.optional(v.array(v.pipe(v.string(), v.uuid()))),
})
export type Report = v.InferOutput<typeof Report>

/** The numbers a report brought back; none where it has none yet. */
export const numbersOf = (report: Pick<Report, 'reference'>): Reference[] =>
  report.reference?.is === 'given' ? report.reference.numbers : []
