/**
 * Each way of leaving something out, with twenty marker words wherever it applies: found in a file made without that
 * choice, nowhere in one made with it. Streams are inflated, attachments opened, bookmarks and metadata decoded.
 */
import { describe, expect, it } from 'vitest'
import type { Incident } from '../../src/core/incident.ts'
import type { Profile } from '../../src/core/profile.ts'
import type { Entry } from '../../src/core/record.ts'
import type { Choices, Leavable, Mask } from '../../src/core/sheet/choices.ts'
import { usualChoices } from '../../src/core/sheet/choosing.ts'
import type { SheetRequest } from '../../src/core/sheet/request.ts'
import { everythingIn, make } from './read.ts'
import { sampleHistory, sampleIncident, sampleReport, sampleRequest } from './sample.ts'

const markers = Array.from({ length: 20 }, (_, i) => `Zq${i}marker${i}Xv`)
const all = markers.join(' ')

type Documents = readonly Choices['for'][]
interface Case {
  name: string
  documents: Documents
  /** A diary with the markers in it. */
  diary: SheetRequest
  shown: Partial<Choices>
  gone: Partial<Choices>
}

const both: Documents = ['landlord', 'record']

/** How many stand before the marked ones: among them are those that the sample's history amends and withdraws. */
const unmarked = 5

/** Twenty incidents, each with a marker where `plant` puts it, after some without. */
function incidentsWith(plant: (marker: string) => Partial<Incident>): SheetRequest {
  const plainOnes = Array.from({ length: unmarked }, (_, i) => sampleIncident(i + 1))
  const marked = markers.map((marker, i) => {
    const entry = sampleIncident(i + 1 + unmarked)
    return { ...entry, content: { ...entry.content, ...plant(marker) } }
  })
  return { ...sampleRequest(0, 0), incidents: [...plainOnes, ...marked] }
}

const profileWith = (profile: Profile): SheetRequest => ({ ...sampleRequest(2, 1), profile })
const leaveOut = (what: Leavable) => ({ shown: {}, gone: { leaveOut: [what] } })

const words = incidentsWith(marker => ({ whatHappened: `I heard ${marker} on the stairs` }))
const masks: Mask[] = words.incidents
  .slice(unmarked)
  .map(({ id }) => ({ id, field: 'whatHappened', word: 2 }))
const dayOf = (entry: Entry<'incident'> | undefined) => entry?.content.happened.slice(0, 10) ?? ''
const sentBefore = {
  madeAt: words.madeAt,
  revisions: Object.fromEntries(words.incidents.slice(unmarked).map(({ id, revisions }) => [id, revisions])),
}

const cases: Case[] = [
  { name: 'name', documents: both, diary: profileWith({ name: all }), ...leaveOut('name') },
  { name: 'address', documents: both, diary: profileWith({ address: all }), ...leaveOut('address') },
  {
    name: 'ways to be reached',
    documents: both,
    diary: profileWith({
      phone: markers.slice(0, 6).join(' '),
      email: markers.slice(6, 12).join(' '),
      safeContact: markers.slice(12).join(' '),
    }),
    ...leaveOut('contact'),
  },
  {
    name: 'source and how it is known',
    documents: both,
    diary: incidentsWith(marker =>
      markers.indexOf(marker) % 2 === 0
        ? { source: { is: 'thought', words: `Flat ${marker}` } }
        : { howKnownWords: `Because of ${marker}` },
    ),
    ...leaveOut('source'),
  },
  {
    name: 'others',
    documents: both,
    diary: incidentsWith(marker =>
      markers.indexOf(marker) % 2 === 0
        ? { peopleThere: `I saw ${marker}` }
        : { whoElseNoticed: `And ${marker} did` },
    ),
    ...leaveOut('others'),
  },
  { name: 'masked words', documents: both, diary: words, shown: {}, gone: { masks } },
  {
    name: 'other kinds',
    documents: both,
    diary: incidentsWith(marker => ({ kinds: ['noise'], whatHappened: marker })),
    shown: { kinds: ['cannabis', 'noise'] },
    gone: { kinds: ['cannabis'] },
  },
  {
    name: 'other days',
    documents: both,
    diary: words,
    shown: { period: { is: 'all' } },
    gone: { period: { is: 'between', from: '2026-09-01', to: dayOf(words.incidents[unmarked - 1]) } },
  },
  {
    name: 'what was sent before',
    documents: ['landlord'],
    diary: { ...words, lastSheet: sentBefore },
    shown: { period: { is: 'all' } },
    gone: { period: { is: 'sinceLast' } },
  },
  {
    name: 'other sources',
    documents: both,
    diary: incidentsWith(marker => ({ source: { is: 'thought', words: `Flat ${marker}` } })),
    shown: {},
    gone: { source: 'Flat 12, Marsh House' },
  },
  {
    name: 'worries about somebody',
    documents: ['landlord'],
    diary: incidentsWith(marker => ({ kinds: ['worried'], whatHappened: marker })),
    shown: { worried: true },
    gone: {},
  },
  {
    name: 'reports to Crimestoppers',
    documents: both,
    diary: {
      ...sampleRequest(2, 0),
      reports: markers.map((marker, i) =>
        sampleReport(i + 1, { to: 'crimestoppers', said: marker, reference: undefined, incidents: [] }),
      ),
    },
    shown: { crimestoppers: true },
    gone: {},
  },
]

/** With every version there was: also where only the newest differs. */
async function foundIn({ diary }: Case, choices: Choices): Promise<string[]> {
  const request = { ...sampleHistory(diary), profile: diary.profile, choices }
  const everything = await everythingIn(make(request).bytes)
  return markers.filter(marker => everything.includes(marker))
}

describe.each(cases)('$name', one => {
  it.each(one.documents)('are in what is made for %s, and nowhere once left out', async document => {
    // With its data attached, which a landlord's sheet has only where that is chosen.
    const usual = { ...usualChoices(document), attach: true }
    expect(await foundIn(one, { ...usual, ...one.shown })).toEqual(markers)
    expect(await foundIn(one, { ...usual, ...one.gone })).toEqual([])
  })
})
