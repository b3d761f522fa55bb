/** Made-up entries for tests: nobody in them is real. The same count always gives the same entries. */
import type { Incident } from '../../src/core/incident.ts'
import { actions, frequencies, impacts, unpleasantnesses, waysKnown } from '../../src/core/incident.ts'
import type { Profile } from '../../src/core/profile.ts'
import type { Entry, Revision } from '../../src/core/record.ts'
import type { Report } from '../../src/core/report.ts'
import { usualChoices } from '../../src/core/sheet/choosing.ts'
import type { SheetRequest } from '../../src/core/sheet/request.ts'
import { type Instant, instantAt, type ZonedTime, zonedAt } from '../../src/core/time.ts'

const zone = 'Europe/London'
const start = Date.parse('2026-09-01T20:00:00Z')
const hour = 3_600_000

/** A small generator (mulberry32), so that samples vary and stay the same. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return sides => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % sides
  }
}

const sentences = [
  'A strong smell came up the stairwell and through the letter box while we were asleep.',
  'I opened the bedroom window and had to close it again at once because the smell came in from outside.',
  'The smell was strongest on the landing outside flat 12 and faded on the floor below.',
  'My daughter woke up coughing and asked why it smelt again.',
  'I heard voices and music from the same direction, and then the smell got stronger for about twenty minutes.',
  'It had gone by the time I got up for work.',
  'The towel I laid along the bottom of the door made no difference.',
]
const places = ['Bedroom', 'Stairwell, second floor', 'Living room', 'Balcony', 'Bathroom, through the vent']

export const idOf = (type: 'incident' | 'report', number: number): string =>
  `${type === 'incident' ? '1' : '2'}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`

const codeOf = (number: number) => `K7${String(number).padStart(6, '0')}`

export function sampleIncident(number: number): Entry<'incident'> {
  const roll = dice(number)
  const at = start + number * 31 * hour + roll(9) * hour + roll(60) * 60_000
  const some = <T>(list: readonly T[], chance: number): T[] => list.filter(() => roll(chance) === 0)
  const text = (count: number) =>
    Array.from({ length: count }, () => sentences[roll(sentences.length)]).join(' ')
  const noise = roll(6) === 0
  const content: Incident = {
    kinds: noise ? ['noise'] : roll(9) === 0 ? ['cannabis', 'people'] : ['cannabis'],
    happened: zonedAt(at, zone),
    ...(roll(4) > 0
      ? { span: { is: 'until', ended: zonedAt(at + (20 + roll(150)) * 60_000, zone) } as const }
      : { span: { is: 'about', minutes: 30 } as const }),
    ...(noise
      ? { loudness: 'loud' as const }
      : { strength: ([3, 4, 4, 5, 6] as const)[roll(5)] ?? 4, unpleasant: unpleasantnesses[1 + roll(4)] }),
    frequency: frequencies[2 + roll(4)],
    impacts: some(impacts, 5),
    impactWords: text(1),
    whatHappened: text(1 + roll(3)),
    place: places[roll(places.length)],
    actions: some(actions.slice(0, 4), 3),
    ...(roll(3) === 0 ? { whoElseNoticed: 'My partner, who was awake too.' } : {}),
    ...(roll(3) === 0
      ? { source: { is: 'notSure' } as const }
      : { source: { is: 'thought', words: 'Flat 12, Marsh House' } as const }),
    howKnown: some(waysKnown.slice(2, 5), 2),
  }
  const written = instantAt(at + (roll(5) === 0 ? 11 * hour : (5 + roll(30)) * 60_000) + 3 * hour)
  return {
    id: idOf('incident', number),
    type: 'incident',
    number,
    content,
    firstWritten: written,
    lastWritten: written,
    revisions: 1,
    code: codeOf(number),
  }
}

export function sampleReport(number: number, report: Partial<Report> = {}): Entry<'report'> {
  const told = start + number * 90 * hour
  return {
    id: idOf('report', number),
    type: 'report',
    number,
    content: {
      to: 'police',
      how: '101',
      told: zonedAt(told, zone),
      reference: { is: 'given', numbers: [{ kind: 'log', number: `52260${String(21255 + number * 7919)}` }] },
      force: 'Avon and Somerset',
      person: 'PC 4471',
      said: 'The call handler took the details and said that an officer would look at the pattern.',
      incidents: [idOf('incident', number), idOf('incident', number + 1)],
      ...report,
    },
    firstWritten: instantAt(told + 600_000),
    lastWritten: instantAt(told + 600_000),
    revisions: 1,
    code: codeOf(number),
  }
}

export const sampleProfile: Profile = {
  name: 'Alex Example',
  address: 'Flat 9, Marsh House\n1 Sample Road\nPortishead BS20 0XX',
  phone: '07700 900123',
  email: 'alex@example.org',
  caseNumber: 'ASB-0042/26',
  safeContact: 'Text first, weekdays after 17:00. Please do not call at the door.',
  speakToMeFirst: true,
  whoIsAffected: 'Me, and my daughter (6), who has asthma.',
  whatIAsk:
    'Please visit in the evening, write to all homes on our stairwell, and tell me who my case officer is.',
  sourceLandlord: 'yes',
  landlord: { name: 'Alliance Homes', email: 'communitysafety@alliancehomes.org.uk' },
}

export function sampleRequest(
  incidents: number,
  reports: number,
  more: Partial<SheetRequest> = {},
): SheetRequest {
  const list = Array.from({ length: incidents }, (_, i) => sampleIncident(i + 1))
  const told = Array.from({ length: reports }, (_, i) =>
    i % 4 === 3
      ? sampleReport(i + 1, {
          to: 'landlord',
          how: 'email',
          force: undefined,
          person: 'Customer service',
          reference: { is: 'waiting' },
          replies: [
            { came: zonedAt(start + (i + 2) * 90 * hour, zone), words: 'Thank you, we have passed it on.' },
          ],
        })
      : sampleReport(i + 1),
  )
  return {
    profile: sampleProfile,
    incidents: list,
    reports: told,
    choices: { ...usualChoices('landlord') },
    madeAt: '2026-11-22T18:30:00.000Z' as Instant,
    zone,
    ...more,
  }
}

export const at = (text: string): ZonedTime => text as ZonedTime

/** Every revision that led to these entries: the third incident was amended twice, the fifth taken back. */
export function sampleHistory(request: SheetRequest): SheetRequest {
  const incidents = request.incidents.map(entry => ({ ...entry, content: { ...entry.content } }))
  const later = (entry: Entry, hours: number) => instantAt(Date.parse(entry.firstWritten) + hours * hour)
  const firsts: Revision[] = [...incidents, ...request.reports].map(
    ({ id, type, number, content, firstWritten }) => ({
      id,
      type,
      number,
      revision: 1,
      change: 'first',
      written: firstWritten,
      zone,
      content,
    }),
  )
  const more: Revision[] = []
  const [third, fifth] = [incidents[2], incidents[4]]
  if (third) {
    const envelope = { id: third.id, type: third.type, number: 3, zone }
    const added = { ...third.content, actionWords: 'I laid a towel along the door.' }
    const changed = { ...added, whatHappened: 'It came from below, not from next door.', place: 'Hall' }
    more.push(
      { ...envelope, revision: 2, change: 'added', written: later(third, 5), content: added },
      { ...envelope, revision: 3, change: 'changed', written: later(third, 30), content: changed },
    )
    Object.assign(third, { content: changed, revisions: 3, lastWritten: later(third, 30) })
  }
  if (fifth) {
    const why = 'I found out that it was the barbecue next door.'
    const at = later(fifth, 50)
    more.push({
      id: fifth.id,
      type: fifth.type,
      number: 5,
      zone,
      revision: 2,
      change: 'withdrawn',
      written: at,
      content: {},
      why,
    })
    Object.assign(fifth, { revisions: 2, lastWritten: at, withdrawn: { at, why } })
  }
  const revisions = [...firsts, ...more].sort((a, b) => (a.written < b.written ? -1 : 1))
  return { ...request, incidents, revisions, recordCode: '7K3M-9QXR-2VTC-88PA' }
}
