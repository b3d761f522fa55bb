/** Words as the person wrote them: masked where chosen, and known by their place. */
import type { Choices } from './choices.ts'
import type { Piece, Words } from './model.ts'
import { visible } from './visible.ts'

export type Quote = (id: string, field: string, text: string) => Words

/** Quotes as paper shows them, with the masks of these choices laid over: each masked word becomes `masked`, which has no space in it. */
export function quoting(choices: Choices, masked: string): Quote {
  const places = new Map<string, Set<number>>()
  for (const { id, field, word } of choices.masks) {
    const key = `${id} ${field}`
    const known = places.get(key) ?? new Set()
    places.set(key, known.add(word))
  }
  return (id, field, text) => {
    const shown = visible(text)
    const hidden = places.get(`${id} ${field}`)
    return [{ text: hidden ? maskWords(shown, hidden, masked) : shown, written: { id, field } }]
  }
}

/** Text cut into words and the white space between them, so that the n-th word stands at 2n or 2n + 1. */
export const wordsAndSpaces = (text: string): string[] => text.split(/(\s+)/)

function maskWords(text: string, hidden: ReadonlySet<number>, masked: string): string {
  let n = 0
  return wordsAndSpaces(text)
    .map(part => (part === '' || /^\s/.test(part) ? part : hidden.has(n++) ? masked : part))
    .join('')
}

/** Whether any of these words has a mask over it. */
export const isMasked = (words: Words, masked: string): boolean =>
  words.some(({ written, text }) => written !== undefined && text.includes(masked))

export const plain = (text: string): Words => [{ text }]
export const quiet = (text: string): Words => [{ text, quiet: true }]
export const strong = (text: string): Words => [{ text, strong: true }]

/** Several words with a separator between them. */
export const joined = (parts: readonly Words[], between: string): Words =>
  parts.flatMap((part, i): Piece[] => (i === 0 ? [...part] : [{ text: between }, ...part]))
