/** What a reader takes for one character, and which way it runs. Its own rules, so that every engine cuts alike. */

/**
 * An approximation of Unicode's extended grapheme clusters (UAX #29) for text that `core/sheet/visible.ts` has been
 * over: flags, emoji joined to one picture, and a letter with all the marks on it.
 */
const cluster =
  /\p{RI}\p{RI}|[^\p{M}\n](?:[\p{M}\p{Emoji_Modifier}]|[\u{e0020}-\u{e007f}]|[\u200c\u200e\u200f\u061c]|\u200d[^\p{M}\n]?)*|\p{M}+|[\s\S]/gu

export const clustersOf = (text: string): string[] => text.match(cluster) ?? []

/** Letters and numbers of the scripts that run from right to left. */
const rightToLeft =
  /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Samr}\p{sc=Mand}\p{sc=Adlm}\p{sc=Rohg}]/u
const letter = /\p{L}/u
const digit = /\p{Nd}/u

export const runsRightToLeft = (text: string): boolean => rightToLeft.test(text)

/** The direction of a paragraph is that of its first letter (UAX #9, P2 and P3). */
export function startsRightToLeft(text: string): boolean {
  for (const sign of text) {
    if (rightToLeft.test(sign) && letter.test(sign)) return true
    if (letter.test(sign)) return false
  }
  return false
}

/** Scripts written without spaces between words: a line may end after any cluster. */
const unspaced =
  /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\p{sc=Yiii}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}\u3000-\u303f\uff00-\uff60]/u

export const isUnspaced = (text: string): boolean => unspaced.test(text)

/**
 * The clusters of a line in the order in which they stand on paper, left to right: UAX #9 in short, for text without
 * explicit marks of embedding. Readers of a PDF expect this order, and turn it back into the order of reading.
 */
export function visualOrder(line: string, fromRight: boolean): string[] {
  const clusters = clustersOf(line)
  const base = fromRight ? 1 : 0
  const levels = levelsOf(clusters, base)
  const order = clusters.map((_, i) => i)
  const highest = Math.max(0, ...levels)
  for (let level = highest; level >= 1; level--) {
    for (let start = 0; start < order.length; start++) {
      if ((levels[order[start] ?? 0] ?? 0) < level) continue
      let end = start
      while (end + 1 < order.length && (levels[order[end + 1] ?? 0] ?? 0) >= level) end++
      order.splice(start, end - start + 1, ...order.slice(start, end + 1).reverse())
      start = end
    }
  }
  return order.map(i => clusters[i] ?? '')
}

type Direction = 0 | 1 | 'number'

/** 0 and 2 run left to right, 1 right to left. Signs between two runs of one direction go with them. */
function levelsOf(clusters: readonly string[], base: 0 | 1): number[] {
  let last: Direction = base
  const directed = clusters.map((one, i): Direction | undefined => {
    // A number after right-to-left text belongs to it, but reads from the left, with the signs inside it (W4).
    const inside =
      /^[:.,/+-]$/.test(one) && digit.test(clusters[i - 1] ?? '') && digit.test(clusters[i + 1] ?? '')
    if (digit.test(one) || inside) return last === 0 ? 0 : 'number'
    if (rightToLeft.test(one)) last = 1
    else if (letter.test(one)) last = 0
    else return undefined
    return last
  })
  const sideOf = (one: Direction | undefined) => (one === undefined ? base : one === 0 ? 0 : 1)
  const sidesAfter: (0 | 1)[] = []
  let after: 0 | 1 = base
  for (let i = directed.length - 1; i >= 0; i--) {
    sidesAfter[i] = after
    if (directed[i] !== undefined) after = sideOf(directed[i])
  }
  let before: 0 | 1 = base
  return directed.map((one, i) => {
    if (one !== undefined) before = sideOf(one)
    const side = one === undefined ? (before === sidesAfter[i] ? before : base) : before
    if (one === 'number') return 2
    return side === 1 ? 1 : base === 1 ? 2 : 0
  })
}
