/** Every incident in full words, oldest first. */
import { isSmell } from '../incident.ts'
import { type Entry, shownNumber } from '../record.ts'
import { addDays, daysBetween } from '../time.ts'
import {
  labelsOf,
  referenceWords,
  removedFrom,
  type Scene,
  sourceOf,
  whatOf,
  writtenOf,
} from './incident-words.ts'
import { type Block, type Fact, lazily, type Words } from './model.ts'
import { incidentAnchor } from './table.ts'
import { joined, plain, quiet } from './written.ts'

/** Days over which the diary counts for itself how often something happens. */
const countedDays = 7

export function fullWords(scene: Scene): Block[] {
  const { full } = scene.wording
  if (scene.chosen.incidents.length === 0) return []
  const counted = countsOf(scene.chosen.incidents)
  return [
    { is: 'newPage' },
    { is: 'heading', level: 2, words: plain(full.heading), bookmark: full.heading, anchor: 'full' },
    { is: 'paragraph', words: quiet(full.explained), look: 'quiet' },
    {
      is: 'series',
      blocks: lazily(scene.chosen.incidents, entry => incidentInFull(entry, scene, counted)),
    },
  ]
}

function incidentInFull(entry: Entry<'incident'>, scene: Scene, counted: ReadonlyMap<string, number>): Block {
  const { wording } = scene
  const { full } = wording
  const number = shownNumber(entry)
  const day = entry.content.happened.slice(0, 10)
  const heading: Block = {
    is: 'heading',
    level: 3,
    words: [
      { text: full.incident(number), strong: true },
      { text: `  ${wording.longDate(day)}, ${wording.fromTo(entry.content, scene.zone)}` },
    ],
  }
  const kept = { anchor: incidentAnchor(entry.id), bookmark: full.bookmark(number, wording.shortDate(day)) }
  if (entry.withdrawn) {
    const { at, why } = entry.withdrawn
    const words = [...plain(full.withdrawn(scene.moment(at))), ...scene.quote(entry.id, 'withdrawn.why', why)]
    return { is: 'together', ...kept, blocks: [heading, { is: 'paragraph', words, look: 'quiet' }] }
  }
  return {
    is: 'together',
    ...kept,
    blocks: [heading, { is: 'facts', rows: factsOf(entry, scene, counted) }],
  }
}

function factsOf(entry: Entry<'incident'>, scene: Scene, counted: ReadonlyMap<string, number>): Fact[] {
  const { id, content } = entry
  const { wording, quote, chosen } = scene
  const { full, labels } = wording
  const facts: Fact[] = []
  const say = (label: string, words: Words | string | undefined) => {
    if (words !== undefined && words.length > 0)
      facts.push({ label, words: typeof words === 'string' ? plain(words) : words })
  }
  const own = (field: keyof typeof content): Words | undefined => {
    const text = content[field]
    return typeof text === 'string' ? quote(id, field, text) : removedFrom(entry, field, scene)
  }
  const ticked = (list: readonly string[], more: Words | undefined, between = '. '): Words =>
    joined([...(list.length > 0 ? [plain(list.join('. '))] : []), ...(more ? [more] : [])], between)
  const others = (words: Words | undefined) =>
    words && scene.leaves('others') ? quiet(wording.leftOut) : words
  const sourceAndHow = (): Words | undefined => {
    const source = sourceOf(entry, scene)
    if (scene.leaves('source')) return source
    const how = ticked(labelsOf(content.howKnown, labels.wayKnown), own('howKnownWords'))
    if (how.length === 0) return source
    return [...(source ? [...source, { text: '. ' }] : []), ...quiet(`${full.howKnown} `), ...how]
  }

  say(full.what, [
    ...whatOf(entry, scene),
    ...(content.unpleasant && isSmell(content) ? plain(`. ${labels.unpleasant[content.unpleasant]}`) : []),
  ])
  say(full.whatHappened, own('whatHappened'))
  say(full.effect, ticked(labelsOf(content.impacts, labels.impact), own('impactWords'), '\n'))
  say(full.where, own('place'))
  const { wholeFrom } = chosen
  const begin = addDays(content.happened.slice(0, 10), 1 - countedDays)
  say(
    full.frequency,
    joined(
      [
        ...(content.frequency === undefined
          ? []
          : [plain(full.frequencySaid(labels.frequency[content.frequency]))]),
        ...(wholeFrom !== undefined && wholeFrom <= begin
          ? [quiet(full.counted(counted.get(id) ?? 1, countedDays))]
          : []),
      ],
      ' ',
    ),
  )
  say(full.actions, ticked(labelsOf(content.actions, labels.action), own('actionWords')))
  say(full.peopleThere, others(own('peopleThere')))
  say(full.whoElseNoticed, others(own('whoElseNoticed')))
  say(full.source, sourceAndHow())
  say(
    full.reference,
    joined(
      chosen
        .referencesOf(entry)
        .map(one => [...referenceWords(one, scene, true), ...plain(` (${labels.reference[one.kind]})`)]),
      ', ',
    ),
  )
  const amended = scene.amended(entry)
  say(full.written, [
    ...plain(writtenOf(entry, scene)),
    ...(amended ? plain(` ${full.amended(amended.times, scene.moment(amended.last))}`) : []),
    ...quiet(` ${full.code(entry.code)}`),
  ])
  return facts
}

/** For each incident, how many began in the days up to and including its own. */
function countsOf(incidents: readonly Entry<'incident'>[]): Map<string, number> {
  const standing = incidents.filter(({ withdrawn }) => !withdrawn)
  const days = standing.map(({ content }) => daysBetween('1970-01-01', content.happened.slice(0, 10)))
  const inOrder = [...days].sort((a, b) => a - b)
  const upTo = new Map<number, number>()
  let from = 0
  for (const [i, day] of inOrder.entries()) {
    while ((inOrder[from] ?? day) <= day - countedDays) from++
    upTo.set(day, i + 1 - from)
  }
  return new Map(standing.map(({ id }, i) => [id, upTo.get(days[i] ?? 0) ?? 1]))
}
