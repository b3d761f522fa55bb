/** Page 2: when it happens and what it does, as pictures that also stand in words. */
import { kinds } from '../incident.ts'
import { type Patterns, patternsOf } from '../patterns.ts'
import { countsPicture, hoursPicture, mostWeeksDrawn, weeksPicture } from '../pictures.ts'
import type { Scene } from './incident-words.ts'
import type { Block, Figure } from './model.ts'
import { plain, quiet } from './written.ts'

/** A picture is read out by its largest counts; more would not be listened to. */
const mostReadOut = 12
const mostImpacts = 8

export function patternPage(scene: Scene): Block[] {
  const { chosen, wording } = scene
  const { pattern } = wording
  if (chosen.days === undefined) return []
  // Every kind that was chosen counts, also "I am worried about somebody", where the person wants it on the sheet.
  const patterns = patternsOf(chosen.counted, { period: chosen.days, kinds })
  if (patterns.count === 0) return []
  return [
    {
      is: 'heading',
      level: 2,
      words: plain(pattern.heading),
      bookmark: pattern.heading,
      anchor: 'pattern',
    },
    {
      is: 'paragraph',
      look: 'quiet',
      words: quiet(
        (chosen.since ? pattern.explainedNew : pattern.explained)(
          patterns.count,
          wording.days(chosen.days.from, chosen.days.to),
        ),
      ),
    },
    {
      is: 'sides',
      sides: [[hours(patterns, scene)], [weeks(patterns, scene), ...impacts(patterns, scene)]],
    },
    {
      is: 'paragraph',
      look: 'quiet',
      words: quiet(
        [
          ...(patterns.weeks.length > mostWeeksDrawn ? [pattern.weeksCut(mostWeeksDrawn)] : []),
          ...(patterns.weeks.every(({ full }) => full) ? [] : [pattern.partWeeks]),
          pattern.noProof,
        ].join(' '),
      ),
    },
    { is: 'newPage' },
  ]
}

function weeks(patterns: Patterns, { wording: { pattern } }: Scene): Figure {
  return {
    is: 'figure',
    title: pattern.weeks,
    alt: readOut(
      pattern.weeks,
      patterns.weeks.map(({ monday, count, full }) => ({ what: pattern.weekOf(monday, full), count })),
      pattern,
    ),
    picture: weeksPicture(patterns, pattern.picture),
  }
}

function hours(patterns: Patterns, { wording: { pattern } }: Scene): Figure {
  const counts = patterns.hours.flatMap((ofDay, day) =>
    ofDay.map((count, hour) => ({ what: pattern.hourOfWeek(day, hour), count })),
  )
  return {
    is: 'figure',
    title: pattern.hours,
    alt: readOut(pattern.hours, counts, pattern),
    picture: hoursPicture(patterns, pattern.picture),
  }
}

function impacts(patterns: Patterns, { wording: { pattern, labels } }: Scene): Figure[] {
  const shown = patterns.impacts.slice(0, mostImpacts)
  if (shown.length === 0) return []
  const counts = patterns.impacts.map(({ is, count }) => ({ what: labels.impact[is], count }))
  return [
    {
      is: 'figure',
      title: pattern.impacts,
      alt: readOut(pattern.impacts, counts, pattern),
      picture: countsPicture(shown, is => labels.impact[is]),
    },
  ]
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** "Incidents a week. Week of 7 September 2026: 4; … and 3 more" */
function readOut(
  title: string,
  counts: readonly { what: string; count: number }[],
  { counted, and }: Scene['wording']['pattern'],
): string {
  const largest = counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)
  const said = largest.slice(0, mostReadOut).map(({ what, count }) => counted(what, count))
  const rest = largest.length - said.length
  return `${title}. ${capital(said.join('; '))}${rest > 0 ? `; ${and(rest)}` : ''}.`
}
