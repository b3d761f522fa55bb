/** Reports: the list, the form, and a report put into labelled words. */
import { numbersOf, type Report } from '../core/report.ts'
import type { NumberAnswer, ReportForm } from '../core/report-form.ts'
import { exactly } from './days.ts'
import { recipientLabel, referenceKindLabel, wayToldLabel } from './report-labels.ts'

export const reports = {
  title: 'Reports',
  intro: 'Whom you told, when, and which number they gave you. Landlords and case reviews count these.',
  add: 'Add a report',
  find: 'Search',
  emptyTitle: 'No report yet',
  empty: 'Did you tell the police or your landlord? Note it here, with the number they gave you.',
  police:
    'For drugs, your landlord will want the police log number. Call 101 or report online. In danger, call 999.',
  waiting: 'Waiting for a number',
  none: 'No number given',
  incidents: (n: number, shown: string) => (n === 1 ? `About ${shown} incident` : `About ${shown} incidents`),
} as const

export const report = {
  title: (number: string) => `Report ${number}`,
  newTitle: 'Add a report',
  changeTitle: 'Add or correct details',
  who: 'Who did you tell?',
  toName: 'Which one, or who?',
  how: 'How did you tell them?',
  when: 'When did you tell them?',
  date: 'Date',
  time: 'Time',
  number: 'Reference number',
  numberHint: 'Just as they gave it. You can add it later.',
  kind: 'What kind of number is it?',
  another: 'Add another number',
  second: (n: string) => `Reference number ${n}`,
  secondKind: (n: string) => `What kind of number is number ${n}?`,
  force: 'Police force',
  forces: ['Avon and Somerset Police', 'British Transport Police'],
  person: 'Name of the person you spoke to',
  said: 'What did they say?',
  saidHint: 'As close to their words as you can.',
  reply: 'What did they reply later?',
  replyDate: 'Date of the reply',
  addReply: 'Add a reply',
  incidents: 'Which incidents did you tell them about?',
  incidentsHint: 'Choose one or more.',
  allSince: 'All since my last report',
  noIncidents: 'There are no incidents in the diary yet.',
  crimestoppers:
    'Crimestoppers is for telling without your name. This note stays off the sheet unless you choose otherwise.',
  change: 'Add or correct details',
  missing: 'There is no such report on this phone',
  linked: 'Incidents',
  reference: 'Reference',
  replies: 'Replies',
} as const

export const numberAnswerLabel: Record<NumberAnswer, string> = {
  ...referenceKindLabel,
  waiting: 'Promised, not here yet',
  none: 'None given',
}

/** "Police, 101": to whom and how. */
export function toldSaid({ to, toName, how }: Report): string {
  return [toName ? `${recipientLabel[to]} (${toName})` : recipientLabel[to], how && wayToldLabel[how]]
    .filter(Boolean)
    .join(' · ')
}

/** The numbers as they were given, or why there are none. */
export function referenceSaid(report: Pick<Report, 'reference'>): string {
  if (report.reference?.is === 'waiting') return reports.waiting
  if (report.reference?.is === 'none') return reports.none
  return numbersOf(report)
    .map(({ kind, number }) => `${number} (${referenceKindLabel[kind].toLowerCase()})`)
    .join('\n')
}

/** Every field that was answered, with its label, in reading order; linked incidents are shown beside it. */
export function saidOfReport(content: Report): { label: string; words: string }[] {
  const { told, force, person, said, replies } = content
  const rows: [string, string | undefined][] = [
    [report.who, toldSaid(content)],
    [report.when, exactly(told)],
    [report.reference, referenceSaid(content) || undefined],
    [report.force, force],
    [report.person, person],
    [report.said, said],
    [report.replies, replies?.map(reply => `${exactly(reply.came)}\n${reply.words}`).join('\n\n')],
  ]
  return rows.flatMap(([label, words]) => (words ? [{ label, words }] : []))
}

/** A form as plain text, whatever state it is in: what is copied when the phone will not save. */
export function reportInWords(form: ReportForm): string {
  const { numbers, replies, incidents: _, stored: __, ...rest } = form
  return [...numbers.map(one => one.number), ...Object.values(rest), ...replies.map(one => one.words)]
    .filter(value => typeof value === 'string' && value !== '')
    .join('\n')
}
