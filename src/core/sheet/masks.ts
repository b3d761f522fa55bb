/**
 * A mask counts words, so it holds for the text it was put on. Where another text stands there now, all of it is masked
 * until the person looks again.
 */
import type { Mask } from './choices.ts'
import type { SheetRequest } from './request.ts'
import { visible } from './visible.ts'
import { wordsAndSpaces } from './written.ts'

/** The text under each masked field, as it was when the person masked it. */
export type TextsUnder = ReadonlyMap<string, string>

type Written = Pick<SheetRequest, 'profile' | 'incidents' | 'reports'>

const placeOf = ({ id, field }: Pick<Mask, 'id' | 'field'>): string => `${id} ${field}`

/** The same for all replies of a report, and for all its numbers: these may change places. */
const alike = (place: string): string => place.replace(/\.\d+(?=\.|$)/g, '.#')

/** The texts under these masks as they read now. Of what is not there any more, `known` is kept. */
export function textsUnder(
  masks: readonly Mask[],
  written: Written,
  known: TextsUnder = new Map(),
): TextsUnder {
  const texts = textsOf(masks, written)
  return new Map(
    masks.map(placeOf).flatMap(place => {
      const text = texts.get(place) ?? known.get(place)
      return text === undefined ? [] : [[place, text] as const]
    }),
  )
}

/**
 * Masks as they hold for what is written now: `held` cover what they covered before, `anew` are over each word of texts
 * that were changed.
 */
export function masksNow(masks: Mask[], putOn: TextsUnder, written: Written): { held: Mask[]; anew: Mask[] } {
  const texts = textsOf(masks, written)
  const changed = new Set(
    masks
      .map(placeOf)
      .filter(place => putOn.has(place) && putOn.get(place) !== texts.get(place))
      .map(alike),
  )
  const now = [...texts].filter(([place]) => changed.has(alike(place)))
  const covered = new Set(now.map(([place]) => alike(place)))
  return {
    held: masks.filter(mask => !covered.has(alike(placeOf(mask)))),
    anew: now.flatMap(([place, text]) => {
      const [id = '', field = ''] = place.split(' ')
      const words = wordsAndSpaces(visible(text)).filter(part => /^\S/.test(part))
      return words.map((_, word) => ({ id, field, word }))
    }),
  }
}

/** All texts of what is masked anywhere, by place. */
function textsOf(masks: readonly Mask[], { profile, incidents, reports }: Written): Map<string, string> {
  const ids = new Set(masks.map(({ id }) => id))
  const found = new Map<string, string>()
  const note = (id: string, content: object) => {
    for (const [name, value] of Object.entries(content))
      eachText(name, value, (field, text) => {
        found.set(placeOf({ id, field }), text)
        return text
      })
  }
  if (ids.has('profile')) note('profile', profile)
  for (const { id, content, withdrawn } of [...incidents, ...reports]) {
    if (ids.has(id)) note(id, { ...content, withdrawn })
  }
  return found
}

/** Puts another in place of every text in a value. The words of a source or reply go by the name of what they are the words of. */
export function eachText(
  field: string,
  value: unknown,
  text: (field: string, value: string) => string,
): unknown {
  if (typeof value === 'string') return text(field, value)
  if (Array.isArray(value)) return value.map((one, i) => eachText(`${field}.${i}`, one, text))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      eachText(key === 'words' ? field : `${field}.${key}`, inner, text),
    ]),
  )
}
