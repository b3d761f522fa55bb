/** An incident: one diary entry, as the person wrote it. Codes are kept; the words for them live in `text/`. */
import * as v from 'valibot'
import { code, codes, line, words, zoned } from './shapes.ts'

export const kinds = [
  'cannabis',
  'otherSmell',
  'dealing',
  'drugUse',
  'growing',
  'noise',
  'shouting',
  'people',
  'damage',
  'other',
  'worried',
] as const
/** What sort of nuisance. `worried` ("I am worried about somebody") stands apart: never remembered, off the sheet unless chosen. */
export type Kind = (typeof kinds)[number]

/** VDI 3882 part 1: 0 not perceptible, 1 very weak … 6 extremely strong. */
export const strengths = [0, 1, 2, 3, 4, 5, 6] as const
export type Strength = (typeof strengths)[number]

export const loudnesses = ['justHeard', 'clear', 'loud', 'veryLoud', 'throughWalls'] as const
export const unpleasantnesses = [
  'notReally',
  'slightly',
  'unpleasant',
  'veryUnpleasant',
  'unbearable',
] as const
export const frequencies = [
  'first',
  'nowAndThen',
  'weekly',
  'severalWeekly',
  'daily',
  'severalDaily',
  'always',
] as const

/** From the landlord's page (windows, outdoor space, families, health) and the effects that diary sheets ask for. */
export const impacts = [
  'windows',
  'outdoors',
  'sleep',
  'leftRoom',
  'leftHome',
  'child',
  'breathing',
  'headache',
  'sick',
  'anxious',
  'work',
  'visitors',
  'laundry',
  'hallway',
] as const

export const actions = [
  'closedWindows',
  'openedWindows',
  'leftRoom',
  'wentOut',
  'blockedGaps',
  'keptChildAway',
  'fan',
  'nothing',
] as const

export const waysKnown = ['saw', 'heard', 'door', 'window', 'wall', 'told', 'notSure'] as const

/** How long it lasted. No span at all means that the person did not say. */
const Span = v.variant('is', [
  v.strictObject({ is: v.literal('ongoing') }),
  v.strictObject({ is: v.literal('until'), ended: zoned }),
  v.strictObject({ is: v.literal('about'), minutes: v.picklist([5, 15, 30, 60, 120, 240, 480]) }),
])
export type Span = v.InferOutput<typeof Span>

/** Where the person thinks it comes from. "Not sure" is a full answer. */
const Source = v.variant('is', [
  v.strictObject({ is: v.literal('thought'), words }),
  v.strictObject({ is: v.literal('notSure') }),
])

export const Incident = v.strictObject({
  kinds: v.pipe(codes(kinds), v.minLength(1)),
  /** The person's own word for `other`. */
  otherKind: v.optional(line),
  happened: zoned,
  span: v.optional(Span),
  strength: v.optional(v.picklist(strengths)),
  loudness: v.optional(code(loudnesses)),
  unpleasant: v.optional(code(unpleasantnesses)),
  frequency: v.optional(code(frequencies)),
  impacts: v.optional(codes(impacts)),
  impactWords: v.optional(words),
  whatHappened: v.optional(words),
  peopleThere: v.optional(words),
  whoElseNoticed: v.optional(words),
  place: v.optional(line),
  actions: v.optional(codes(actions)),
  actionWords: v.optional(words),
  source: v.optional(Source),
  howKnown: v.optional(codes(waysKnown)),
  howKnownWords: v.optional(words),
})
/** What was written about one incident: only the fields that were filled in are there. */
export type Incident = v.InferOutput<typeof Incident>

export const smells: readonly Kind[] = ['cannabis', 'otherSmell']
export const isSmell = (incident: Pick<Incident, 'kinds'>) =>
  incident.kinds.some(kind => smells.includes(kind))
export const isNoise = (incident: Pick<Incident, 'kinds'>) =>
  incident.kinds.some(kind => kind === 'noise' || kind === 'shouting')
