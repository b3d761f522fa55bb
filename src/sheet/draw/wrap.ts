/** Words broken into lines. Widths come from the face's own table, once: this is where a long sheet spends its time. */
import type { Words } from '../../core/sheet/model.ts'
import type { Face } from '../fonts/face.ts'
import { type Faces, type Line, type Run, type Stretch, textOf } from './lines.ts'
import type { Type } from './look.ts'
import { wrapHard } from './wrap-hard.ts'

const [space, hyphen, slash, bracket, enDash, emDash] = [0x20, 0x2d, 0x2f, 0x5b, 0x2013, 0x2014]

/** Lines of at most `width` points; at least one, empty where there are no words. */
export function wrap(words: Words, width: number, type: Type, faces: Faces): Line[] {
  const { text, stretches } = textOf(words, type, faces)
  const lines: Line[] = []
  const limit = (width * 1000) / type.size
  let start = 0
  let current = 0
  let at = 0
  let used = 0
  // Where the line may end: the index after it, and what it measures up to there.
  let mayEnd = -1
  let usedThere = 0
  let mustEnd = -1
  let usedAtMust = 0
  const close = (end: number, measure: number) => {
    lines.push(lineOf(text, start, end, stretches, type.size, measure))
    start = end
    mayEnd = -1
  }
  while (at < text.length) {
    while (at >= (stretches[current]?.end ?? 0)) current++
    const stretch = stretches[current]
    if (!stretch) break
    const code = text.charCodeAt(at)
    if (code === 0x0a) {
      close(at, used)
      endWithSpace(lines.at(-1))
      start = at + 1
      at++
      used = 0
      continue
    }
    const advance = stretch.face.widths[code] ?? -1
    if (advance < 0) return wrapHard(text, stretches, width, type, faces)
    if (code === space) {
      used += advance
      at++
      mayEnd = at
      usedThere = used
      continue
    }
    // A character shown by its number, `[U+0007]`, stays in one piece where its word must be cut.
    if (code === bracket && mayEnd <= start && at > start) {
      mustEnd = at
      usedAtMust = used
    }
    if (used + advance > limit && at > start) {
      // A word longer than a line is cut where the line ends.
      const [end, measure] =
        mayEnd > start ? [mayEnd, usedThere] : mustEnd > start ? [mustEnd, usedAtMust] : [at, used]
      close(end, measure)
      // What was measured behind the end of the line went down with it.
      used -= measure
    }
    used += advance
    at++
    if (code === hyphen || code === slash || code === enDash || code === emDash) {
      mayEnd = at
      usedThere = used
    }
  }
  if (start < text.length || lines.length === 0) close(text.length, used)
  return lines
}

/** The end of a line is the end of a word, also for whoever hears the lines one after another. */
function endWithSpace(line: Line | undefined): void {
  const last = line?.runs.at(-1)
  if (last) last.text += ' '
}

function lineOf(
  text: string,
  start: number,
  end: number,
  stretches: readonly Stretch[],
  size: number,
  measure: number,
): Line {
  const runs: Run[] = []
  let from = start
  for (const stretch of stretches) {
    if (stretch.end <= from) continue
    if (from >= end) break
    const to = Math.min(end, stretch.end)
    const part = text.slice(from, to)
    const whole = from === start && to === end
    runs.push({
      text: part,
      bold: stretch.bold,
      tone: stretch.tone,
      width: ((whole ? measure : measured(part, stretch.face)) * size) / 1000,
    })
    from = to
  }
  return { runs, width: (measure * size) / 1000 }
}

export function measured(text: string, { widths }: Face): number {
  let sum = 0
  for (let i = 0; i < text.length; i++) sum += widths[text.charCodeAt(i)] ?? 0
  return sum
}

/** The width of a text in points. */
export const widthOf = (text: string, size: number, face: Face): number =>
  (measured(text, face) * size) / 1000
