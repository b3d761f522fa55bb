/** The documents that are checked, by name. */
import { usualChoices } from '../../src/core/sheet/choosing.ts'
import type { EmptySheetRequest, SheetRequest } from '../../src/core/sheet/request.ts'
import { sampleHistory, sampleIncident, sampleProfile, sampleReport, sampleRequest } from '../sheet/sample.ts'

/** One incident for each string, between two words by which it is found again. */
export function corpusRequest(strings: readonly string[]): SheetRequest {
  const incidents = strings.map((text, i) => {
    const entry = sampleIncident(i + 1)
    entry.content = {
      kinds: ['cannabis'],
      happened: entry.content.happened,
      whatHappened: `${startOf(i)}\n${text}\n${endOf(i)}`,
    }
    return entry
  })
  return { ...sampleRequest(0, 0), incidents }
}

export const startOf = (i: number) => `Qstart${i}q`
export const endOf = (i: number) => `Qend${i}q`

/** Every field as long and as wide as may be. */
function fullest(): SheetRequest {
  const wide = (count: number) => 'WWWW WWWWWW '.repeat(count).trim()
  const request = sampleRequest(1000, 0)
  const reports = Array.from({ length: 40 }, (_, i) =>
    sampleReport(i + 1, {
      reference: { is: 'given', numbers: [{ kind: 'unsure', number: `${i}/${wide(12)}` }] },
      force: wide(10),
      person: wide(10),
    }),
  )
  return {
    ...request,
    reports,
    profile: {
      ...sampleProfile,
      name: wide(40),
      address: wide(1500),
      phone: wide(40),
      email: wide(40),
      caseNumber: wide(30),
      safeContact: wide(1500),
      whoIsAffected: wide(1500),
      whatIAsk: wide(1500),
      landlord: { name: wide(40) },
    },
  }
}

const withScripts = (request: SheetRequest): SheetRequest => ({
  ...request,
  profile: { ...request.profile, name: 'Зоя Łódź', whoIsAffected: 'أنا وابنتي 👧', whatIAsk: '请上门查看。' },
})

export function documents(strings: readonly string[]): Record<string, SheetRequest | EmptySheetRequest> {
  const { madeAt } = sampleRequest(0, 0)
  const record = usualChoices('record')
  const everythingLeftOut = {
    ...usualChoices('landlord'),
    leaveOut: ['name', 'address', 'contact', 'source', 'others'] as SheetRequest['choices']['leaveOut'],
  }
  return {
    'sheet-0': sampleRequest(0, 0),
    'sheet-1': sampleRequest(1, 0),
    'sheet-34': sampleRequest(34, 9),
    'sheet-1000': sampleRequest(1000, 16),
    'sheet-fullest': fullest(),
    'sheet-nothing-known': { ...sampleRequest(3, 0), profile: {} },
    'sheet-left-out': sampleRequest(34, 9, { choices: everythingLeftOut }),
    'sheet-formal-attached': sampleRequest(5, 2, {
      choices: { ...usualChoices('landlord'), statement: 'formal', attach: true },
    }),
    'sheet-scripts': withScripts(corpusRequest(strings)),
    'empty-1': { emptyPages: 1, madeAt },
    'empty-4': { emptyPages: 4, madeAt },
    'record-0': sampleHistory(sampleRequest(0, 0, { choices: record })),
    'record-34': sampleHistory(sampleRequest(34, 9, { choices: record })),
    'record-1000': sampleHistory(sampleRequest(1000, 16, { choices: record })),
    'record-left-out': sampleHistory(
      sampleRequest(34, 9, { choices: { ...record, leaveOut: everythingLeftOut.leaveOut } }),
    ),
    'record-scripts': { ...withScripts(corpusRequest(strings)), choices: record },
  }
}
