/** One row an incident: what an officer runs down with a finger. */
import { type Entry, shownNumber } from '../record.ts'
import { effectOf, placeOf, referenceList, type Scene, whatOf } from './incident-words.ts'
import { type Block, lazily, type Row } from './model.ts'
import { plain, quiet, strong } from './written.ts'

export const incidentAnchor = (id: string) => `incident-${id}`

export function tableOf(scene: Scene): Block[] {
  const { wording, chosen } = scene
  const { table } = wording
  const heading: Block = { is: 'heading', level: 2, words: plain(table.heading), bookmark: table.heading }
  if (chosen.incidents.length === 0) return [heading, { is: 'paragraph', words: plain(table.nothing) }]
  return [
    heading,
    { is: 'paragraph', words: quiet(table.explained), look: 'quiet' },
    {
      is: 'table',
      summary: table.summary(chosen.incidents.length),
      columns: [
        { head: table.columns.number, share: 5 },
        { head: table.columns.day, share: 14 },
        { head: table.columns.time, share: 12 },
        { head: table.columns.where, share: 15 },
        { head: table.columns.what, share: 19 },
        { head: table.columns.effect, share: 21 },
        { head: table.columns.reference, share: 14 },
      ],
      rows: lazily(chosen.incidents, entry => rowOf(entry, scene)),
    },
  ]
}

function rowOf(entry: Entry<'incident'>, scene: Scene): Row {
  const { wording, chosen } = scene
  const { content, withdrawn } = entry
  const number = strong(shownNumber(entry))
  const day = plain(wording.shortDate(content.happened.slice(0, 10)))
  if (withdrawn) {
    const stub = quiet(wording.table.withdrawn(wording.shortDate(withdrawn.at.slice(0, 10))))
    return { cells: [number, day, [], [], stub, [], []] }
  }
  return {
    cells: [
      number,
      day,
      plain(wording.fromToShort(content)),
      placeOf(entry, scene),
      whatOf(entry, scene),
      effectOf(entry, scene),
      referenceList(chosen.referencesOf(entry), scene),
    ],
  }
}
