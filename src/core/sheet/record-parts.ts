/** What only the full record has: every change, and how the record is kept. */
import type { Revision } from '../record.ts'
import type { Scene } from './incident-words.ts'
import type { Block, Piece, Row, Words } from './model.ts'
import type { SheetRequest } from './request.ts'
import { visible } from './visible.ts'
import { plain, quiet, strong } from './written.ts'

export function changeLog(request: SheetRequest, scene: Scene): Block[] {
  const { wording, chosen } = scene
  const { log } = wording
  const shown = new Set([...chosen.incidents, ...chosen.reports].map(({ id }) => id))
  const before = new Map<string, Revision['content']>()
  const rows: Row[] = []
  for (const revision of request.revisions ?? []) {
    if (!shown.has(revision.id)) continue
    if (revision.revision > 1) rows.push(rowOf(revision, before.get(revision.id) ?? {}, request, scene))
    before.set(revision.id, { ...before.get(revision.id), ...revision.content })
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

function rowOf(revision: Revision, before: object, request: SheetRequest, scene: Scene): Row {
  const { log } = scene.wording
  return {
    cells: [
      strong(log.entry(revision.type, revision.number)),
      plain(scene.moment(revision.written)),
      plain(log.changes[revision.change]),
      [...reasonOf(revision, scene), ...replacedBy(revision, before, request, scene)],
    ],
  }
}

/** The reason of a withdrawal stands in the entry, too, and is masked there. */
const reasonOf = ({ id, why }: Revision, { quote }: Scene): Words =>
  why === undefined ? [] : quote(id, 'withdrawn.why', why)

/** Each field that was replaced, with the words that stood in it before; nothing of those that were only filled. */
function replacedBy(revision: Revision, before: object, request: SheetRequest, scene: Scene): Words {
  if (revision.change !== 'changed') return []
  const { wording } = scene
  const now = new Map(Object.entries(revision.content))
  const pieces: Piece[] = []
  for (const { field, label, words } of wording.said(revision.type, before)) {
    const after = wording.said(revision.type, revision.content).find(one => one.field === field)
    if (after?.words === words && now.has(field)) continue
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
