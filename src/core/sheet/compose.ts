/** From entries and choices to a document. Pure: the same request and words give the same document. */

import { attachedData } from './attached.ts'
import { incidentsCsv, reportsCsv } from './csv.ts'
import { declarationOf } from './declaration.ts'
import { firstPage, inFullAnchor, longFacts } from './first.ts'
import { fullWords } from './full.ts'
import { type Scene, textIn, wallOf, writer } from './incident-words.ts'
import { type AttachedFile, type Block, codesAnchor, type Sheet } from './model.ts'
import { patternPage } from './pattern-page.ts'
import { changeLog, howKept } from './record-parts.ts'
import { reportsOf } from './reports.ts'
import type { SheetRequest } from './request.ts'
import { sceneOf } from './scene.ts'
import { tableOf } from './table.ts'
import type { Wording } from './wording.ts'
import { plain, quiet, strong } from './written.ts'

export function composeSheet(request: SheetRequest, wording: Wording): Sheet {
  const { choices, profile } = request
  const scene = sceneOf(request, wording)
  const name = writer(request, scene)
  const caseNumber = profile.caseNumber && textIn(scene.quote('profile', 'caseNumber', profile.caseNumber))
  const mark = request.example && wording.example
  const title = [...(mark ? [mark.word] : []), wording.title[choices.for]].join(' ')
  return {
    for: choices.for,
    title,
    lang: wording.lang,
    ...(name === undefined ? {} : { author: name }),
    subject: wording.subject[choices.for],
    running: plain(wording.running(title, name, caseNumber, request.recordCode)),
    pageOf: wording.pageOf,
    ...(mark ? { mark } : {}),
    first: [
      ...(mark ? [{ is: 'paragraph', look: 'callout', words: strong(mark.line) } as const] : []),
      ...firstPage(request, scene),
    ],
    rest: [
      ...patternPage(scene),
      ...tableOf(scene),
      ...fullWords(scene),
      ...reportsOf(scene),
      inFull(request, scene),
      ...(choices.for === 'record' ? [...changeLog(request, scene), ...howKept(request, scene)] : []),
      ...notes(request, scene),
      declarationOf(request, scene),
    ],
    attached: attachments(request, scene),
    fileName: [...(mark ? [mark.word] : []), fileName(request, scene)].join('-'),
    revisions: Object.fromEntries(
      [...scene.chosen.incidents, ...scene.chosen.reports].map(({ id, revisions }) => [id, revisions]),
    ),
    cutNote: wording.seeInFull,
  }
}

/** What stands in place of words, explained where it is used; and what the file carries inside. */
function notes(request: SheetRequest, { wording }: Scene): Block[] {
  const note = (text: string): Block => ({ is: 'paragraph', look: 'quiet', words: quiet(text) })
  return [
    ...(carriesData(request)
      ? [
          { is: 'heading', level: 2, words: plain(wording.attached.heading) } as const,
          note(wording.attached.explained),
        ]
      : []),
    ...(request.choices.masks.length > 0 ? [note(wording.maskedNote)] : []),
    { is: 'whereCut', anchor: codesAnchor, blocks: [note(wording.codesNote)] },
  ]
}

/** The full record is also a copy of the diary; a landlord's sheet carries nothing that is not printed, unless chosen. */
const carriesData = ({ choices, example }: SheetRequest): boolean =>
  !example && (choices.for === 'record' || choices.attach === true)

function attachments(request: SheetRequest, scene: Scene): AttachedFile[] {
  if (!carriesData(request)) return []
  const { attached } = scene.wording
  const data = attachedData(request, scene)
  const { backup } = request
  const csv = (name: string, description: string, text: string): AttachedFile => ({
    name,
    type: 'text/csv',
    relationship: 'Alternative',
    description,
    text,
  })
  return [
    {
      name: 'diary.json',
      type: 'application/json',
      relationship: 'Source',
      description: attached.json,
      text: JSON.stringify(data, undefined, 1),
    },
    ...(backup !== undefined && isWhole(request, scene)
      ? [
          {
            name: 'diary-backup.json',
            type: 'application/json',
            relationship: 'Source' as const,
            description: attached.backup,
            text: backup,
          },
        ]
      : []),
    csv('incidents.csv', attached.incidents, incidentsCsv(data, scene)),
    csv('reports.csv', attached.reports, reportsCsv(data, scene)),
  ]
}

/** Whether all that there is stands in it: only then it may carry the diary itself. */
const isWhole = ({ choices, incidents, reports }: SheetRequest, { chosen }: Scene): boolean =>
  choices.for === 'record' &&
  choices.leaveOut.length === 0 &&
  choices.masks.length === 0 &&
  chosen.incidents.length === incidents.length &&
  chosen.reports.length === reports.length

/** What the first page had no room for. */
function inFull(request: SheetRequest, scene: Scene): Block {
  const { heading, explained } = scene.wording.inFull
  return {
    is: 'whereCut',
    anchor: inFullAnchor,
    blocks: [
      { is: 'heading', level: 2, words: plain(heading), bookmark: heading, anchor: inFullAnchor },
      { is: 'paragraph', words: quiet(explained), look: 'quiet' },
      { is: 'facts', rows: longFacts(request, scene) },
    ],
  }
}

/** A name that sorts: `diary-sheet-2026-11-22-1-to-34.pdf`. */
function fileName({ choices, madeAt, zone }: SheetRequest, { chosen }: Scene): string {
  const numbers = chosen.incidents.map(({ number }) => number)
  const low = numbers.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY)
  const high = numbers.reduce((most, one) => Math.max(most, one), 0)
  const range = numbers.length === 0 ? '' : low === high ? `-${low}` : `-${low}-to-${high}`
  const what = choices.for === 'record' ? 'full-record' : 'diary-sheet'
  return `${what}-${wallOf(madeAt, zone).date}${range}.pdf`
}
