/** What to do next, as it is offered on home: a title, the reason, and one thing to do. */
import type { CaseReview, Complaint } from '../core/case-review.ts'
import type { Step } from '../core/next-steps.ts'
import { numbersOf, type Reference } from '../core/report.ts'
import { plainDate } from './days.ts'
import { counted } from './numbers.ts'
import { recipientLabel, referenceKindLabel } from './report-labels.ts'

export interface SaidStep {
  title: string
  why: string
  action: string
  /** Where the action leads: the part of the address behind `#/`. */
  place: string
}

export const nextSteps = {
  heading: 'What you could do next',
  dismiss: 'Not now',
} as const

/** Calm, with the reason, and never "must". */
export function stepSaid(step: Step, locale = 'en-GB'): SaidStep {
  const incidents = (count: number) => `${counted(count, locale)} ${count === 1 ? 'incident' : 'incidents'}`
  const days = (count: number) => `${counted(count, locale)} ${count === 1 ? 'day' : 'days'}`
  switch (step.is) {
    case 'ownHome':
      return {
        title: 'There is help for you too',
        why: 'You said that it may come from your own home. Some people can listen without telling anybody.',
        action: 'See who can help',
        place: 'help/own-home',
      }
    case 'caseReview':
      return {
        title: 'You may be able to ask for a review',
        why: `You told somebody ${counted(step.review.complaints.length, locale)} times in six months. An ASB Case Review looks at what was done about it. The rules differ from place to place.`,
        action: 'How to ask for it',
        place: 'help/case-review',
      }
    case 'backup':
      return {
        title: 'Make a copy of your diary',
        why:
          step.days === undefined
            ? `${written(step.entries, locale)} only on this phone. If this phone is lost, so is your diary.`
            : `Your last backup was ${days(step.days)} ago. ${written(step.entries, locale)} new since then.`,
        action: 'Back up',
        place: 'backup',
      }
    case 'lock':
      return {
        title: 'Does anybody else use this phone?',
        why: 'You can lock the diary with a passcode. It is up to you. You can also do it later, in Settings.',
        action: 'Look at the lock',
        place: 'settings/lock',
      }
    case 'details': {
      const [newest] = step.incidents
      const count = step.incidents.length
      return {
        title: count === 1 ? 'Add what is missing' : `Add what is missing to ${incidents(count)}`,
        why: 'Details are best written the same day. How long it lasted and how it affected you count most.',
        action: count === 1 ? 'Add details' : 'Begin with the newest',
        place: newest ? `change/${newest.id}` : '',
      }
    }
    case 'waitingNumber':
      return {
        title: 'Did the number come?',
        why: `On ${plainDate(step.report.content.told.slice(0, 10), locale)} you were promised a reference number. You can call 101 and ask.`,
        action: 'Add the number',
        place: `report/${step.report.id}`,
      }
    case 'passNumber':
      return {
        title: 'Give the police number to your landlord',
        why: `The police gave you ${step.numbers.map(one => one.number).join(' and ')}. Your landlord can use it to work with the police.`,
        action: 'Make the sheet',
        place: 'sheet',
      }
    case 'tellPolice':
      return {
        title: step.lastTold ? 'Tell the police again' : 'Tell the police, when you are ready',
        why: step.lastTold
          ? `You have logged ${incidents(step.incidents)} since you told them on ${plainDate(step.lastTold.slice(0, 10), locale)}.`
          : 'Landlords ask for the police log number. You can call 101 or report online, at any time.',
        action: 'How to tell them',
        place: 'help/who-to-tell',
      }
    case 'makeSheet':
      return {
        title: 'Make a sheet for your landlord',
        why:
          step.days === undefined
            ? `You have logged ${incidents(step.incidents)}. A landlord can only act on what you send.`
            : `Your last sheet is ${days(step.days)} old. ${incidents(step.incidents)} since then. Some landlords close a case when they hear nothing.`,
        action: 'Make the sheet',
        place: 'sheet',
      }
  }
}

const written = (count: number, locale: string) =>
  count === 1 ? 'One entry is' : `${counted(count, locale)} entries are`

/** What a council asks for: when, to whom, which number. Plain text, to copy or to read out. */
export function caseReviewInWords({ complaints, before }: CaseReview, locale = 'en-GB'): string {
  const lines = complaints.map(complaint => `${complaintSaid(complaint, locale)}`)
  return [reviewWords.copyTitle, ...lines, reviewWords.before(plainDate(before, locale))].join('\n')
}

/** "12 July 2026: police, log or incident number 5226021255" */
export function complaintSaid({ to, date, reports }: Complaint, locale = 'en-GB'): string {
  const numbers = reports.flatMap(({ content }) => numbersOf(content))
  const name = reports.map(({ content }) => content.toName).find(Boolean)
  const body = name ? `${recipientLabel[to]} (${name})` : recipientLabel[to]
  const said = numbers.map(({ kind, number }) => `${kindSaid(kind)} ${number}`)
  return `${plainDate(date, locale)}: ${[body, ...(said.length > 0 ? said : [reviewWords.noNumber])].join(', ')}`
}

const kindSaid = (kind: Reference['kind']) =>
  kind === 'unsure' ? reviewWords.number : referenceKindLabel[kind].toLowerCase()

export const reviewWords = {
  number: 'number',
  copyTitle: 'Reports I made:',
  noNumber: 'no number given',
  before: (date: string) => `The oldest of the last three is six months old on ${date}.`,
  mine: 'Your own reports',
  ready: 'These reports may count. A council asks for the dates, whom you told, and the numbers.',
  notYet: 'Fewer than three of your reports count so far. You can still ask what the rule is where you live.',
  ask: (date: string) => `There is a time limit. It is safest to ask before ${date}.`,
  copy: 'Copy the dates',
  copied: 'Copied.',
  copyFailed: 'Copying did not work. Press and hold the words to copy them.',
} as const
