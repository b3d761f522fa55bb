/** What is left out of a document is nowhere in its file. Twenty marker words in every place where words can stand. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Incident } from '../../src/core/incident.ts'
import type { Profile } from '../../src/core/profile.ts'
import { type Choices, type Leavable, leavable, type Mask } from '../../src/core/sheet/choices.ts'
import { usualChoices } from '../../src/core/sheet/choosing.ts'
import type { SheetRequest } from '../../src/core/sheet/request.ts'
import { emailToLandlord } from '../../src/text/email.ts'
import { everythingIn, make } from './read.ts'
import { at, sampleHistory, sampleIncident, sampleReport, sampleRequest } from './sample.ts'

/** Marker words no dictionary has, so that finding one is finding what was left out. */
const mark = (place: string) => `Zq${place}Xv`

const profile: Profile = {
  name: mark('Name'),
  address: `${mark('Address')} Road`,
  phone: mark('Phone'),
  email: `${mark('Email')}@example.org`,
  safeContact: `only ${mark('Safe')} please`,
  whoIsAffected: `my child ${mark('Affected')}`,
  whatIAsk: `${mark('Ask')} something`,
  caseNumber: mark('Case'),
  landlord: { name: mark('Landlord') },
  sourceLandlord: 'yes',
}

const texts = {
  whatHappened: `It was ${mark('Happened')} again`,
  impactWords: `so ${mark('Impact')} that`,
  place: `${mark('Place')} stairs`,
  actionWords: `I ${mark('Action')} it`,
  peopleThere: `two ${mark('People')} there`,
  whoElseNoticed: `${mark('Noticed')} too`,
  howKnownWords: `because ${mark('Known')} so`,
  otherKind: `${mark('Kind')} thing`,
} satisfies Partial<Incident>

function request(choices: Partial<Choices>): SheetRequest {
  const incident = sampleIncident(1)
  incident.content = {
    ...incident.content,
    ...texts,
    kinds: ['cannabis', 'other'],
    source: { is: 'thought', words: `flat ${mark('Source')} above` },
  }
  const report = sampleReport(1, {
    toName: `${mark('ToName')} team`,
    force: `${mark('Force')} police`,
    person: `PC ${mark('Person')}`,
    said: `They ${mark('Said')} it`,
    reference: { is: 'given', numbers: [{ kind: 'log', number: mark('Number') }] },
    replies: [{ came: at('2026-09-20T10:00:00+01:00[Europe/London]'), words: `Then ${mark('Reply')} came` }],
  })
  const base = sampleRequest(6, 0)
  const [, ...others] = base.incidents
  const whole = { ...base, profile, incidents: [incident, ...others], reports: [report] }
  const withHistory = sampleHistory(whole)
  // An earlier version held the markers elsewhere in its text, where no mask of the newest version points.
  const revisions = (withHistory.revisions ?? []).flatMap(revision =>
    revision.id === incident.id
      ? [
          {
            ...revision,
            content: {
              ...incident.content,
              whatHappened: `At first I wrote that ${mark('Happened')} was it`,
            },
          },
          { ...revision, revision: 2, change: 'changed' as const, content: incident.content },
        ]
      : [revision],
  )
  incident.revisions = 2
  const gone = withHistory.incidents[4]
  if (gone?.withdrawn) gone.withdrawn.why = `I ${mark('Why')} out`
  return { ...withHistory, revisions, choices: { ...usualChoices('record'), ...choices } }
}

const found = async (choices: Partial<Choices>): Promise<(place: string) => boolean> => {
  const all = await everythingIn(make(request(choices)).bytes)
  return place => all.includes(mark(place))
}

/** The words that go with the sheet, as they would reach the landlord. */
const inEmail = (choices: Partial<Choices>): ((place: string) => boolean) => {
  const all = JSON.stringify(emailToLandlord(request(choices), 'diary-sheet.pdf'))
  return place => all.includes(mark(place))
}
const emailPlaces = ['Name', 'Address', 'Phone', 'Safe', 'Ask', 'Case', 'Force', 'Person', 'Number']

const everyPlace = [
  ...['Name', 'Address', 'Phone', 'Email', 'Safe', 'Affected', 'Ask', 'Case', 'Landlord'],
  ...['Happened', 'Impact', 'Place', 'Action', 'People', 'Noticed', 'Known', 'Kind', 'Source'],
  ...['ToName', 'Force', 'Person', 'Said', 'Reply', 'Number', 'Why'],
]

describe('a full record', () => {
  it('holds every marker where nothing is left out', async () => {
    const has = await found({})
    expect(everyPlace.filter(place => !has(place))).toEqual([])
  })

  const gone: Record<Leavable, string[]> = {
    name: ['Name'],
    address: ['Address'],
    contact: ['Phone', 'Email', 'Safe'],
    source: ['Source', 'Known'],
    others: ['People', 'Noticed'],
  }
  it.each(leavable)('without %s has it nowhere, and all else', async what => {
    const has = await found({ leaveOut: [what] })
    expect(everyPlace.filter(place => !has(place)).sort()).toEqual([...gone[what]].sort())
  })

  it.each(leavable)('without %s says nothing of it in the e-mail either', what => {
    const has = inEmail({ leaveOut: [what] })
    const left = emailPlaces.filter(place => !gone[what].includes(place))
    expect(everyPlace.filter(has).sort()).toEqual(left.sort())
  })

  describe('with words masked', () => {
    const request1 = request({})
    const incidents = request1.incidents
    const [incident] = incidents
    const [report] = request1.reports
    const masks: Mask[] = [
      ...Object.entries(texts).map(([field, text]) => maskOf(incident?.id ?? '', field, text)),
      maskOf(incident?.id ?? '', 'source', `flat ${mark('Source')} above`),
      maskOf(report?.id ?? '', 'toName', `${mark('ToName')} team`),
      maskOf(report?.id ?? '', 'force', `${mark('Force')} police`),
      maskOf(report?.id ?? '', 'person', `PC ${mark('Person')}`),
      maskOf(report?.id ?? '', 'said', `They ${mark('Said')} it`),
      maskOf(report?.id ?? '', 'replies.0', `Then ${mark('Reply')} came`),
      ...(
        ['name', 'address', 'phone', 'caseNumber', 'safeContact', 'whoIsAffected', 'whatIAsk'] as const
      ).map(field => maskOf('profile', field, profile[field] ?? '')),
      maskOf('profile', 'landlord.name', mark('Landlord')),
      maskOf('profile', 'email', mark('Email')),
      maskOf(report?.id ?? '', 'reference.numbers.0.number', mark('Number')),
      maskOf(incidents[4]?.id ?? '', 'withdrawn.why', `I ${mark('Why')} out`),
    ]
    let has: (place: string) => boolean
    beforeAll(async () => {
      has = await found({ masks })
    })

    it('has at least twenty-odd places where a word can be masked', () => {
      expect(masks).toHaveLength(everyPlace.length)
    })
    it.each(everyPlace)('%s is nowhere', place => {
      expect(has(place)).toBe(false)
    })
    it('none of them is in the e-mail', () => {
      expect(everyPlace.filter(inEmail({ masks }))).toEqual([])
    })
  })
})

describe('a landlord’s sheet', () => {
  const sheet = (choices: Partial<Choices>) => ({ ...usualChoices('landlord'), ...choices })

  it('leaves out reports to Crimestoppers unless chosen', async () => {
    const secret = sampleReport(3, { to: 'crimestoppers', said: mark('Crime'), reference: undefined })
    const base = { ...sampleRequest(2, 1), reports: [sampleReport(1), secret] }
    expect(await everythingIn(make(base).bytes)).not.toContain(mark('Crime'))
    const chosen = { ...base, choices: sheet({ crimestoppers: true }) }
    expect(await everythingIn(make(chosen).bytes)).toContain(mark('Crime'))
  })

  it('leaves out a worry about somebody unless chosen', async () => {
    const worry = sampleIncident(2)
    worry.content = { kinds: ['worried'], happened: worry.content.happened, whatHappened: mark('Worry') }
    const base = { ...sampleRequest(1, 0), incidents: [sampleIncident(1), worry] }
    expect(await everythingIn(make(base).bytes)).not.toContain(mark('Worry'))
    const chosen = { ...base, choices: sheet({ worried: true }) }
    expect(await everythingIn(make(chosen).bytes)).toContain(mark('Worry'))
  })

  it('carries no data unless chosen, and nothing that was taken back', async () => {
    const gone = sampleIncident(2)
    gone.content = { ...gone.content, whatHappened: mark('Gone') }
    gone.withdrawn = { at: gone.lastWritten, why: 'A mistake' }
    const base = { ...sampleRequest(1, 0), incidents: [sampleIncident(1), gone] }
    expect(await everythingIn(make(base).bytes)).not.toMatch(/EmbeddedFile|ZqGoneXv/)
    const chosen = await everythingIn(make({ ...base, choices: sheet({ attach: true }) }).bytes)
    expect(chosen).toContain('/EmbeddedFile')
    expect(chosen).not.toContain(mark('Gone'))
  })

  it('of one source says nothing of another', async () => {
    const other = sampleIncident(2)
    other.content = { ...other.content, source: { is: 'thought', words: mark('OtherFlat') } }
    const base = { ...sampleRequest(1, 0), incidents: [sampleIncident(1), other] }
    const one = sampleIncident(1)
    one.content = { ...one.content, source: { is: 'thought', words: 'Flat 12' } }
    const chosen = { ...base, incidents: [one, other], choices: sheet({ source: 'Flat 12' }) }
    const all = await everythingIn(make(chosen).bytes)
    expect(all).not.toContain(mark('OtherFlat'))
    expect(all).toContain('Only incidents thought to come from: Flat 12.')
  })

  it('of one source does not name it where sources are left out or a word of one is masked', async () => {
    const one = sampleIncident(1)
    one.content = { ...one.content, source: { is: 'thought', words: `Flat ${mark('Here')}` } }
    const base = { ...sampleRequest(1, 0), incidents: [one] }
    const source = `Flat ${mark('Here')}`
    const masks = [{ id: one.id, field: 'source', word: 1 }]
    for (const choices of [sheet({ source, leaveOut: ['source'] }), sheet({ source, masks })]) {
      const all = await everythingIn(make({ ...base, choices }).bytes)
      expect(all).not.toContain(mark('Here'))
      expect(all).toContain('Only incidents thought to come from one place.')
    }
  })

  it('of one source does not name it where its words were removed for good', async () => {
    const one = sampleIncident(1)
    one.content = { kinds: ['cannabis'], happened: one.content.happened }
    const choices = sheet({ source: `Flat ${mark('Gone')}` })
    const all = await everythingIn(make({ ...sampleRequest(1, 0), incidents: [one], choices }).bytes)
    expect(all).not.toContain(mark('Gone'))
    expect(all).toContain('Only incidents thought to come from one place.')
  })
})

/** Masks the marker in a text. */
function maskOf(id: string, field: string, text: string): Mask {
  return { id, field, word: text.split(/\s+/).findIndex(word => word.includes('Zq')) }
}
