/** What only the full record has: every change, and how the record is kept. */
import { carriesContent, type Revision, shownNumber } from '../record.ts'
import type { Scene } from './incident-words.ts'
import type { Block, Piece, Row, Words } from './model.ts'
import { reasonsIn } from './reasons.ts'
import type { SheetRequest } from './request.ts'
import { visible } from './visible.ts'
import { plain, quiet, strong } from './written.ts'

export function changeLog(request: SheetRequest, scene: Scene): Block[] {
  const { wording, chosen } = scene
  const { log } = wording
  const shown = new Map([...chosen.incidents, ...chosen.reports].map(entry => [entry.id, shownNumber(entry)]))
  const before = new Map<string, Revision['content']>()
  const reasonOf = reasonsIn(request, scene)
  const rows: Row[] = []
  for (const revision of request.revisions ?? []) {
    const number = shown.get(revision.id)
    if (number === undefined) continue
    if (revision.revision > 1 || revision.aside)
      rows.push(rowOf(revision, number, reasonOf(revision), before.get(revision.id) ?? {}, request, scene))
    if (!revision.aside && carriesContent(revision.change)) before.set(revision.id, revision.content)
  }
  const heading: Block = {
    is: 'heading',
    level: 2,
    words: plain(log.heading),
    bookmark: log.heading,
    anchor: 'changes',
  }
  if (rows.length === 0) return [heading, { is: 'paragraph', words: plain(log.none) }]
  return [
    heading,
    { is: 'paragraph', words: quiet(log.explained), look: 'quiet' },
    {
      is: 'table',
      summary: log.heading,
      columns: [
        { head: log.columns.entry, share: 16 },
        { head: log.columns.when, share: 22 },
        { head: log.columns.what, share: 20 },
        { head: log.columns.before, share: 42 },
      ],
      rows,
    },
  ]
}

function rowOf(
  revision: Revision,
  number: string,
  reason: Words,
  before: object,
  request: SheetRequest,
  scene: Scene,
): Row {
  const { log } = scene.wording
  return {
    cells: [
      strong(log.entry(revision.type, number)),
      plain(scene.moment(revision.written)),
      plain(revision.aside ? log.aside : log.changes[revision.change]),
      [
        ...reason,
        ...(revision.aside
          ? unlike(revision, revision.content, before, request, scene)
          : revision.change === 'changed'
            ? unlike(revision, before, revision.content, request, scene)
            : []),
      ],
    ],
  }
}

/** Each field of `these` that says something other than the same field of `those`, with its words. */
function unlike(
  revision: Revision,
  these: object,
  those: object,
  request: SheetRequest,
  { wording }: Scene,
): Words {
  const others = new Map(wording.said(revision.type, those).map(({ field, words }) => [field, words]))
  const pieces: Piece[] = []
  for (const { field, label, words } of wording.said(revision.type, these)) {
    if (others.get(field) === words) continue
    if (pieces.length > 0) pieces.push({ text: '\n' })
    pieces.push({ text: `${label}: `, quiet: true })
    pieces.push(...(hides(revision, field, request) ? quiet(wording.leftOut) : plain(visible(words))))
  }
  return pieces
}

const leftOutWith: Record<string, readonly string[]> = {
  source: ['source', 'howKnown', 'howKnownWords'],
  others: ['peopleThere', 'whoElseNoticed'],
}

/** Earlier words of a field that was left out, or in which any word was masked, stay out too. */
const hides = ({ id }: Revision, field: string, { choices }: SheetRequest): boolean =>
  choices.leaveOut.some(one => leftOutWith[one]?.includes(field)) ||
  choices.masks.some(mask => mask.id === id && mask.field.split('.')[0] === field)

/** In four plain sentences, with the code of the whole. */
export function howKept(request: SheetRequest, { wording }: Scene): Block[] {
  const { kept } = wording
  return [
    { is: 'heading', level: 2, words: plain(kept.heading), bookmark: kept.heading },
    { is: 'list', items: kept.sentences.map(plain) },
    ...(request.recordCode === undefined
      ? []
      : [
          {
            is: 'paragraph',
            words: [...quiet(`${kept.code} `), ...strong(request.recordCode)],
          } as const,
        ]),
  ]
}
