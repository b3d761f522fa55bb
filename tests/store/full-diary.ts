/** A diary with something of everything in it, and all that it tells: what a fixture of a whole database is made from. */
import type { Incident } from '../../src/core/incident.ts'
import { usualChoices } from '../../src/core/sheet/choosing.ts'
import type { Instant, ZonedTime } from '../../src/core/time.ts'
import type { Diary } from '../../src/store/diary.ts'
import { anIncident } from './diary-maker.ts'

const at = (text: string) => text as ZonedTime

const full: Incident = {
  kinds: ['cannabis', 'noise', 'other'],
  otherKind: 'A strange hum',
  happened: at('2026-10-25T01:30:00+01:00[Europe/London]'),
  span: { is: 'ongoing' },
  strength: 5,
  loudness: 'loud',
  unpleasant: 'veryUnpleasant',
  frequency: 'severalWeekly',
  impacts: ['windows', 'sleep'],
  impactWords: 'Cwympodd y tŷ · Łódź · Βοήθεια · Привет · đường · 👃',
  whatHappened: 'Somebody called it by a name',
  peopleThere: 'Two people',
  whoElseNoticed: 'A neighbour',
  place: 'Stairwell',
  actions: ['closedWindows'],
  actionWords: 'Put a towel down',
  source: { is: 'thought', words: 'The flat above' },
  howKnown: ['door', 'notSure'],
  howKnownWords: 'Strongest at the door',
}
const ended: Incident['span'] = { is: 'until', ended: at('2026-10-25T01:10:00+00:00[Europe/London]') }

export async function fill(diary: Diary): Promise<void> {
  const { entry: one } = await diary.saveIncident(full)
  await diary.amendIncident(one.id, { ...full, span: ended })
  await diary.amendIncident(one.id, { ...full, span: ended, whatHappened: 'A smell in the stairwell' })
  const { entry: two } = await diary.saveIncident(anIncident({ kinds: ['worried'] }))
  await diary.withdraw(two.id, 'It was nothing')
  const { entry: three } = await diary.saveIncident(anIncident({ span: { is: 'ongoing' } }, 7))
  await diary.withdraw(three.id, 'The wrong day')
  await diary.restore(three.id)
  await diary.saveReport({
    to: 'police',
    how: '101',
    told: at('2026-10-26T09:15:00+00:00[Europe/London]'),
    reference: { is: 'given', numbers: [{ kind: 'log', number: '5226021255' }] },
    force: 'Avon and Somerset',
    person: 'PC Example',
    said: 'Keep a diary',
    replies: [{ came: at('2026-10-28T10:00:00+00:00[Europe/London]'), words: 'Passed on' }],
    incidents: [one.id],
  })
  const { entry: share } = await diary.saveShare({
    made: '2026-11-22T02:10:00.000Z' as Instant,
    zone: 'Europe/London',
    profile: { name: 'A. Resident' },
    choices: { ...usualChoices('landlord'), masks: [{ id: one.id, field: 'whatHappened', word: 1 }] },
    revisions: { [one.id]: 3 },
    code: 'C72PQXH79GTKR9M9',
    file: 'diary-sheet-2026-11-22-1-to-3.pdf',
    pages: 4,
    hash: '0'.repeat(64),
  })
  const sent = { to: 'Alliance Homes', on: at('2026-11-22T02:30:00+00:00[Europe/London]') }
  await diary.amendShare(share.id, { ...share.content, sent })
  await diary.removeWords(one.id, { fields: ['whatHappened'], revision: 1, why: 'A name' })
  await diary.saveProfile({ name: 'A. Resident', landlord: { name: 'Alliance Homes' } })
  await diary.saveSetting('seen', ['welcome'])
}

/** All that a diary tells, as plain data. */
export async function tellAll(diary: Diary): Promise<unknown> {
  const entries: { id: string }[] = []
  for (const type of ['incident', 'report', 'share'] as const) {
    for await (const page of diary.allEntries(type)) {
      entries.push(...page.entries)
      if (page.damaged.length > 0) throw new Error(`damaged: ${page.damaged}`)
    }
  }
  const told = {
    entries,
    histories: await Promise.all(entries.map(({ id }) => diary.history(id))),
    profile: await diary.profile(),
    recordCode: await diary.recordCode(),
    ongoing: (await diary.openIncidents()).map(({ id }) => id),
    counts: await diary.counts(),
  }
  return JSON.parse(JSON.stringify(told))
}
