/** Lines of text that the embedded font cannot show whole: some of it is drawn by the phone's own text engine. */
import { codeOf } from '../../core/shown.ts'
import type { Face } from '../fonts/face.ts'
import { clustersOf, isUnspaced, runsRightToLeft, startsRightToLeft } from '../hard/clusters.ts'
import type { TextEngine } from '../hard/engine.ts'
import type { Faces, Line, Run, Stretch } from './lines.ts'
import type { Type } from './look.ts'

/** What is never torn apart: a word, a space, a single cluster of a script without spaces. */
interface Atom {
  text: string
  kind: 'word' | 'hard' | 'space' | 'lineFeed'
  bold: boolean
  tone: number
  /** Thousandths of the size. */
  advance: number
}

export function wrapHard(
  text: string,
  stretches: readonly Stretch[],
  width: number,
  type: Type,
  faces: Faces,
): Line[] {
  const limit = (width * 1000) / type.size
  const lines: Line[] = []
  const atoms = atomsOf(text, stretches, limit, faces)
  let line: Atom[] = []
  let used = 0
  let fromRight = startsRightToLeft(paragraphAt(text, 0))
  const close = () => {
    lines.push(lineOf(line, type.size, fromRight, faces))
    line = []
    used = 0
  }
  let read = 0
  for (const atom of atoms) {
    read += atom.text.length
    if (atom.kind === 'lineFeed') {
      // The end of a line is the end of a word, also for whoever hears the lines one after another.
      const last = line.at(-1)
      if (last) line.push({ ...last, kind: 'space', text: ' ', advance: 0 })
      close()
      fromRight = startsRightToLeft(paragraphAt(text, read))
      continue
    }
    if (atom.kind !== 'space' && used + atom.advance > limit && line.length > 0) {
      const down = heldBy(line, atom)
      close()
      line = down
      used = down.reduce((sum, { advance }) => sum + advance, 0)
    }
    line.push(atom)
    used += atom.advance
  }
  if (line.length > 0 || lines.length === 0) close()
  return lines
}

/** Takes off the end of a line what may not be torn from `next`: the rest of a word, or what a sign closes. */
function heldBy(line: Atom[], next: Atom): Atom[] {
  let from = line.length
  for (let after = next; from > 1; from--) {
    const before = line[from - 1]
    if (!before || mayTear(before, after)) break
    after = before
  }
  // One word as long as the line: torn here as well as anywhere.
  if (from <= 1 && line[0] && !mayTear(line[0], line[1] ?? next)) return []
  return line.splice(from)
}

const closing = /^[\p{Pe}\p{Pf}\p{Po}]/u
const letters = /[\p{L}\p{M}\p{N}]/u

function mayTear(before: Atom, after: Atom): boolean {
  if (before.kind === 'space') return true
  if (closing.test(after.text)) return false
  if (isUnspaced(before.text) || isUnspaced(after.text)) return true
  return !letters.test(before.text) || !letters.test(after.text)
}

const paragraphAt = (text: string, from: number): string => {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.slice(from) : text.slice(from, end)
}

function atomsOf(text: string, stretches: readonly Stretch[], limit: number, faces: Faces): Atom[] {
  const atoms: Atom[] = []
  let from = 0
  for (const { end, bold, tone, face } of stretches) {
    let last: Atom | undefined
    const add = (part: string, kind: Atom['kind'], joins: boolean) => {
      if (joins && last?.kind === kind) last.text += part
      else {
        last = { text: part, kind, bold, tone, advance: 0 }
        atoms.push(last)
      }
    }
    for (const cluster of clustersOf(text.slice(from, end))) {
      if (cluster === '\n') add(cluster, 'lineFeed', false)
      else if (cluster === ' ') add(cluster, 'space', true)
      else if (isPlain(cluster, face)) add(cluster, 'word', true)
      else if (faces.engine?.has(cluster)) add(cluster, 'hard', !isUnspaced(cluster))
      else {
        faces.onNumber?.()
        add(inNumbers(cluster, face), 'word', true)
      }
    }
    from = end
  }
  return atoms.flatMap(atom => fitted(atom, limit, faces))
}

const isPlain = (cluster: string, { widths }: Face): boolean => {
  for (let i = 0; i < cluster.length; i++) if ((widths[cluster.charCodeAt(i)] ?? -1) < 0) return false
  return true
}

/** What even the phone cannot draw, by its numbers; letters of it that the font has stay letters. */
const inNumbers = (cluster: string, face: Face): string =>
  [...cluster].map(sign => (isPlain(sign, face) ? sign : codeOf(sign))).join('')

/** An atom with its width; torn into clusters where it is longer than a line. */
function fitted(atom: Atom, limit: number, faces: Faces): Atom[] {
  const advance = advanceOf(atom, faces)
  if (advance <= limit || atom.kind === 'space') return [{ ...atom, advance }]
  const parts: Atom[] = []
  let part: Atom = { ...atom, text: '' }
  for (const cluster of clustersOf(atom.text)) {
    const longer = { ...part, text: part.text + cluster }
    longer.advance = advanceOf(longer, faces)
    if (longer.advance > limit && part.text !== '') {
      parts.push(part)
      part = { ...atom, text: cluster, advance: advanceOf({ ...atom, text: cluster }, faces) }
    } else part = longer
  }
  return [...parts, part]
}

function advanceOf({ text, kind, bold }: Atom, { regular, bold: boldFace, engine }: Faces): number {
  if (kind === 'hard' && engine) return engine.measure(text, bold)
  const { widths } = bold ? boldFace : regular
  let sum = 0
  for (let i = 0; i < text.length; i++) sum += Math.max(0, widths[text.charCodeAt(i)] ?? 0)
  return sum
}

function lineOf(atoms: readonly Atom[], size: number, fromRight: boolean, { engine }: Faces): Line {
  const text = atoms.map(atom => atom.text).join('')
  const first = atoms[0]
  if (engine && first && runsRightToLeft(text)) return turnedLine(text, first, size, fromRight, engine)
  const runs: Run[] = []
  for (const [i, atom] of atoms.entries()) {
    const last = runs.at(-1)
    const width = (atom.advance * size) / 1000
    // A space between two hard words goes with them: one picture less.
    const hard =
      atom.kind === 'hard' ||
      (atom.kind === 'space' && atoms[i - 1]?.kind === 'hard' && atoms[i + 1]?.kind === 'hard')
    if (last && last.bold === atom.bold && last.tone === atom.tone && (last.picture !== undefined) === hard) {
      last.text += atom.text
      last.width += width
    } else {
      runs.push({
        text: atom.text,
        bold: atom.bold,
        tone: atom.tone,
        width,
        ...(hard ? { picture: { fromRight: false } } : {}),
      })
    }
  }
  const end = atoms.at(-1)
  const all = runs.reduce((sum, run) => sum + run.width, 0)
  return { runs, width: end?.kind === 'space' ? all - (end.advance * size) / 1000 : all }
}

/** Where letters of both directions meet, the engine sets the whole line: it knows the rules for the order. */
function turnedLine(
  text: string,
  { bold, tone }: Atom,
  size: number,
  fromRight: boolean,
  engine: TextEngine,
): Line {
  const shown = text.trimEnd()
  const width = (engine.measure(shown, bold) * size) / 1000
  return { runs: [{ text: `${shown} `, bold, tone, width, picture: { fromRight } }], width, fromRight }
}
