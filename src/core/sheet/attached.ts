/**
 * The data that travels inside a document, as JSON: what the document was made from, less what was left out of it.
 * A full record kept anywhere is also a copy of the diary.
 */
import * as v from 'valibot'
import { Profile } from '../profile.ts'
import { changes, contentShapes, type Entry, type RecordType, type Revision } from '../record.ts'
import { instant, line, words } from '../shapes.ts'
import { leavable } from './choices.ts'
import { type Scene, textIn } from './incident-words.ts'
import { eachText } from './masks.ts'
import { masksReason, reasonsIn } from './reasons.ts'
import type { SheetRequest } from './request.ts'

const removedWords = { field: v.string(), words: v.number(), at: instant }

const entryOf = <T extends 'incident' | 'report'>(type: T) =>
  v.strictObject({
    id: v.pipe(v.string(), v.uuid()),
    type: v.literal(type),
    number: v.number(),
    content: contentShapes[type],
    firstWritten: instant,
    lastWritten: instant,
    revisions: v.number(),
    code: line,
    withdrawn: v.optional(v.strictObject({ at: instant, why: words })),
    removed: v.optional(v.array(v.strictObject(removedWords))),
    letter: v.optional(line),
    aside: v.optional(v.array(v.strictObject({ chain: v.string(), seq: v.number() }))),
  })

const AttachedRevision = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  type: v.picklist(['incident', 'report', 'share']),
  number: v.number(),
  revision: v.number(),
  change: v.picklist(changes),
  written: instant,
  zone: line,
  content: v.record(v.string(), v.unknown()),
  why: v.optional(words),
  aside: v.optional(v.literal(true)),
  removed: v.optional(v.array(v.strictObject({ ...removedWords, why: v.string() }))),
})

export const AttachedData = v.strictObject({
  format: v.literal('doorstep-diary'),
  version: v.literal(1),
  made: instant,
  zone: line,
  /** The record code printed on the document. */
  code: v.optional(line),
  profile: Profile,
  incidents: v.array(entryOf('incident')),
  reports: v.array(entryOf('report')),
  revisions: v.optional(v.array(AttachedRevision)),
  /** What was left out of this copy, and how many words were masked in it. */
  leftOut: v.array(v.picklist(leavable)),
  masked: v.number(),
})
export type AttachedData = v.InferOutput<typeof AttachedData>

export function attachedData(request: SheetRequest, scene: Scene): AttachedData {
  const { choices, profile, madeAt, zone, recordCode } = request
  const shown = new Set([...scene.chosen.incidents, ...scene.chosen.reports].map(({ id }) => id))
  // What was taken back is not handed on: a landlord's copy has the number and the reason alone.
  const standing = <T extends RecordType>(entries: readonly Entry<T>[]) =>
    choices.for === 'record' ? entries : entries.filter(({ withdrawn }) => !withdrawn)
  const cleaned = <T extends 'incident' | 'report'>(entry: Entry<T>): Entry<T> => ({
    ...entry,
    content: less(entry.id, entry.content, request, scene, false) as Entry<T>['content'],
    ...(entry.withdrawn
      ? { withdrawn: less(entry.id, entry.withdrawn, request, scene, false, 'withdrawn.') }
      : {}),
  })
  const reasonOf = reasonsIn(request, scene)
  return {
    format: 'doorstep-diary',
    version: 1,
    made: madeAt,
    zone,
    ...(recordCode === undefined ? {} : { code: recordCode }),
    profile: less('profile', profile, request, scene, false),
    incidents: standing(scene.chosen.incidents).map(cleaned),
    reports: standing(scene.chosen.reports).map(cleaned),
    ...(choices.for === 'record' && request.revisions
      ? {
          revisions: request.revisions
            .filter(({ id }) => shown.has(id))
            .map(
              (revision): Revision => ({
                ...revision,
                content: less(revision.id, revision.content, request, scene, true),
                ...(revision.why === undefined ? {} : { why: textIn(reasonOf(revision)) }),
                // The version that removed them says why, too, less the words masked.
                ...(revision.removed && masksReason(request, revision.id)
                  ? { removed: revision.removed.map(one => ({ ...one, why: scene.wording.leftOut })) }
                  : {}),
              }),
            ),
        }
      : {}),
    leftOut: choices.leaveOut,
    masked: choices.masks.length,
  }
}

const fieldsOf = {
  name: ['name'],
  address: ['address'],
  contact: ['phone', 'email', 'safeContact'],
  source: ['source', 'howKnown', 'howKnownWords', 'sourceLandlord'],
  others: ['peopleThere', 'whoElseNoticed'],
} as const

/**
 * Content without what was left out, and with its masks. A mask counts the words of an entry as it stands; in earlier
 * versions (`dropMasked`) the words may stand elsewhere, so there the whole field goes.
 */
function less<C extends object>(
  id: string,
  content: C,
  { choices }: SheetRequest,
  { quote }: Scene,
  dropMasked: boolean,
  path = '',
): C {
  const left = new Set<string>(choices.leaveOut.flatMap(one => [...fieldsOf[one]]))
  const masked = new Set(choices.masks.filter(one => one.id === id).map(({ field }) => field))
  const isMasked = (field: string) => [...masked].some(one => one === field || one.startsWith(`${field}.`))
  const text = (field: string, value: string) => (masked.has(field) ? textIn(quote(id, field, value)) : value)
  const kept = Object.entries(content).flatMap(([field, value]: [string, unknown]) => {
    if (left.has(field) || (dropMasked && isMasked(field))) return []
    return [[field, isMasked(path + field) ? eachText(path + field, value, text) : value] as const]
  })
  return Object.fromEntries(kept) as C
}
