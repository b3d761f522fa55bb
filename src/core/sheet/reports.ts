/** Who was told, when, and what came back. */
import { type Entry, shownNumber } from '../record.ts'
import { referenceWords, removedFrom, type Scene } from './incident-words.ts'
import { type Block, type Fact, lazily, type Words } from './model.ts'
import { referencesIn } from './select.ts'
import { joined, plain, quiet } from './written.ts'

export function reportsOf(scene: Scene): Block[] {
  const { wording, chosen } = scene
  if (chosen.reports.length === 0) return []
  return [
    {
      is: 'heading',
      level: 2,
      words: plain(wording.reports.heading),
      bookmark: wording.reports.heading,
      anchor: 'reports',
    },
    { is: 'paragraph', words: quiet(wording.reports.explained), look: 'quiet' },
    { is: 'series', blocks: lazily(chosen.reports, entry => reportInFull(entry, scene)) },
  ]
}

/** "Police", or the name where it says more. */
export function toWhom({ id, content }: Entry<'report'>, { wording, quote }: Scene): Words {
  const label = wording.labels.recipient[content.to]
  if (content.toName === undefined) return plain(label)
  const name = quote(id, 'toName', content.toName)
  return content.to === 'other' ? name : [...plain(`${label}: `), ...name]
}

function reportInFull(entry: Entry<'report'>, scene: Scene): Block {
  const { wording, chosen } = scene
  const { reports, labels } = wording
  const { id, content } = entry
  const number = shownNumber(entry)
  const label = labels.recipient[content.to]
  const heading: Block = {
    is: 'heading',
    level: 3,
    words: [
      { text: reports.title(number, label), strong: true },
      {
        text: `  ${wording.longDate(content.told.slice(0, 10))}, ${wording.clock(content.told, scene.zone)}`,
      },
    ],
  }
  const kept = { anchor: `report-${id}`, bookmark: reports.bookmark(number, label) }
  if (entry.withdrawn) {
    const { at, why } = entry.withdrawn
    const words = [...plain(reports.withdrawn(scene.moment(at))), ...scene.quote(id, 'withdrawn.why', why)]
    return { is: 'together', ...kept, blocks: [heading, { is: 'paragraph', words, look: 'quiet' }] }
  }
  const facts: Fact[] = []
  const say = (name: string, words: Words | string | undefined) => {
    if (words !== undefined && words.length > 0)
      facts.push({ label: name, words: typeof words === 'string' ? plain(words) : words })
  }
  const own = (field: 'force' | 'person' | 'said'): Words | undefined => {
    const text = content[field]
    return text === undefined ? removedFrom(entry, field, scene) : scene.quote(id, field, text)
  }
  say(reports.told, content.toName === undefined ? removedFrom(entry, 'toName', scene) : toWhom(entry, scene))
  say(reports.how, content.how && labels.wayTold[content.how])
  say(reports.reference, referenceAnswer(entry, scene))
  say(reports.force, own('force'))
  say(reports.person, own('person'))
  say(reports.said, own('said'))
  for (const [i, reply] of (content.replies ?? []).entries()) {
    say(
      reports.reply(wording.shortDate(reply.came.slice(0, 10))),
      scene.quote(id, `replies.${i}`, reply.words),
    )
  }
  say(reports.replies, removedFrom(entry, 'replies', scene))
  const about = (content.incidents ?? []).flatMap(one => chosen.numberOf(one) ?? [])
  say(reports.about, about.join(', '))
  say(wording.full.written, wording.full.writtenAt(scene.moment(entry.firstWritten)))
  return { is: 'together', ...kept, blocks: [heading, { is: 'facts', rows: facts }] }
}

function referenceAnswer(entry: Entry<'report'>, scene: Scene): Words | undefined {
  const { reports, labels } = scene.wording
  const { reference } = entry.content
  if (reference === undefined) return removedFrom(entry, 'reference', scene)
  if (reference?.is === 'none') return plain(reports.noReference)
  if (reference?.is === 'waiting') return plain(reports.waiting)
  return joined(
    referencesIn(entry).map(one => [
      ...referenceWords(one, scene, true),
      ...plain(` (${labels.reference[one.kind]})`),
    ]),
    ', ',
  )
}
