/** Whether what a reader takes out of a file is what was written. */
import { visible } from '../../src/core/sheet/visible.ts'
import { endOf, startOf } from './documents.ts'

export type Reader = 'poppler' | 'pdf.js' | 'mupdf'

const rightToLeft = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u
/** A line may end within these: a long word, a script without spaces, a row of pictures. */
const mayBreakAnywhere =
  /\S{40}|[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u

/** The numbers of the strings that did not come back equal, with both texts. */
export function differences(extracted: string, strings: readonly string[], reader: Reader) {
  const text = extracted.replace(/(Diary sheet|Full record)\s+·[^\n]*?Page\s+\d+\s+of\s+\d+/g, ' ')
  return strings.flatMap((string, i) => {
    const [start, end] = [text.indexOf(startOf(i)), text.indexOf(endOf(i))]
    const got = start < 0 || end < start ? undefined : text.slice(start + startOf(i).length, end)
    if (got !== undefined && isEqual(got, string, reader)) return []
    return [{ number: i, wanted: folded(visible(string)), got: got === undefined ? got : folded(got) }]
  })
}

const folded = (text: string) => withoutMarks(decoded(text)).normalize('NFC').replace(/\s+/g, ' ').trim()

/** Readers wrap what runs from right to left in marks of direction; such marks are shown by number where they were written. */
const withoutMarks = (text: string) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')

/** `[U+1F443]` is the character that it names, on either side: a phone may lack what another has. */
const decoded = (text: string) =>
  text.replace(/\[\s*U\s*\+\s*([0-9A-F]{4,6})\s*\]/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  )

function isEqual(got: string, written: string, reader: Reader): boolean {
  const shown = visible(written)
  const [one, other] = [tidied(folded(got), reader), tidied(folded(shown), reader)]
  if (one === other) return true
  const unspaced = (text: string) => text.replace(/\s/g, '')
  if (rightToLeft.test(written))
    return [...unspaced(one)].sort().join('') === [...unspaced(other)].sort().join('')
  // pdf.js puts a space after a mark that stands on one.
  const mayGainSpace = reader === 'pdf.js' && /\s\p{Mn}/u.test(written)
  return (mayGainSpace || mayBreakAnywhere.test(shown)) && unspaced(one) === unspaced(other)
}

/** What a reader does to the text of every document, done to both sides. */
function tidied(text: string, reader: Reader): string {
  // `isInvisibleFormatMark` in pdf.js 5.6: format characters by themselves are left out.
  if (reader === 'pdf.js') return text.replace(/\p{Cf}/gu, '')
  // mupdf 1.21 takes ligatures apart.
  if (reader === 'mupdf') return text.replace(/[\ufb00-\ufb06]/g, sign => sign.normalize('NFKC'))
  return text
}
