/** The e-mail to the landlord, and the same words for its web form. The person reads and changes it before it goes. */
import { textIn } from '../core/sheet/incident-words.ts'
import type { SheetRequest } from '../core/sheet/request.ts'
import { sceneOf } from '../core/sheet/scene.ts'
import { isOfOneSource, policeReferencesIn } from '../core/sheet/select.ts'
import { plainDate } from './days.ts'
import { referenceKindLabel } from './report-labels.ts'
import { sheetWording } from './sheet.ts'

export interface Email {
  to: string
  subject: string
  body: string
}

/**
 * The words that go with a sheet. They say nothing that was left out of it or masked: the sheet's own scene speaks.
 * @param request what the sheet was made from
 */
export function emailToLandlord(request: SheetRequest, fileName: string): Email {
  const { profile } = request
  const { chosen, quote, leaves } = sceneOf(request, sheetWording)
  const said = (id: string, field: string, text: string | undefined) => text && textIn(quote(id, field, text))
  const own = (field: 'name' | 'address' | 'phone' | 'safeContact' | 'caseNumber' | 'whatIAsk') =>
    said('profile', field, profile[field])
  const safeContact = !leaves('contact') && own('safeContact')
  const whatIAsk = own('whatIAsk')
  const caseNumber = own('caseNumber')
  const references = policeReferencesIn(chosen.reports).map(
    ({ report: { id, content }, field, kind, number }) => {
      const person = said(id, 'person', content.person)
      const parts = [
        `${kind === 'unsure' ? 'Number' : referenceKindLabel[kind]}: ${said(id, field, number)}`,
        said(id, 'force', content.force),
        `told on ${plainDate(content.told.slice(0, 10))}`,
        person && `spoke to ${person}`,
      ]
      return `- ${parts.filter(Boolean).join(', ')}`
    },
  )
  const signed = [
    !leaves('name') && own('name'),
    !leaves('address') && own('address'),
    !leaves('contact') && own('phone'),
  ]
  const lines = [
    'Hello,',
    '',
    'I would like to report nuisance at my home. My diary sheet is attached.',
    references.length > 0 && 'I have told the police. These are the numbers they gave me:',
    // One that belongs to what this sheet does not show is not spoken of, and not denied.
    isOfAll(request) &&
      policeReferencesIn(request.reports).length === 0 &&
      'I do not have a police number yet.',
    ...references,
    '',
    `The file attached is ${fileName}.`,
    whatIAsk && `What I ask for: ${whatIAsk}`,
    safeContact && `How and when it is safe to reach me: ${safeContact}`,
    profile.speakToMeFirst && 'Please speak to me before you speak to the other person.',
    'Please tell me that you have this, and what happens next.',
    '',
    signed.filter(Boolean).join('\n'),
  ]
  return {
    to: profile.landlord?.email ?? '',
    subject: caseNumber ? `Diary sheet, case ${caseNumber}` : 'Diary sheet',
    body: lines
      .filter(line => line !== undefined && line !== false)
      .join('\n')
      .trim(),
  }
}

/** Whether no report is left out for its day or what it is about, and none is unknown to this request. */
const isOfAll = ({ choices, again, damaged = 0 }: SheetRequest): boolean =>
  !again &&
  damaged === 0 &&
  choices.period.is !== 'between' &&
  choices.kinds === undefined &&
  !isOfOneSource(choices)

/** The address that opens the phone's mail app. Mail apps want CRLF (RFC 6068). */
export const mailtoOf = ({ to, subject, body }: Email): string =>
  `mailto:${encodeURIComponent(to)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\n/g, '\r\n'))}`
