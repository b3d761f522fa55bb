/** What a sheet says is what was written, and no more: a reader takes each line at its word. */
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/core/record.ts'
import type { Choices } from '../../src/core/sheet/choices.ts'
import { usualChoices } from '../../src/core/sheet/choosing.ts'
import { composeSheet } from '../../src/core/sheet/compose.ts'
import { textIn } from '../../src/core/sheet/incident-words.ts'
import type { Block } from '../../src/core/sheet/model.ts'
import type { SheetRequest } from '../../src/core/sheet/request.ts'
import type { Instant } from '../../src/core/time.ts'
import { emailToLandlord } from '../../src/text/email.ts'
import { sheetWording } from '../../src/text/sheet.ts'
import { incident, report, when } from './diary-maker.ts'

interface Diary {
  incidents?: Entry<'incident'>[]
  reports?: Entry<'report'>[]
}

const request = (
  { incidents = [], reports = [] }: Diary,
  choices: Partial<Choices> = {},
  more: Partial<SheetRequest> = {},
): SheetRequest => ({
  profile: {},
  incidents,
  reports,
  choices: { ...usualChoices(choices.for ?? 'landlord'), ...choices },
  madeAt: '2026-11-24T10:00:00.000Z' as Instant,
  zone: 'Europe/London',
  ...more,
})

/** Every line of a document: a heading behind `#`, a row with `|` between its cells, a fact behind its label. */
function linesOf(of: SheetRequest): string[] {
  const { first, rest } = composeSheet(of, sheetWording)
  return [...first, ...rest].flatMap(blockLines)
}

function blockLines(block: Block): string[] {
  switch (block.is) {
    case 'heading':
      return [`# ${textIn(block.words)}`]
    case 'paragraph':
      return [textIn(block.words)]
    case 'facts':
      return block.rows.map(({ label, words }) => `${label}: ${textIn(words)}`)
    case 'list':
      return block.items.map(textIn)
    case 'table':
      return all(block.rows).map(({ cells }) => cells.map(textIn).join(' | '))
    case 'sides':
      return block.sides.flat().flatMap(blockLines)
    case 'together':
      return block.blocks.flatMap(blockLines)
    case 'series':
      return all(block.blocks).flatMap(blockLines)
    case 'figure':
      return [block.alt]
    default:
      return []
  }
}

const all = <T>(many: { length: number; at(index: number): T | undefined }): T[] =>
  Array.from({ length: many.length }, (_, i) => many.at(i)).flatMap(one => one ?? [])

/** The lines under a heading, up to the next one. */
function under(lines: readonly string[], heading: string): string[] {
  const from = lines.indexOf(`# ${heading}`) + 1
  const to = lines.findIndex((line, i) => i >= from && line.startsWith('# '))
  return lines.slice(from, to < 0 ? undefined : to)
}

const given = (number: string) => ({ is: 'given' as const, numbers: [{ kind: 'case' as const, number }] })

describe('a police reference', () => {
  it.each(['landlord', 'council', 'crimestoppers', 'other'] as const)(
    'is what the police gave, not what came from: %s',
    to => {
      const smell = incident('2026-11-10 23:00')
      const told = { to, reference: given('ALL-777'), incidents: [smell.id] }
      const sheet = request(
        { incidents: [smell], reports: [report('2026-11-11 10:00', told)] },
        { crimestoppers: true, attach: true },
      )
      const lines = linesOf(sheet)
      expect(lines.filter(line => line.includes('ALL-777'))).toEqual(['Reference: ALL-777 (Case number)'])
      const csv = composeSheet(sheet, sheetWording).attached.find(({ name }) => name === 'incidents.csv')
      expect(csv?.text).not.toContain('ALL-777')
      expect(lines).toContain(`About incidents: ${smell.number}`)
    },
  )
  it('stands with each incident that the police were told of', () => {
    const smell = incident('2026-11-10 23:00')
    const told = report('2026-11-11 10:00', { reference: given('46/0451'), incidents: [smell.id] })
    const lines = linesOf(request({ incidents: [smell], reports: [told] }))
    expect(lines).toContain('Police reference: 46/0451 (Case number)')
    expect(under(lines, 'Incidents at a glance').join()).toContain('46/0451')
  })
})

describe('a worry that is left out', () => {
  const smell = incident('2026-11-10 23:00')
  const worries = ['2026-11-11', '2026-11-12'].map(day => incident(`${day} 23:00`, { kinds: ['worried'] }))
  const about = (...incidents: Entry[]) =>
    report('2026-11-13 10:00', {
      said: 'We will visit the lady upstairs',
      reference: given('SG-1'),
      incidents: incidents.map(({ id }) => id),
    })
  const said = (reports: Entry<'report'>[], choices: Partial<Choices> = {}) => {
    const sheet = request({ incidents: [smell, ...worries], reports }, choices)
    return [...linesOf(sheet), emailToLandlord(sheet, 'sheet.pdf').body].join('\n')
  }
  it('takes the reports about nothing else with it', () => {
    expect(said([about(...worries)])).not.toMatch(/lady|SG-1|Police:/)
    expect(
      said([about(...worries)], { period: { is: 'between', from: '2026-11-01', to: '2026-11-30' } }),
    ).not.toMatch(/lady|SG-1/)
  })
  it('leaves a report that is also about something else, about nothing named, or about what is not here', () => {
    for (const told of [about(smell, ...worries), about(), about({ ...smell, id: crypto.randomUUID() })])
      expect(said([told])).toMatch(/lady/)
  })
  it('comes with its reports where it is chosen, and in the full record', () => {
    expect(said([about(...worries)], { worried: true })).toMatch(/lady/)
    expect(said([about(...worries)], { for: 'record' })).toMatch(/lady/)
  })
})

it('the picture of hours names both days of a night', () => {
  const lines = linesOf(request({ incidents: [incident('2026-11-07 01:10'), incident('2026-11-07 23:40')] }))
  expect(lines).toContain(
    'Hour of the start and day of the week. Night from Friday to Saturday, 01:00: 1; Saturday, 23:00: 1.',
  )
})

describe('nothing is denied that a sheet does not know', () => {
  const september = incident('2026-09-10 23:00')
  const noise = incident('2026-10-01 23:00', { kinds: ['noise'] })
  const october = report('2026-10-02 10:00', { reference: given('P-1'), incidents: [noise.id] })
  const ofSeptember: Partial<Choices> = { period: { is: 'between', from: '2026-09-01', to: '2026-09-30' } }
  it('of a report and its number that were not chosen', () => {
    const crime = report('2026-09-12 10:00', { to: 'crimestoppers' })
    const sheets: [Entry<'report'>[], Partial<Choices>][] = [
      [[october], ofSeptember],
      [[october], { kinds: ['cannabis'] }],
      [[crime], {}],
      [[], {}],
    ]
    for (const [reports, choices] of sheets) {
      const lines = linesOf(request({ incidents: [september], reports }, choices))
      // The same words each time: a difference would tell that somebody was told.
      expect(under(lines, 'Police references')).toEqual(['None on this document.'])
      expect(under(lines, 'Reports made')).toEqual(['None on this document.'])
    }
  })
  it('not in the e-mail either, nor when the sheet is made again from what stood on it', () => {
    const denial = 'I do not have a police number yet.'
    const email = (reports: Entry<'report'>[], choices: Partial<Choices>) =>
      emailToLandlord(request({ incidents: [september], reports }, choices), 'sheet.pdf').body
    for (const reports of [[october], []]) {
      expect(email(reports, ofSeptember)).not.toContain(denial)
      expect(email(reports, { kinds: ['cannabis'] })).not.toContain(denial)
      expect(email(reports, { source: 'Flat 12' })).not.toContain(denial)
    }
    expect(email([], {})).toContain(denial)
    // Of a report about a worry that was left out a sheet made again knows nothing.
    const again = request({ incidents: [september], reports: [] }, {}, { again: true })
    expect(emailToLandlord(again, 'sheet.pdf').body).not.toContain(denial)
    // Nor is it known of an entry that could not be read.
    const damaged = request({ incidents: [september], reports: [] }, {}, { damaged: 1 })
    expect(emailToLandlord(damaged, 'sheet.pdf').body).not.toContain(denial)
    expect(email([october], {})).not.toContain(denial)
  })
  it('of a report since the last sheet', () => {
    const lastSheet = {
      madeAt: '2026-11-01T10:00:00.000Z' as Instant,
      revisions: { [september.id]: 1 },
    }
    const told = report('2026-11-21 10:00')
    const lines = linesOf(request({ incidents: [september], reports: [told] }, {}, { lastSheet }))
    expect(under(lines, 'New since the last sheet')).toEqual([
      'No incident since the sheet of Sunday 1 November 2026, 10:00.',
    ])
  })
})

describe('what was not said', () => {
  const gone = (field: string) => ({ field, words: 3, at: '2026-11-20T10:00:00.000Z' as Instant })
  const source = (lines: readonly string[]) => lines.find(line => line.startsWith('Thought to come from: '))
  it('is not said either of where it comes from, on page 1', () => {
    const of = (...incidents: Entry<'incident'>[]) => source(linesOf(request({ incidents })))
    const [unasked, unsure] = [
      incident('2026-11-10 23:00'),
      incident('2026-11-11 23:00', { source: { is: 'notSure' } }),
    ]
    expect(of(unasked)).toBe('Thought to come from: Not said')
    expect(of(unasked, unsure)).toBe('Thought to come from: The source is not clear')
    expect(of({ ...unasked, removed: [gone('source')] })).toBe('Thought to come from: Removed by the writer')
    expect(of({ ...unasked, removed: [gone('source')] }, unsure)).toBe(
      'Thought to come from: The source is not clear',
    )
  })
  it('is another thing than words that were removed for good', () => {
    const fields = ['otherKind', 'impactWords', 'whatHappened', 'peopleThere', 'whoElseNoticed', 'place']
    const more = ['actionWords', 'source', 'howKnownWords']
    const bare = incident('2026-11-10 23:00', { kinds: ['other'] })
    const lines = linesOf(request({ incidents: [{ ...bare, removed: [...fields, ...more].map(gone) }] }))
    const [row] = under(lines, 'Incidents at a glance').slice(1)
    expect(row).toContain('| Removed by the writer | Something else | Removed by the writer |')
    for (const label of [
      ...['What happened', 'Effect', 'Where noticed', 'Who was there', 'Who else noticed'],
      ...['What I did', 'Thought to come from'],
    ])
      expect(lines.filter(line => line.startsWith(`${label}: `)).at(-1)).toMatch(/Removed by the writer$/)
  })
  it('says so in a report too', () => {
    const bare = report('2026-11-10 23:00')
    const fields = ['toName', 'reference', 'force', 'person', 'said', 'replies']
    const lines = linesOf(request({ reports: [{ ...bare, removed: fields.map(gone) }] }))
    for (const label of ['Reference', 'Police force', 'Spoke to', 'What they said', 'Replies'])
      expect(lines).toContain(`${label}: Removed by the writer`)
  })
  const incidentFields = ['otherKind', 'impactWords', 'whatHappened', 'peopleThere', 'whoElseNoticed']
  const reportFields = ['toName', 'reference', 'force', 'person', 'said', 'replies']
  it('is told apart in the tables of the data', () => {
    const one = {
      ...incident('2026-11-10 23:00'),
      removed: [...incidentFields, 'place', 'actionWords', 'source', 'howKnownWords'].map(gone),
    }
    const other = { ...report('2026-11-10 23:00'), removed: reportFields.map(gone) }
    const { attached } = composeSheet(
      request({ incidents: [one], reports: [other] }, { attach: true }),
      sheetWording,
    )
    const counted = (name: string) =>
      attached.find(file => file.name === name)?.text.match(/"Removed by the writer"/g)?.length
    expect(counted('incidents.csv')).toBe(one.removed.length)
    expect(counted('reports.csv')).toBe(other.removed.length)
  })
  it('says nothing of words removed from what is left out', () => {
    const bare = incident('2026-11-10 23:00')
    const removed = ['source', 'peopleThere', 'whoElseNoticed', 'howKnownWords'].map(gone)
    const sheet = request(
      { incidents: [{ ...bare, removed }] },
      { leaveOut: ['source', 'others'], attach: true },
    )
    expect(linesOf(sheet).join()).not.toContain('Removed')
    const csv = composeSheet(sheet, sheetWording).attached.filter(({ name }) => name.endsWith('.csv'))
    expect(csv.map(({ text }) => text).join()).not.toContain('Removed')
  })
})

describe('the time of an incident', () => {
  const glance = (lines: readonly string[]) => under(lines, 'Incidents at a glance').slice(1)
  const csvOf = (of: SheetRequest) =>
    composeSheet(of, sheetWording).attached.find(({ name }) => name === 'incidents.csv')?.text
  it('says of what went on that it did when it was written', () => {
    const sheet = request(
      { incidents: [incident('2026-11-01 23:40', { span: { is: 'ongoing' } })] },
      { attach: true },
    )
    const lines = linesOf(sheet).join('\n')
    expect(glance(linesOf(sheet))[0]).toContain('| 23:40, still going on when written |')
    expect(lines).toMatch(/# Incident \d+ {2}Sunday 1 November 2026, 23:40, still going on when written/)
    expect(csvOf(sheet)).toContain('"still going on when written"')
  })
  it('says whose clock it is where it is another than the sheet’s', () => {
    const span = { is: 'until' as const, ended: when('2026-11-11T01:10:00+01:00[Europe/Madrid]') }
    const madrid = incident('2026-11-10T23:40:00+01:00[Europe/Madrid]', { span })
    const told = report('2026-11-10T23:50:00+01:00[Europe/Madrid]')
    const lisbon = incident('2026-11-12T23:40:00+00:00[Europe/Lisbon]')
    const lines = linesOf(request({ incidents: [madrid, lisbon], reports: [told] }))
    expect(glance(lines)[0]).toContain('| 23:40 (Madrid time)–01:10 (Madrid time, next day) |')
    expect(glance(lines)[1]).toContain('| 23:40 |') // the clocks of Lisbon and London show the same
    expect(lines).toContain(
      `# Incident ${madrid.number}  Tuesday 10 November 2026, 23:40 (Madrid time) to 01:10 (Madrid time, next day)`,
    )
    expect(lines).toContain(`# Report ${told.number}: Police  Tuesday 10 November 2026, 23:50 (Madrid time)`)
    const open = incident('2026-11-10T23:40:00+01:00[Europe/Madrid]', { span: { is: 'ongoing' } })
    expect(glance(linesOf(request({ incidents: [open] })))[0]).toContain(
      '| 23:40 (Madrid time), still going on when written |',
    )
  })
  it('gives one day for a withdrawal, by the sheet’s clock', () => {
    const withdrawn = { at: '2026-07-11T23:30:00.000Z' as Instant, why: 'A mistake' }
    const gone = { ...incident('2026-07-10T23:00:00+01:00[Europe/London]'), withdrawn }
    const lines = linesOf(
      request({ incidents: [gone, incident('2026-07-12T20:00:00+01:00[Europe/London]')] }),
    )
    expect(glance(lines)[0]).toContain('Withdrawn by the writer on Sun 12 Jul 2026')
    expect(lines.join('\n')).toContain('Withdrawn by the writer on Sunday 12 July 2026, 00:30.')
  })
})

describe('a sheet of what is new', () => {
  const old = Array.from({ length: 10 }, (_, i) => incident(`2026-10-${10 + i} 23:30`))
  const fresh = ['2026-11-20', '2026-11-22'].map(day => incident(`${day} 23:30`, { impacts: ['sleep'] }))
  const [first, ...others] = old.map((one, i) => (i === 0 ? { ...one, revisions: 2 } : one))
  const lastSheet = {
    madeAt: '2026-11-01T10:00:00.000Z' as Instant,
    revisions: Object.fromEntries(old.map(({ id }) => [id, 1])),
  }
  const of = (...incidents: Entry<'incident'>[]) =>
    linesOf(request({ incidents }, {}, { lastSheet, firstDay: '2026-10-10' }))
  const amended = first ? [first] : []

  it('counts what is new and says so', () => {
    const lines = of(...amended, ...others, ...fresh)
    expect(lines).toContain(
      'New since the last sheet: 20 to 22 November 2026. The diary begins on Saturday 10 October 2026.',
    )
    expect(under(lines, 'In short: what is new since the last sheet')).toEqual([
      'Incidents recorded | 2, on 2 days | 20 to 22 November 2026',
      'Began between 22:00 and 06:00 | 2 of 2 | 20 to 22 November 2026',
      'Woken or could not sleep | 2 of 2 | 20 to 22 November 2026',
    ])
    expect(under(lines, 'New since the last sheet')[1]).toBe(
      `1 entry added to or changed: number ${first?.number}.`,
    )
    expect(under(lines, 'The pattern')[0]).toBe(
      'Counted from the 2 new incidents on this document, 20 to 22 November 2026.',
    )
    expect(lines.join()).not.toMatch(/Week of \d+ October|Counted here|days before/)
  })
  it('counts nothing where only older ones were changed', () => {
    const lines = of(...amended, ...others)
    expect(lines).toContain(
      'No new incidents since the last sheet. The diary begins on Saturday 10 October 2026.',
    )
    expect(lines.join()).not.toMatch(/In short|The pattern/)
    expect(under(lines, 'Incidents at a glance')).toHaveLength(2)
  })
})

describe('a figure over days', () => {
  const since = (from: string, count: number) =>
    Array.from({ length: count }, (_, i) => {
      const at = new Date(Date.parse(`${from}T23:30Z`) + i * 86_400_000)
      return incident(at.toISOString().slice(0, 16).replace('T', ' '))
    })
  const compared = (incidents: Entry<'incident'>[], firstDay: string, choices: Partial<Choices> = {}) =>
    linesOf(request({ incidents }, choices, { firstDay }))
      .find(line => line.startsWith('Recorded in the last 28 days'))
      ?.split(' | ')[1]
  const latest = since('2026-11-15', 10)
  it('compares only what the sheet has whole', () => {
    // 56 days to 24 November begin on 30 September.
    expect(compared([...since('2026-10-26', 1), ...latest], '2026-10-26')).toBe('10')
    expect(compared([...since('2026-09-30', 1), ...latest], '2026-09-30')).toBe(
      '10 (1 in the 28 days before)',
    )
    const many = [...since('2026-08-01', 1), ...since('2026-10-02', 1), ...latest]
    expect(compared(many, '2026-08-01')).toBe('10 (1 in the 28 days before)')
    const cut = (from: string): Partial<Choices> => ({ period: { is: 'between', from, to: '2026-11-30' } })
    expect(compared(many, '2026-08-01', cut('2026-10-01'))).toBe('10')
    expect(compared(many, '2026-08-01', cut('2026-09-30'))).toBe('10 (1 in the 28 days before)')
    expect(compared(many, '2026-08-01', { kinds: ['cannabis'] })).toBe('10')
  })
  it('counts a week up to a day only where all of the week is there', () => {
    const counted = (choices: Partial<Choices> = {}) =>
      linesOf(request({ incidents: latest }, choices, { firstDay: '2026-11-15' })).flatMap(
        line => /^How often: Counted here: (\d+) entr/.exec(line)?.[1] ?? [],
      )
    // The first six days of a diary are no week.
    expect(counted()).toEqual(['7', '7', '7', '7'])
    expect(counted({ period: { is: 'between', from: '2026-11-16', to: '2026-11-30' } })).toEqual([
      '7',
      '7',
      '7',
    ])
    expect(counted({ kinds: ['cannabis'] })).toEqual([])
  })
})

it('says that the picture of weeks does not show them all', () => {
  const weekly = (count: number) =>
    Array.from({ length: count }, (_, week) => {
      const day = new Date(Date.UTC(2025, 6, 7 + 7 * week)).toISOString().slice(0, 10)
      return incident(`${day} 20:00`)
    })
  const said = (count: number) => linesOf(request({ incidents: weekly(count) })).join('\n')
  expect(said(54)).toContain('The picture of weeks shows the last 53.')
  expect(said(53)).not.toContain('the last 53')
})

it('says what could not be read before anything that may be cut off for it', () => {
  const sheet = request(
    { incidents: [incident('2026-11-10 23:00')] },
    { kinds: ['cannabis'], source: 'Flat on the second floor' },
    { damaged: 2 },
  )
  const small = linesOf(sheet).find(line => line.startsWith('Made on')) ?? ''
  expect(small.indexOf('2 entries could not be read')).toBeGreaterThan(0)
  expect(small.indexOf('2 entries could not be read')).toBeLessThan(small.indexOf('Only these kinds'))
})
