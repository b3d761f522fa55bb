/** The data as tables for a spreadsheet: RFC 4180, with nothing in it that a spreadsheet would run or change. */
import { type Entry, shownNumber } from '../record.ts'
import { numbersOf } from '../report.ts'
import type { AttachedData } from './attached.ts'
import type { Scene } from './incident-words.ts'
import { labelsOf, referenceList, removedFrom, textIn } from './incident-words.ts'

/** First characters that make a cell a formula in one program or another (ASVS 5.0, 1.2.10). */
const formula = /^[=+\-@\t\r\0＝＋－＠]/

/** What can be read as a number or a date: LibreOffice makes 123456 of a reference 0123456, Excel a day of 3-4 (seen). */
const numeric = /^[\d.(][\d\s.,:/eE%()+-]*$/
/** What no program writes otherwise: a count, and the days and times as we write them. */
const plain = /^(0|[1-9]\d{0,14}|\d{4}-\d\d-\d\d|\d\d:\d\d)$/

/** One cell: quoted always, and begun with an apostrophe where a program would take it for something else than text. */
export function cellOf(value: string | number): string {
  const text = String(value)
  const taken = typeof value === 'string' && (formula.test(text) || (numeric.test(text) && !plain.test(text)))
  return `"${(taken ? `'${text}` : text).replaceAll('"', '""')}"`
}

/** A byte order mark first, or Excel reads UTF-8 as Latin-1. */
const tableOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${rows.map(row => `${row.map(cellOf).join(',')}\r\n`).join('')}`

/** What stands in a cell whose words were removed for good. */
const goneFrom =
  (entry: Entry, scene: Scene) =>
  (field: string): string =>
    textIn(removedFrom(entry, field, scene) ?? [])

export function incidentsCsv({ incidents }: AttachedData, scene: Scene): string {
  const { wording, chosen } = scene
  const { labels, csv } = wording
  const rows = incidents.map(entry => {
    const { content, withdrawn } = entry
    const span = content.span
    const gone = goneFrom(entry, scene)
    return [
      shownNumber(entry),
      content.happened.slice(0, 10),
      content.happened.slice(11, 16),
      content.happened,
      span?.is === 'until' ? span.ended : span === undefined ? '' : wording.lasted(span),
      content.kinds.map(kind => labels.kind[kind]).join('; '),
      content.otherKind ?? gone('otherKind'),
      content.strength === undefined ? '' : labels.strength[content.strength],
      content.loudness === undefined ? '' : labels.loudness[content.loudness],
      content.unpleasant === undefined ? '' : labels.unpleasant[content.unpleasant],
      content.frequency === undefined ? '' : labels.frequency[content.frequency],
      content.place ?? gone('place'),
      content.whatHappened ?? gone('whatHappened'),
      labelsOf(content.impacts, labels.impact).join('; '),
      content.impactWords ?? gone('impactWords'),
      labelsOf(content.actions, labels.action).join('; '),
      content.actionWords ?? gone('actionWords'),
      content.peopleThere ?? gone('peopleThere'),
      content.whoElseNoticed ?? gone('whoElseNoticed'),
      content.source?.is === 'thought'
        ? content.source.words
        : content.source
          ? wording.first.sourceNotClear
          : gone('source'),
      labelsOf(content.howKnown, labels.wayKnown).join('; '),
      content.howKnownWords ?? gone('howKnownWords'),
      textIn(referenceList(chosen.referencesOf(entry), scene)),
      entry.firstWritten,
      entry.lastWritten,
      entry.revisions,
      entry.code,
      withdrawn?.why ?? '',
    ]
  })
  return tableOf([csv.incidents, ...rows])
}

export function reportsCsv({ reports }: AttachedData, scene: Scene): string {
  const { wording, chosen } = scene
  const { labels, csv } = wording
  const rows = reports.map(entry => {
    const { content, firstWritten, code, withdrawn } = entry
    const gone = goneFrom(entry, scene)
    return [
      shownNumber(entry),
      content.told.slice(0, 10),
      content.told.slice(11, 16),
      content.told,
      labels.recipient[content.to],
      content.toName ?? gone('toName'),
      content.how === undefined ? '' : labels.wayTold[content.how],
      content.reference === undefined
        ? gone('reference')
        : numbersOf(content)
            .map(one => one.number)
            .join('; '),
      content.force ?? gone('force'),
      content.person ?? gone('person'),
      content.said ?? gone('said'),
      content.replies?.map(reply => `${reply.came}: ${reply.words}`).join('\n') ?? gone('replies'),
      (content.incidents ?? []).flatMap(id => chosen.numberOf(id) ?? []).join('; '),
      firstWritten,
      code,
      withdrawn?.why ?? '',
    ]
  })
  return tableOf([csv.reports, ...rows])
}
