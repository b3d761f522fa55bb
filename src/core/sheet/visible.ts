/**
 * Text as paper can show it. What would be invisible, or would make text read other than it was written, is shown by
 * its number: `[U+202E]`. Nothing is dropped, so that a sheet never says something other than the entry.
 */
import { codeOf } from '../shown.ts'

/** Most text has nothing of the kind: ASCII, or letters, marks, numbers, punctuation, symbols, plain spaces, line feeds. */
const plainest = /^[\n -~]*$/
const harmless = /^[\p{L}\p{M}\p{N}\p{P}\p{S} \u00a0\n]*$/u

/** Joiners, marks of direction and variation that mean something beside the scripts and emoji that use them. */
const joiner = /[\u200c\u200d]/
const direction = /[\u200e\u200f\u061c]/
const variation = /[\ufe0e\ufe0f]/
const tag = /[\u{e0020}-\u{e007f}]/u
const rightToLeft = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}]/u
const joined = /[\p{L}\p{M}\p{So}\p{Emoji_Presentation}\p{Emoji_Modifier}]/u
const varied = /[\p{So}\p{Sm}\p{Po}\p{N}\p{Emoji}]/u

/**
 * Line ends become line feeds and odd spaces plain ones, control characters and the like become their numbers; text
 * without any comes back as it is, composed (NFC).
 */
export function visible(text: string): string {
  if (plainest.test(text)) return text
  const even = text.replace(/\r\n?|[\u2028\u2029]/g, '\n').normalize('NFC')
  if (harmless.test(even) && !/[\u00ad\ue000-\uf8ff]/.test(even)) return even
  const signs = [...even]
  const mayTurn = rightToLeft.test(even)
  return signs
    .map((sign, i) => {
      const [before = '', after = ''] = [signs[i - 1], signs[i + 1]]
      if (/[\p{L}\p{M}\p{N}\p{P}\p{S}\n]/u.test(sign) && !isPrivate(sign)) return sign
      if (sign === '\t' || /\p{Zs}/u.test(sign)) return sign === '\u00a0' ? sign : ' '
      if (joiner.test(sign) && joined.test(before) && joined.test(after) && !/[ -~]/.test(before + after))
        return sign
      if (direction.test(sign) && mayTurn) return sign
      if (variation.test(sign) && varied.test(before)) return sign
      if (tag.test(sign) && (before === '\u{1f3f4}' || tag.test(before))) return sign
      return codeOf(sign)
    })
    .join('')
}

const isPrivate = (sign: string) => /\p{Co}/u.test(sign)
