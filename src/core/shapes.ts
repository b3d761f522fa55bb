/** The small shapes that every kind of record is built from. */
import * as v from 'valibot'
import { type Instant, parseZoned, type ZonedTime } from './time.ts'

/** A field holds at most this many UTF-16 code units: a draft of several then fits well into localStorage. */
export const longestField = 20_000
/** A one-line field: a place, a name, a reference. */
export const longestLine = 500

/** RFC 8785 (canonical JSON) has no form for a lone surrogate, so no text with one may reach the record. */
const wellFormed = v.check<string>(text => !/\p{Surrogate}/u.test(text))

export const words = v.pipe(v.string(), v.minLength(1), v.maxLength(longestField), wellFormed)
export const line = v.pipe(v.string(), v.minLength(1), v.maxLength(longestLine), wellFormed)

export const zoned = v.custom<ZonedTime>(
  value => typeof value === 'string' && parseZoned(value) !== undefined,
)

export const instant = v.custom<Instant>(
  value =>
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value) &&
    !Number.isNaN(Date.parse(value)),
)

export const code = <const T extends readonly string[]>(list: T) => v.picklist(list)

/** Several codes of a list, each once, in the order of the list: the same ticks always give the same bytes. */
export const codes = <const T extends readonly string[]>(list: T) =>
  v.pipe(
    v.array(v.picklist(list)),
    v.check(chosen => {
      const places = chosen.map(one => list.indexOf(one))
      return places.every((place, i) => i === 0 || place > (places[i - 1] ?? -1))
    }),
  )

/** Ticked codes in the order of their list, each once. */
export const inOrder = <const T extends readonly string[]>(
  list: T,
  chosen: readonly T[number][],
): T[number][] => list.filter(one => chosen.includes(one))
