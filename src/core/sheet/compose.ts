/** From entries and choices to a document. Pure: the same request and words give the same document. */

import { declarationOf } from './declaration.ts'
import { firstPage, inFullAnchor, longFacts } from './first.ts'
import { fullWords } from './full.ts'
import { type Scene, wallOf } from './incident-words.ts'
import type { Block, Sheet } from './model.ts'
import { patternPage } from './pattern-page.ts'
import { reportsOf } from './reports.ts'
import type { SheetRequest } from './request.ts'
import { choose } from './select.ts'
import { tableOf } from './table.ts'
import { visible } from './visible.ts'
import type { Wording } from './wording.ts'
import { plain, quiet, quoting } from './written.ts'

export function composeSheet(request: SheetRequest, wording: Wording): Sheet {
  const { choices, profile } = request
  const scene: Scene = {
    chosen: choose(request),
    wording,
    quote: quoting(choices, wording.masked),
    leaves: what => choices.leaveOut.includes(what),
    moment(instant) {
      const { date, time } = wallOf(instant, request.zone)
      return `${wording.longDate(date)}, ${time}`
    },
  }
  const name = scene.leaves('name') || profile.name === undefined ? undefined : visible(profile.name)
  const caseNumber = profile.caseNumber === undefined ? undefined : visible(profile.caseNumber)
  const title = wording.title[choices.for]
  return {
    for: choices.for,
    title,
    lang: wording.lang,
    ...(name === undefined ? {} : { author: name }),
    subject: wording.subject[choices.for],
    running: plain(wording.running(title, name, caseNumber)),
    pageOf: wording.pageOf,
    first: firstPage(request, scene),
    rest: [
      ...patternPage(scene),
      ...tableOf(scene),
      ...fullWords(scene),
      ...reportsOf(scene),
      inFull(request, scene),
      ...(choices.masks.length > 0
        ? [{ is: 'paragraph', look: 'quiet', words: quiet(wording.maskedNote) } as const]
        : []),
      declarationOf(request, scene),
    ],
    attached: [],
    fileName: fileName(request, scene),
    revisions: Object.fromEntries(
      [...scene.chosen.incidents, ...scene.chosen.reports].map(({ id, revisions }) => [id, revisions]),
    ),
    cutNote: wording.seeInFull,
  }
}

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
