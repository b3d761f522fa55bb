/** Every sentence of the sheet and the full record. What was noticed, never what somebody is (README, "Words"). */
import { whenIs } from '../core/days.ts'
import type { Incident } from '../core/incident.ts'
import type { Counted, Wording } from '../core/sheet/wording.ts'
import { addDays, type ZonedTime } from '../core/time.ts'
import { clockSaid, lastedSaid, lengthSaid, longDate, plainDate, zoneSaid } from './days.ts'
import {
  actionLabel,
  frequencyLabel,
  impactLabel,
  kindLabel,
  loudnessLabel,
  strengthLabel,
  unpleasantLabel,
  wayKnownLabel,
} from './labels.ts'
import { hourOfWeekSaid, hourSaid } from './patterns.ts'
import { recipientLabel, referenceKindLabel, wayToldLabel } from './report-labels.ts'
import { emptyWording } from './sheet-empty.ts'
import { recordWording } from './sheet-record.ts'

// Written out, because engines abbreviate differently ("Sept") and a sheet made again must have the same bytes.
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const longWeekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const shortDate = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number)
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]
  return `${weekday} ${day} ${months[(month ?? 1) - 1]} ${year}`
}

const counted: Record<Counted, [one: string, many: string]> = {
  incident: ['incident', 'incidents'],
  day: ['day', 'days'],
  entry: ['entry', 'entries'],
  report: ['report', 'reports'],
  reference: ['reference', 'references'],
  word: ['word', 'words'],
  reply: ['reply', 'replies'],
}
const countOf = (count: number, what: Counted): string => `${count} ${counted[what][count === 1 ? 0 : 1]}`

/** "59 minutes", "1 hour, 30 minutes" or, from two days on, "9 days, 22 hours". */
const length = (minutes: number): string => {
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return lengthSaid(minutes)
  const rest = (hours % 24) * 60
  return countOf(Math.floor(hours / 24), 'day') + (rest === 0 ? '' : `, ${lengthSaid(rest)}`)
}

const days = (from: string, to: string): string => {
  if (from === to) return plainDate(from)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))} to ${plainDate(to)}`
  if (from.slice(0, 4) === to.slice(0, 4)) return `${plainDate(from).slice(0, -5)} to ${plainDate(to)}`
  return `${plainDate(from)} to ${plainDate(to)}`
}

/** "23:40", "01:10 (next day)", or "23:40 (Madrid time)" where its clock showed another time than one in `zone`. */
const clock = (time: ZonedTime, zone: string, day?: string): string => {
  const { elsewhere } = whenIs(time, 0, zone)
  const notes = [elsewhere && `${zoneSaid(elsewhere)} time`, day].filter(Boolean)
  return clockSaid(time) + (notes.length > 0 ? ` (${notes.join(', ')})` : '')
}

/** A reader weeks later does not know what goes on now: only what did when it was written. */
const lasted: Wording['lasted'] = span =>
  span.is === 'ongoing' ? 'still going on when written' : lastedSaid(span)

const fromTo = (
  { happened, span }: Pick<Incident, 'happened' | 'span'>,
  zone: string,
  to: string,
  dateSaid: (date: string) => string,
): string => {
  const start = clock(happened, zone)
  if (!span) return start
  if (span.is !== 'until') return `${start}, ${lasted(span)}`
  const [from, until] = [happened.slice(0, 10), span.ended.slice(0, 10)]
  const day = from === until ? undefined : until === addDays(from, 1) ? 'next day' : dateSaid(until)
  return start + to + clock(span.ended, zone, day)
}

export const sheetWording: Wording = {
  lang: 'en-GB',
  labels: {
    kind: kindLabel,
    strength: strengthLabel,
    loudness: loudnessLabel,
    unpleasant: unpleasantLabel,
    frequency: frequencyLabel,
    impact: impactLabel,
    action: actionLabel,
    wayKnown: wayKnownLabel,
    recipient: recipientLabel,
    wayTold: wayToldLabel,
    reference: referenceKindLabel,
    sameLandlord: { yes: 'Yes', no: 'No', notSure: 'Not sure', myOwnHome: 'It is my own home' },
  },
  longDate: date => longDate(date),
  shortDate,
  days,
  clock,
  fromTo: (incident, zone) => fromTo(incident, zone, ' to ', longDate),
  fromToShort: (incident, zone) => fromTo(incident, zone, '–', shortDate),
  lasted,
  length,
  countOf,

  title: { landlord: 'Diary sheet', record: 'Full record' },
  example: { word: 'EXAMPLE', line: 'EXAMPLE. None of this is real.' },
  subject: {
    landlord: 'A diary of what was noticed, for the landlord',
    record: 'A diary of what was noticed, in full',
  },
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  running: (title, name, caseNumber, code) =>
    [title, name, caseNumber && `Case ${caseNumber}`, code && `Code ${code}`].filter(Boolean).join('  ·  '),
  madeOn: when => `Made on ${when}.`,
  leftOut: 'Left out by the writer',
  removed: 'Removed by the writer',
  masked: '[masked]',
  maskedNote: '“[masked]” stands for a word that the writer left out of this copy.',
  notGiven: 'Not given',
  notSaid: 'Not said',
  seeInFull: 'in full on page',
  none: 'None',

  first: {
    forWhom: landlord => `For ${landlord}.`,
    covers: days => `What was noticed, ${days}.`,
    coversNothing: 'No incidents in this period.',
    coversNew: days => `New since the last sheet: ${days}.`,
    coversNothingNew: 'No new incidents since the last sheet.',
    begins: day => `The diary begins on ${day}.`,
    damaged: count =>
      count === 1
        ? 'One entry could not be read on this phone and is missing here.'
        : `${count} entries could not be read on this phone and are missing here.`,
    onlyKinds: kinds => `Only these kinds of incident: ${kinds}.`,
    onlySource: source =>
      source === undefined
        ? 'Only incidents thought to come from one place.'
        : `Only incidents thought to come from: ${source}.`,
    whoWrites: 'Who writes',
    landlordHead: 'Landlord and place',
    name: 'Name',
    address: 'Address',
    reach: 'Phone, e-mail',
    safeContact: 'Safe to reach',
    speakFirst: 'Please speak to me before you speak to the other person.',
    affected: 'Affected here',
    landlord: 'Landlord',
    caseNumber: 'Case number',
    source: 'Thought to come from',
    sourceNotClear: 'The source is not clear',
    severalSources: count => `and ${count} more`,
    sourceLandlord: 'Same landlord there',
    policeReferences: 'Police references',
    noPoliceReference: 'None on this document.',
    referenceColumns: { number: 'Reference', kind: 'Kind', force: 'Force', told: 'Date', person: 'Officer' },
    moreReferences: count => `And ${countOf(count, 'reference')} more, from page`,
    reportsMade: 'Reports made',
    noReports: 'None on this document.',
    reportsTo: (recipient, count, last) =>
      count === 1 ? `${recipient}: once, on ${last}.` : `${recipient}: ${count} times, last on ${last}.`,
    replies: count => (count === 0 ? 'No reply noted.' : `${countOf(count, 'reply')}.`),
    repliesRemoved: 'Replies removed by the writer.',
    whatIsNew: 'New since the last sheet',
    firstSheet: 'All incidents of the period: no earlier sheet is taken into account.',
    newSince: (last, count, numbers) =>
      `${countOf(count, 'incident')} since the sheet of ${last}${numbers && `: number ${numbers}`}.`,
    amendedSince: (count, numbers) => `${countOf(count, 'entry')} added to or changed: number ${numbers}.`,
    withdrawn: (count, numbers) => `${countOf(count, 'entry')} withdrawn: number ${numbers}.`,
    nothingNew: last => `No incident since the sheet of ${last}.`,
    asked: 'What I ask for',
    inShort: 'In short',
    inShortNew: 'In short: what is new since the last sheet',
    shortColumns: { what: 'What', count: 'Count', period: 'Period' },
    recorded: 'Incidents recorded',
    recordedCount: (incidents, days) => `${incidents}, on ${countOf(days, 'day')}`,
    lastDays: days => `Recorded in the last ${days} days of it`,
    lastDaysCount: (now, before, days) =>
      before === undefined ? `${now}` : `${now} (${before} in the ${days} days before)`,
    atNight: 'Began between 22:00 and 06:00',
    strong: 'Smell strong or stronger',
    of: (part, whole) => `${part} of ${whole}`,
    ofNoted: (part, noted) => `${part} of ${noted} with a strength noted`,
  },
  pattern: {
    heading: 'The pattern',
    explained: (count, period) =>
      `Counted from the ${countOf(count, 'incident')} on this document, ${period}.`,
    explainedNew: (count, period) =>
      `Counted from the ${count === 1 ? '1 new incident' : `${count} new incidents`} on this document, ${period}.`,
    weeks: 'Incidents a week, Monday to Sunday',
    hours: 'Hour of the start and day of the week',
    impacts: 'Effects named',
    weekOf: (monday, full) => `Week of ${plainDate(monday)}${full ? '' : ' (part of it)'}`,
    weeksCut: weeks => `The picture of weeks shows the last ${weeks}.`,
    partWeeks: 'A pale bar is a week that is not all in this time.',
    counted: (what, count) => `${what}: ${count}`,
    and: rest => `and ${rest} more`,
    hourOfWeek: (day, hour) => hourOfWeekSaid(day, hour, longWeekdays),
    picture: {
      weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
      hour: hourSaid,
      nextDay: ['next', 'day'],
      date: date => shortDate(date).replace(/^\w+ | \d{4}$/g, ''),
    },
    noProof:
      'Before 06:00 counts with the evening before. A time without an entry does not prove that it was quiet.',
  },
  table: {
    heading: 'Incidents at a glance',
    explained: 'One row an incident, oldest first. The same incidents stand in full words after this table.',
    summary: count => `${countOf(count, 'incident')}, one a row, oldest first`,
    columns: {
      number: 'No.',
      day: 'Day',
      time: 'Start–end',
      where: 'Where noticed',
      what: 'What',
      effect: 'Effect',
      reference: 'Police reference',
    },
    withdrawn: day => `Withdrawn by the writer on ${day}`,
    nothing: 'No incidents in this period.',
  },
  full: {
    heading: 'Incidents in full',
    explained:
      'In the words of the person who noticed them. Where something comes from is what the writer thinks.',
    incident: number => `Incident ${number}`,
    bookmark: (number, day) => `Incident ${number}, ${day}`,
    what: 'What',
    written: 'Written down',
    writtenAt: when => `${when}.`,
    writtenLater: (when, later) => `${when}, ${later} later.`,
    amended: (times, last) =>
      times === 1
        ? `Added to or changed once, on ${last}.`
        : `Added to or changed ${times} times, last on ${last}.`,
    whatHappened: 'What happened',
    effect: 'Effect',
    where: 'Where noticed',
    frequency: 'How often',
    frequencySaid: said => `${said}.`,
    counted: (count, days) => `Counted here: ${countOf(count, 'entry')} in ${days} days up to this day.`,
    peopleThere: 'Who was there',
    whoElseNoticed: 'Who else noticed',
    actions: 'What I did',
    source: 'Thought to come from',
    howKnown: 'How I know:',
    reference: 'Police reference',
    code: code => `Code ${code}.`,
    withdrawn: when => `Withdrawn by the writer on ${when}. Reason: `,
  },
  reports: {
    heading: 'Reports made',
    explained: 'Who was told, when, and what came back.',
    bookmark: (number, who) => `Report ${number}, ${who}`,
    title: (number, who) => `Report ${number}: ${who}`,
    told: 'Who was told',
    how: 'How',
    reference: 'Reference',
    noReference: 'None was given',
    waiting: 'Not yet given',
    force: 'Police force',
    person: 'Spoke to',
    said: 'What they said',
    reply: when => `Reply, ${when}`,
    replies: 'Replies',
    about: 'About incidents',
    withdrawn: when => `Withdrawn by the writer on ${when}. Reason: `,
  },
  inFull: {
    heading: 'From the first page, in full',
    explained: 'The first page had no room for all of these words.',
  },
  ...recordWording,
  empty: emptyWording,
  declaration: {
    heading: 'Declaration',
    plain: [
      'I wrote these entries. They say what I noticed myself, as well as I remember it.',
      'Where I was told something by somebody else, the entry says so.',
      'Where I think something comes from is what I think. I may be wrong.',
    ],
    formalHeading: 'Statement of truth',
    formal: [
      'I believe that the facts stated in this witness statement are true. I understand that proceedings for contempt of court may be brought against anyone who makes, or causes to be made, a false statement in a document verified by a statement of truth without an honest belief in its truth.',
    ],
    signature: 'Signature',
    printedName: name => (name ? `Name: ${name}` : 'Name'),
    date: 'Date of signing',
    dateNote: 'To be signed by the person who wrote the entries, with the date on which it is signed.',
  },
}
