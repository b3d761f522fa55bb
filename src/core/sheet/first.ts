/** The first page: what an officer wants to know, in the order they want to know it (evidence.md 5.4). Always one page. */
import { recipients } from '../report.ts'
import { ranges, referenceWords, removedFrom, type Scene, textIn } from './incident-words.ts'
import type { Block, Fact, Row, Words } from './model.ts'
import type { SheetRequest } from './request.ts'
import { isOfOneSource, policeReferencesIn, type Standing, sourceChosen } from './select.ts'
import { inShort } from './summary.ts'
import { visible } from './visible.ts'
import { joined, plain, quiet, strong } from './written.ts'

/** More police references than this are counted, with the page where they stand. */
const mostReferences = 12

export function firstPage(request: SheetRequest, scene: Scene): Block[] {
  const { wording, chosen } = scene
  const { first } = wording
  const landlord = landlordOf(request, scene)
  return [
    {
      is: 'heading',
      level: 1,
      words: plain(wording.title[request.choices.for]),
      bookmark: wording.title[request.choices.for],
    },
    {
      is: 'paragraph',
      lines: 2,
      words: [
        ...(landlord ? strong(`${first.forWhom(textIn(landlord))} `) : []),
        ...plain(covers(scene)),
        // Since when: a sheet of what is new begins later than the trouble did.
        ...(chosen.since && request.firstDay && request.firstDay !== chosen.days?.from
          ? plain(` ${first.begins(wording.longDate(request.firstDay))}`)
          : []),
      ],
    },
    {
      is: 'paragraph',
      look: 'quiet',
      lines: 3,
      words: quiet([wording.madeOn(scene.moment(request.madeAt)), ...lacking(request, scene)].join(' ')),
    },
    {
      is: 'sides',
      sides: [
        [
          { is: 'heading', level: 2, words: plain(first.whoWrites) },
          { is: 'facts', rows: whoWrites(request, scene) },
          ...(request.profile.speakToMeFirst
            ? [{ is: 'paragraph', look: 'callout', words: strong(first.speakFirst) } as const]
            : []),
        ],
        [
          { is: 'heading', level: 2, words: plain(first.landlordHead) },
          { is: 'facts', rows: [...whatAbout(request, scene), ...asked(request, scene)] },
        ],
      ],
    },
    ...policeReferences(scene),
    reportsAndNews(scene),
    ...inShort(scene),
  ]
}

/** The days that the figures are counted from. */
function covers({ wording, chosen: { days, since } }: Scene): string {
  const { covers, coversNew, coversNothing, coversNothingNew } = wording.first
  if (!days) return since ? coversNothingNew : coversNothing
  return (since ? coversNew : covers)(wording.days(days.from, days.to))
}

/** What could not be read; and that this sheet shows some kinds or one source alone, where that was chosen. */
function lacking(request: SheetRequest, { wording, leaves, chosen }: Scene): string[] {
  const { choices, damaged = 0 } = request
  const { first, labels } = wording
  const { kinds, masks } = choices
  // A mask over one entry's source must not let it be read here; nor may words stay here that no entry has any more.
  const hidden =
    leaves('source') || masks.some(({ field }) => field === 'source') || chosen.incidents.length === 0
  const said = hidden ? undefined : sourceChosen(request)
  // What is missing comes first: where the line is cut, this must not be.
  return [
    ...(damaged > 0 ? [first.damaged(damaged)] : []),
    ...(kinds ? [first.onlyKinds(kinds.map(kind => labels.kind[kind]).join(', '))] : []),
    ...(isOfOneSource(choices) ? [first.onlySource(said && visible(said))] : []),
  ]
}

/** Where paper is short the words are cut, and stand in full further on. */
export const inFullAnchor = 'in-full'
const cut = (lines: number) => ({ lines, inFull: inFullAnchor })

/** Facts of the first page that may be cut, whole: for the page where they stand in full. */
export function longFacts(request: SheetRequest, scene: Scene): Fact[] {
  return [...whoWrites(request, scene), ...whatAbout(request, scene), ...asked(request, scene)]
    .filter(({ lines }) => lines !== undefined)
    .map(({ label, words }) => ({ label, words }))
}

function whoWrites({ profile }: SheetRequest, scene: Scene): Fact[] {
  const { first } = scene.wording
  const contact = (['phone', 'email'] as const).flatMap(field => {
    const text = profile[field]
    return text === undefined ? [] : [scene.quote('profile', field, text)]
  })
  const facts: Fact[] = [
    { label: first.name, words: orLeftOut('name', profile.name, 'name', scene), ...cut(2) },
    { label: first.address, words: orLeftOut('address', profile.address, 'address', scene), ...cut(3) },
    {
      label: first.reach,
      words: scene.leaves('contact')
        ? quiet(scene.wording.leftOut)
        : contact.length === 0
          ? quiet(scene.wording.notGiven)
          : joined(contact, ', '),
      ...cut(2),
    },
  ]
  if (profile.safeContact !== undefined && !scene.leaves('contact'))
    facts.push({
      label: first.safeContact,
      words: scene.quote('profile', 'safeContact', profile.safeContact),
      ...cut(3),
    })
  if (profile.whoIsAffected !== undefined)
    facts.push({
      label: first.affected,
      words: scene.quote('profile', 'whoIsAffected', profile.whoIsAffected),
      ...cut(3),
    })
  return facts
}

function landlordOf({ profile }: SheetRequest, { quote }: Scene): Words | undefined {
  const name = profile.landlord?.name
  return name === undefined ? undefined : quote('profile', 'landlord.name', name)
}

function whatAbout(request: SheetRequest, scene: Scene): Fact[] {
  const { profile } = request
  const { first, notGiven, labels } = scene.wording
  const facts: Fact[] = [
    {
      label: first.landlord,
      words: landlordOf(request, scene) ?? quiet(notGiven),
      ...cut(2),
    },
    {
      label: first.caseNumber,
      words: profile.caseNumber ? scene.quote('profile', 'caseNumber', profile.caseNumber) : quiet(notGiven),
      ...cut(2),
    },
    { label: first.source, words: sources(scene), ...cut(4) },
  ]
  if (profile.sourceLandlord !== undefined && !scene.leaves('source'))
    facts.push({ label: first.sourceLandlord, words: plain(labels.sameLandlord[profile.sourceLandlord]) })
  return facts
}

/** Where it is thought to come from, each home once; or that this is not clear, or was never said. */
function sources(scene: Scene): Words {
  const { first, leftOut, notSaid } = scene.wording
  if (scene.leaves('source')) return quiet(leftOut)
  const homes = new Map<string, Words>()
  const standing = scene.chosen.incidents.filter(({ withdrawn }) => !withdrawn)
  for (const { id, content } of standing) {
    if (content.source?.is !== 'thought') continue
    const words = scene.quote(id, 'source', content.source.words)
    homes.set(words.map(({ text }) => text).join(''), words)
  }
  if (homes.size === 0) {
    if (standing.some(({ content }) => content.source)) return plain(first.sourceNotClear)
    return standing.map(entry => removedFrom(entry, 'source', scene)).find(Boolean) ?? quiet(notSaid)
  }
  const named = joined([...homes.values()].slice(0, 3), '; ')
  return homes.size > 3 ? [...named, ...plain(` ${first.severalSources(homes.size - 3)}`)] : named
}

function orLeftOut(what: 'name' | 'address', text: string | undefined, field: string, scene: Scene): Words {
  if (scene.leaves(what)) return quiet(scene.wording.leftOut)
  return text === undefined ? quiet(scene.wording.notGiven) : scene.quote('profile', field, text)
}

function policeReferences(scene: Scene): Block[] {
  const { wording, chosen } = scene
  const { first } = wording
  const heading: Block = { is: 'heading', level: 2, words: plain(first.policeReferences) }
  const given = policeReferencesIn(chosen.reports).reverse()
  if (given.length === 0) return [heading, { is: 'paragraph', words: quiet(first.noPoliceReference) }]
  const rows = given.slice(0, mostReferences).map((one): Row => {
    const { force, told, person } = one.report.content
    const own = (field: 'force' | 'person', text: string | undefined): Words =>
      text === undefined ? [] : scene.quote(one.report.id, field, text)
    return {
      cells: [
        referenceWords(one, scene, true),
        plain(wording.labels.reference[one.kind]),
        own('force', force),
        plain(wording.shortDate(told.slice(0, 10))),
        own('person', person),
      ],
    }
  })
  const { number, kind, force, told, person } = first.referenceColumns
  return [
    heading,
    {
      is: 'table',
      summary: first.policeReferences,
      columns: [
        { head: number, share: 22 },
        { head: kind, share: 22 },
        { head: force, share: 24 },
        { head: told, share: 15 },
        { head: person, share: 17 },
      ],
      rows,
      lines: 2,
    },
    ...(given.length > mostReferences
      ? [
          {
            is: 'paragraph',
            look: 'quiet',
            words: [
              { text: `${first.moreReferences(given.length - mostReferences)} ` },
              { text: '', pageOf: 'reports' },
            ],
          } as const,
        ]
      : []),
  ]
}

function reportsAndNews(scene: Scene): Block {
  const { first } = scene.wording
  return {
    is: 'sides',
    sides: [
      [
        { is: 'heading', level: 2, words: plain(first.reportsMade) },
        { is: 'list', items: reportLines(scene) },
      ],
      [
        { is: 'heading', level: 2, words: plain(first.whatIsNew) },
        { is: 'list', items: newsLines(scene) },
      ],
    ],
  }
}

function asked({ profile }: SheetRequest, scene: Scene): Fact[] {
  if (profile.whatIAsk === undefined) return []
  const words = scene.quote('profile', 'whatIAsk', profile.whatIAsk)
  return [{ label: scene.wording.first.asked, words, ...cut(6) }]
}

/** One line for each sort of recipient: how often, when last, how many replies. */
function reportLines(scene: Scene): Words[] {
  const { wording, chosen } = scene
  const { first } = wording
  const made = chosen.reports.filter(({ withdrawn }) => !withdrawn)
  if (made.length === 0) return [quiet(first.noReports)]
  return recipients.flatMap(to => {
    const theirs = made.filter(({ content }) => content.to === to)
    const last = theirs.at(-1)
    if (!last) return []
    const replies = theirs.reduce((sum, { content }) => sum + (content.replies?.length ?? 0), 0)
    const removed = theirs.some(one => removedFrom(one, 'replies', scene))
    const when = wording.shortDate(last.content.told.slice(0, 10))
    const line = first.reportsTo(wording.labels.recipient[to], theirs.length, when)
    const answers = [
      ...(replies > 0 || !removed ? [first.replies(replies)] : []),
      ...(removed ? [first.repliesRemoved] : []),
    ]
    return [[...plain(line), ...quiet(` ${answers.join(' ')}`)]]
  })
}

function newsLines(scene: Scene): Words[] {
  const { wording, chosen } = scene
  const { first } = wording
  if (!chosen.since) return [plain(first.firstSheet)]
  const last = scene.moment(chosen.since.madeAt)
  const of = (standing: Standing) =>
    chosen.incidents.filter(entry => !entry.withdrawn && chosen.standing(entry) === standing)
  const [fresh, amended, gone] = [of('new'), of('amended'), chosen.incidents.filter(one => one.withdrawn)]
  if (fresh.length + amended.length + gone.length === 0) return [plain(first.nothingNew(last))]
  return [
    plain(first.newSince(last, fresh.length, ranges(fresh))),
    ...(amended.length > 0 ? [plain(first.amendedSince(amended.length, ranges(amended)))] : []),
    ...(gone.length > 0 ? [plain(first.withdrawn(gone.length, ranges(gone)))] : []),
  ]
}
