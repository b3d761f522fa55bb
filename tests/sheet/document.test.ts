import { describe, expect, it } from 'vitest'
import { composeSheet } from '../../src/core/sheet/compose.ts'
import type { SheetRequest } from '../../src/core/sheet/request.ts'
import { documentOf } from '../../src/sheet/document.ts'
import { sheetWording } from '../../src/text/sheet.ts'
import { faces, folded, make, open, pageTexts } from './read.ts'
import { at, sampleIncident, sampleReport, sampleRequest } from './sample.ts'

describe('the sheet as a file', () => {
  it('holds every word that was written', async () => {
    const words = 'Cwympodd y tŷ · Łódź · Βοήθεια · Привет · đường'
    const long = 'It came through the letter box again. '.repeat(110).trim()
    const request = sampleRequest(3, 1)
    const [first] = request.incidents
    if (!first) throw new Error('no sample')
    first.content = { ...first.content, place: words, whatHappened: long }
    const { bytes, name } = make(request)
    const text = (await pageTexts(bytes)).join(' ')
    expect(text).toContain(folded(words))
    expect(withoutFurniture(text)).toContain(folded(long))
    expect(name).toBe('diary-sheet-2026-11-22-1-to-3.pdf')
  })

  it('shows the police reference on the first page and beside its incidents', async () => {
    const report = sampleReport(1, {
      reference: { is: 'given', numbers: [{ kind: 'log', number: '46/0451/2.2 (a) 00017' }] },
    })
    const { bytes } = make({ ...sampleRequest(2, 0), reports: [report] })
    const [first, ...rest] = await pageTexts(bytes)
    expect(first).toContain('46/0451/2.2 (a) 00017')
    expect(rest.join(' ').split('46/0451/2.2 (a) 00017').length - 1).toBeGreaterThanOrEqual(4)
  })

  it('tells the two 01:30s of an October night apart', async () => {
    const [one, two] = [sampleIncident(1), sampleIncident(2)]
    one.content = { kinds: ['cannabis'], happened: at('2026-10-25T01:30:00+01:00[Europe/London]') }
    two.content = { kinds: ['cannabis'], happened: at('2026-10-25T01:30:00+00:00[Europe/London]') }
    const text = (await pageTexts(make({ ...sampleRequest(0, 0), incidents: [two, one] }).bytes)).join(' ')
    const before = text.indexOf('01:30, before the clocks went back')
    expect(before).toBeGreaterThan(0)
    expect(text.indexOf('01:30, after the clocks went back')).toBeGreaterThan(before)
  })

  it.each([
    [0, 0],
    [1, 0],
    [34, 9],
    [1000, 16],
  ])('keeps the first page to one page with %i incidents and %i reports', async (incidents, reports) => {
    const { bytes, pages } = make(sampleRequest(incidents, reports))
    const texts = await pageTexts(bytes)
    expect(texts).toHaveLength(pages)
    expect(texts[0]).toContain(`Page 1 of ${pages}`)
    expect(texts[0]).toContain('In short'.slice(0, incidents === 0 ? 0 : undefined))
    expect(texts[incidents === 0 ? 1 : 2]).toContain('Incidents at a glance')
    expect(texts.at(-1)).toContain(`Page ${pages} of ${pages}`)
  })

  it('says since when the diary goes, where it shows only what is new', async () => {
    const request = sampleRequest(4, 0)
    const sent = request.incidents.slice(0, 2).map(({ id, revisions }) => [id, revisions])
    const lastSheet = { madeAt: request.madeAt, revisions: Object.fromEntries(sent) }
    const [since = ''] = await pageTexts(make({ ...request, lastSheet, firstDay: '2026-09-03' }).bytes)
    expect(since).toContain('The diary begins on Thursday 3 September 2026.')
    const [whole] = await pageTexts(make({ ...request, firstDay: '2026-09-03' }).bytes)
    expect(whole).not.toContain('The diary begins')
  })

  it('says how many entries could not be read', async () => {
    const textOf = async (damaged?: number) =>
      (await pageTexts(make({ ...sampleRequest(1, 0), ...(damaged ? { damaged } : {}) }).bytes))[0]
    expect(await textOf(2)).toContain('2 entries could not be read on this phone and are missing here.')
    expect(await textOf()).not.toContain('could not be read')
  })

  it('says what a pale bar is, where there is one', () => {
    const said = (request: SheetRequest) => JSON.stringify(composeSheet(request, sheetWording).rest)
    const request = sampleRequest(34, 2)
    expect(said(request)).toMatch(/A pale bar is a week that is not all in this time\./)
    expect(said(request)).toContain('Week of 31 August 2026 (part of it): 3')
    // Monday to Sunday.
    const [monday, sunday] = request.incidents.slice(0, 2).map((one, i) => ({
      ...one,
      content: { ...one.content, happened: at(`2026-09-${i ? 13 : '07'}T20:00:00+01:00[Europe/London]`) },
    }))
    const whole = said({ ...request, incidents: [monday, sunday].flatMap(one => one ?? []) })
    expect(whole).toContain('Week of 7 September 2026: 2')
    expect(whole).not.toContain('pale bar')
  })

  it('is the same bytes for the same request', () => {
    expect(make(sampleRequest(5, 2)).bytes).toEqual(make(sampleRequest(5, 2)).bytes)
  })

  it('says how many pages are done as it goes', () => {
    const told: [number, number][] = []
    const { pages } = documentOf(sampleRequest(60, 2), faces, (done, about) => told.push([done, about]))
    expect(told.at(-1)).toEqual([pages, pages])
    expect(told.every(([done, about]) => done <= about)).toBe(true)
    expect(told.map(([done]) => done)).toEqual([...told.map(([done]) => done)].sort((a, b) => a - b))
  })

  it('is tagged, named and bookmarked', async () => {
    const pdf = await open(make(sampleRequest(2, 1)).bytes)
    const { info } = await pdf.getMetadata()
    expect(info).toMatchObject({ Title: 'Diary sheet', Language: 'en-GB', Author: 'Alex Example' })
    const marks = await pdf.getMarkInfo()
    expect(marks).toMatchObject({ Marked: true })
    const outline = await pdf.getOutline()
    expect(outline.map(({ title }) => title)).toEqual([
      'Diary sheet',
      'The pattern',
      'Incidents at a glance',
      'Incidents in full',
      'Reports made',
      'Declaration',
    ])
    expect(outline[3]?.items.map(({ title }) => title)).toEqual([
      'Incident 1, Thu 3 Sep 2026',
      'Incident 2, Fri 4 Sep 2026',
    ])
    await pdf.destroy()
  })
})

/** Words may go on over a page: what stands at its foot lies between. */
const withoutFurniture = (text: string) => text.replace(/ Diary sheet · .*? Page \d+ of \d+/g, '')
