/** One row an incident: what an officer runs down with a finger. */
import { type Entry, shownNumber } from '../record.ts'
import { effectOf, placeOf, referenceList, type Scene, wallOf, whatOf } from './incident-words.ts'
import { type Block, type Column, lazily, type Row } from './model.ts'
import type { Wording } from './wording.ts'
import { plain, quiet, strong } from './written.ts'

export const incidentAnchor = (id: string) => `incident-${id}`

/** Of this sheet and of one to be written in by hand. */
export function columnsOf({ columns }: Wording['table']): Column[] {
  const { number, day, time, where, what, effect, reference } = columns
  return [
    { head: number, share: 5 },
    { head: day, share: 14 },
    { head: time, share: 12 },
    { head: where, share: 15 },
    { head: what, share: 19 },
    { head: effect, share: 21 },
    { head: reference, share: 14 },
  ]
}

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
      columns: columnsOf(table),
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
    const stub = quiet(wording.table.withdrawn(wording.shortDate(wallOf(withdrawn.at, scene.zone).date)))
    return { cells: [number, day, [], [], stub, [], []] }
  }
  return {
    cells: [
      number,
      day,
      plain(wording.fromToShort(content, scene.zone)),
      placeOf(entry, scene),
      whatOf(entry, scene),
      effectOf(entry, scene),
      referenceList(chosen.referencesOf(entry), scene),
    ],
  }
}
