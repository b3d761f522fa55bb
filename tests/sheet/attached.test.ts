import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { AttachedData } from '../../src/core/sheet/attached.ts'
import { usualChoices } from '../../src/core/sheet/choosing.ts'
import { cellOf } from '../../src/core/sheet/csv.ts'
import type { SheetRequest } from '../../src/core/sheet/request.ts'
import { make, open } from './read.ts'
import { sampleHistory, sampleIncident, sampleRequest } from './sample.ts'

async function filesIn(request: SheetRequest): Promise<Map<string, string>> {
  const pdf = await open(make(request).bytes)
  const found = (await pdf.getAttachments()) as Record<
    string,
    { filename: string; content: Uint8Array }
  > | null
  await pdf.destroy()
  return new Map(
    Object.values(found ?? {}).map(({ filename, content }) => [
      filename,
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(content),
    ]),
  )
}

const record = (incidents: number, reports: number) =>
  sampleHistory(sampleRequest(incidents, reports, { choices: usualChoices('record') }))

describe('the data inside a full record', () => {
  it('restores to equal data, by its own schema', async () => {
    const request = record(12, 4)
    const hard = request.incidents[0]
    if (hard) hard.content = { ...hard.content, whatHappened: '=1+1 \u0000 \u202e 👨‍👩‍👧 "x"\r\n\tاللغة' }
    const data = v.parse(AttachedData, JSON.parse((await filesIn(request)).get('diary.json') ?? ''))
    expect(data.incidents).toEqual(request.incidents)
    expect(data.reports).toEqual(request.reports)
    expect(data.revisions).toEqual(request.revisions)
    expect(data.profile).toEqual(request.profile)
    expect(data).toMatchObject({ made: request.madeAt, zone: request.zone, code: request.recordCode })
  })

  it('is refused by its schema where anything is amiss', async () => {
    const data: unknown = JSON.parse((await filesIn(record(2, 1))).get('diary.json') ?? '')
    expect(v.is(AttachedData, data)).toBe(true)
    expect(v.is(AttachedData, { ...(data as object), more: 1 })).toBe(false)
    expect(v.is(AttachedData, { ...(data as object), version: 2 })).toBe(false)
  })

  it('stands in tables with a row for each entry, whose cells no spreadsheet runs', async () => {
    const request = record(3, 2)
    const wild = sampleIncident(4)
    wild.content = {
      ...wild.content,
      whatHappened: '=HYPERLINK("x")',
      place: '+44',
      impactWords: 'a "b"\nc, d',
    }
    const files = await filesIn({ ...request, incidents: [...request.incidents, wild] })
    const rows = parsed(files.get('incidents.csv') ?? '')
    expect(rows).toHaveLength(5)
    expect(new Set(rows.map(row => row.length)).size).toBe(1)
    const [head = [], ...body] = rows
    const last = body.at(-1) ?? []
    const cell = (name: string) => last[head.indexOf(name)]
    expect(cell('What happened')).toBe(`'=HYPERLINK("x")`)
    expect(cell('Where noticed')).toBe("'+44")
    expect(cell('Effect, own words')).toBe('a "b"\nc, d')
    expect(cell('Number')).toBe('4')
    expect(parsed(files.get('reports.csv') ?? '')).toHaveLength(3)
  })

  it.each([
    ['=1', `"'=1"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@a', `"'@a"`],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['\0=1', `"'\0=1"`],
    ['＝1', `"'＝1"`],
    ['a=1', '"a=1"'],
    ['0123456', `"'0123456"`],
    ['1E10', `"'1E10"`],
    ['12E45678', `"'12E45678"`],
    ['1.50', `"'1.50"`],
    ['1,000', `"'1,000"`],
    ['(12)', `"'(12)"`],
    ['3-4', `"'3-4"`],
    ['12/3/2026', `"'12/3/2026"`],
    ['1234567890123456', `"'1234567890123456"`],
    ['123456', '"123456"'],
    ['2026-11-22', '"2026-11-22"'],
    ['02:10', '"02:10"'],
    ['7·B', '"7·B"'],
    ['12 High Street', '"12 High Street"'],
    ["'=1", `"'=1"`],
    ['"', '""""'],
    [7, '"7"'],
    [-7, '"-7"'],
  ])('makes %j what was written and nothing else', (value, cell) => {
    expect(cellOf(value)).toBe(cell)
  })

  it('names the relationship of each file', async () => {
    const raw = Buffer.from(make(record(1, 0)).bytes).toString('latin1')
    expect(raw.match(/\/AFRelationship\/\w+/g)).toEqual([
      '/AFRelationship/Source',
      '/AFRelationship/Alternative',
      '/AFRelationship/Alternative',
    ])
    expect(raw).toMatch(/\/AF\[\d+ 0 R \d+ 0 R \d+ 0 R\]/)
  })
})

/** Reads RFC 4180 with every cell quoted, after its byte order mark. */
function parsed(text: string): string[][] {
  expect(text.startsWith('\ufeff')).toBe(true)
  const rows: string[][] = []
  let row: string[] = []
  for (const found of text.slice(1).matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    row.push((found[1] ?? '').replaceAll('""', '"'))
    if (found[2] === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}
