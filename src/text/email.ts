/** The e-mail to the landlord, and the same words for its web form. The person reads and changes it before it goes. */
import type { Profile } from '../core/profile.ts'
import type { Entry } from '../core/record.ts'
import { numbersOf } from '../core/report.ts'
import { plainDate } from './days.ts'
import { referenceKindLabel } from './report-labels.ts'

export interface Email {
  to: string
  subject: string
  body: string
}

/** Lists the police references and the officers' names, and says which file is attached. */
export function emailToLandlord(
  profile: Profile,
  reports: readonly Entry<'report'>[],
  fileName: string,
): Email {
  const police = reports.filter(({ content, withdrawn }) => content.to === 'police' && !withdrawn)
  const references = police.flatMap(({ content }) =>
    numbersOf(content).map(({ kind, number }) => {
      const parts = [
        `${referenceKindLabel[kind]}: ${number}`,
        content.force,
        `told on ${plainDate(content.told.slice(0, 10))}`,
        content.person && `spoke to ${content.person}`,
      ]
      return `- ${parts.filter(Boolean).join(', ')}`
    }),
  )
  const lines = [
    'Hello,',
    '',
    'I would like to report nuisance at my home. My diary sheet is attached.',
    references.length > 0
      ? 'I have told the police. These are the numbers they gave me:'
      : 'I do not have a police number yet.',
    ...references,
    '',
    `The file attached is ${fileName}.`,
    profile.whatIAsk && `What I ask for: ${profile.whatIAsk}`,
    profile.safeContact && `How and when it is safe to reach me: ${profile.safeContact}`,
    profile.speakToMeFirst && 'Please speak to me before you speak to the other person.',
    'Please tell me that you have this, and what happens next.',
    '',
    [profile.name, profile.address, profile.phone].filter(Boolean).join('\n'),
  ]
  return {
    to: profile.landlord?.email ?? '',
    subject: profile.caseNumber ? `Diary sheet, case ${profile.caseNumber}` : 'Diary sheet',
    body: lines
      .filter(line => line !== undefined && line !== false)
      .join('\n')
      .trim(),
  }
}

/** The address that opens the phone's mail app. Mail apps want CRLF (RFC 6068). */
export const mailtoOf = ({ to, subject, body }: Email): string =>
  `mailto:${encodeURIComponent(to)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\n/g, '\r\n'))}`
