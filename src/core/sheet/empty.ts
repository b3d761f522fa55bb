/** A sheet to be written in by hand, for a neighbour or relative: every witness keeps their own (evidence.md 1.4). */
import type { Block, Sheet } from './model.ts'
import type { EmptySheetRequest } from './request.ts'
import { columnsOf } from './table.ts'
import type { Wording } from './wording.ts'
import { plain, quiet } from './written.ts'

/** Rows that the first page and each other page have room for. */
const rows = { first: 4, other: 7 }
/** Points of room in a row: three lines of writing. */
const rowHeight = 54

export function composeEmptySheet({ emptyPages }: EmptySheetRequest, wording: Wording): Sheet {
  const { empty, lang } = wording
  const title: Block = { is: 'heading', level: 1, words: plain(empty.title), bookmark: empty.title }
  const first: Block[] = [
    title,
    {
      is: 'sides',
      sides: [
        [
          { is: 'heading', level: 2, words: plain(empty.howTo) },
          { is: 'list', items: empty.rules.map(plain) },
        ],
        [
          { is: 'heading', level: 2, words: plain(empty.more) },
          { is: 'list', items: empty.moreRules.map(plain) },
          { is: 'rooms', rooms: [room(empty.name, 50), room(empty.address, 50)] },
        ],
      ],
    },
    ...written(1, rows.first, wording),
  ]
  const others = Array.from({ length: emptyPages - 1 }, (_, page): Block[] => [
    ...(page === 0 ? [] : [{ is: 'newPage' } as const]),
    ...written(rows.first + page * rows.other + 1, rows.other, wording),
  ])
  return {
    for: 'hand',
    title: empty.title,
    lang,
    subject: empty.subject,
    running: plain(empty.running),
    pageOf: wording.pageOf,
    first,
    rest: others.flat(),
    attached: [],
    fileName: `${empty.fileName}.pdf`,
    revisions: {},
    cutNote: '',
  }
}

const room = (label: string, share: number) => ({ label, share })

/** Rows from number `from` on, and room to sign for them: a page may be handed in by itself. */
function written(from: number, count: number, { table, declaration, empty }: Wording): Block[] {
  return [
    {
      is: 'table',
      summary: empty.summary,
      columns: columnsOf(table),
      rows: Array.from({ length: count }, (_, i) => ({
        cells: [quiet(String(from + i)), [], [], [], [], [], []],
      })),
      room: rowHeight,
    },
    {
      is: 'rooms',
      rooms: [
        room(`${declaration.signature}. ${empty.declared}`, 60),
        room(declaration.printedName(undefined), 25),
        room(declaration.date, 15),
      ],
    },
  ]
}
