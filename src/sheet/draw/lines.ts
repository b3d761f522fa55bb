/** Lines of text, and what they are broken from. */
import type { Words } from '../../core/sheet/model.ts'
import type { Face } from '../fonts/face.ts'
import type { TextEngine } from '../hard/engine.ts'
import { type Type, tones } from './look.ts'

export interface Run {
  text: string
  bold: boolean
  tone: number
  /** Points. */
  width: number
  /** Drawn by the phone's own text engine, and which way it runs. */
  picture?: { fromRight: boolean }
}

export interface Line {
  runs: Run[]
  /** Points, without the space at its end. */
  width: number
  /** Stands at the right of its column. */
  fromRight?: boolean
}

export interface Faces {
  regular: Face
  bold: Face
  /** None where the machine cannot draw text by itself. */
  engine?: TextEngine
  /** Called where a character is shown by its number, for want of a glyph. */
  onNumber?(): void
}

/** A stretch of one style. */
export interface Stretch {
  /** Index in the whole text. */
  end: number
  bold: boolean
  tone: number
  face: Face
}

export function textOf(words: Words, type: Type, faces: Faces): { text: string; stretches: Stretch[] } {
  let text = ''
  const stretches: Stretch[] = []
  for (const piece of words) {
    if (piece.text === '') continue
    text += piece.text
    const bold = piece.strong ?? type.bold ?? false
    const tone = piece.quiet ? tones.quiet : (type.tone ?? tones.ink)
    const last = stretches.at(-1)
    if (last?.bold === bold && last.tone === tone) last.end = text.length
    else stretches.push({ end: text.length, bold, tone, face: bold ? faces.bold : faces.regular })
  }
  return { text, stretches }
}
