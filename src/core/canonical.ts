/** RFC 8785 (JSON Canonicalization Scheme): one value, one text, whoever writes it and on whatever engine. */

/** A value JSON can say. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** Nothing that could not be written down for ever may be committed to: a fault of the caller, never of the person. */
export class NotCanonical extends Error {}

/**
 * The canonical text of a value. Members that are `undefined` are left out, as JSON leaves them out.
 * @throws NotCanonical for what JSON has no word for: functions, `NaN`, lone surrogates (RFC 8785 section 3.2.2.2).
 */
export function canonical(value: unknown): string {
  switch (typeof value) {
    case 'string':
      if (/\p{Surrogate}/u.test(value)) throw new NotCanonical('a text has half a character')
      return JSON.stringify(value)
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonical('not a number that JSON knows')
      // ECMAScript's own number format is the one that RFC 8785 prescribes.
      return JSON.stringify(value)
    case 'boolean':
      return String(value)
    case 'object':
      break
    default:
      throw new NotCanonical(`JSON has no ${typeof value}`)
  }
  if (value === null) return 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isPlain(value)) throw new NotCanonical('only plain objects are data')
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  // Sorted by UTF-16 code units, as section 3.2.3 asks and `<` compares.
  members.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${canonical(name)}:${canonical(member)}`).join(',')}}`
}

/** Whether two values are the same data. */
export const sameData = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
