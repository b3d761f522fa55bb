/** Words as a screen may show them. */

/** `[U+202E]` */
export const codeOf = (sign: string): string =>
  `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`

/**
 * Marks that turn text around, or that end such a turn (Unicode Annex 9: embeddings, overrides, isolates), are shown by
 * their number, as on paper: with them a text reads other than it was written, and so may what stands beside it.
 */
export const shown = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, codeOf)
