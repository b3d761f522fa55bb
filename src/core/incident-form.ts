/**
 * The form an incident is written on: what the fields hold while somebody types, and how that becomes an
 * {@link Incident}. All plain text and ticks, so that a draft can be kept and brought back at any moment.
 */
import * as v from 'valibot'
import {
  actions,
  frequencies,
  Incident,
  impacts,
  isNoise,
  isSmell,
  type Kind,
  kinds,
  loudnesses,
  type Span,
  type Strength,
  strengths,
  unpleasantnesses,
  waysKnown,
} from './incident.ts'
import { inOrder, longestField, longestLine, zoned } from './shapes.ts'
import { readZoned, wallAt, whenWallShows, type ZonedTime, zonedAt } from './time.ts'

export const spans = ['ongoing', '5', '15', '30', '60', '120', '240', '480', 'until'] as const
export const strengthCodes = strengths.map(String) as `${Strength}`[]

const answer = <const T extends readonly string[]>(list: T) => v.picklist([...list, ''])
const ticks = <const T extends readonly string[]>(list: T) => v.array(v.picklist(list))

/** A form as a draft keeps it. Empty text and '' mean: not answered. */
export const IncidentForm = v.strictObject({
  kinds: ticks(kinds),
  otherKind: v.string(),
  date: v.string(),
  time: v.string(),
  /** Which of two, where the clock showed this time twice that night. */
  second: v.boolean(),
  zone: v.string(),
  /** What the saved incident says, which its clock faces alone do not: the zone, which of two, by whose rules. */
  stored: v.optional(v.strictObject({ happened: v.optional(zoned), ended: v.optional(zoned) })),
  span: answer(spans),
  endDate: v.string(),
  endTime: v.string(),
  strength: answer(strengthCodes),
  loudness: answer(loudnesses),
  unpleasant: answer(unpleasantnesses),
  frequency: answer(frequencies),
  impacts: ticks(impacts),
  impactWords: v.string(),
  whatHappened: v.string(),
  peopleThere: v.string(),
  whoElseNoticed: v.string(),
  place: v.string(),
  actions: ticks(actions),
  actionWords: v.string(),
  source: v.string(),
  sourceNotSure: v.boolean(),
  howKnown: ticks(waysKnown),
  howKnownWords: v.string(),
})
export type IncidentForm = v.InferOutput<typeof IncidentForm>

/** What the two-tap log starts from: now, and the last used kinds and place. */
export function newIncidentForm(
  now: number,
  zone: string,
  last: Partial<Pick<Incident, 'kinds' | 'place'>>,
): IncidentForm {
  return {
    kinds: last.kinds?.length ? [...last.kinds] : ['cannabis'],
    otherKind: '',
    ...fieldsOf(zonedAt(now, zone)),
    span: '',
    endDate: '',
    endTime: '',
    strength: '',
    loudness: '',
    unpleasant: '',
    frequency: '',
    impacts: [],
    impactWords: '',
    whatHappened: '',
    peopleThere: '',
    whoElseNoticed: '',
    place: last.place ?? '',
    actions: [],
    actionWords: '',
    source: '',
    sourceNotSure: false,
    howKnown: [],
    howKnownWords: '',
  }
}

export const faults = [
  'noKind',
  'noOtherKind',
  'noDate',
  'noTime',
  'noSuchTime',
  'future',
  'noEnd',
  'noSuchEnd',
  'endBeforeStart',
  'endInFuture',
  'tooLong',
] as const
export type Fault = (typeof faults)[number]

/** One thing to mend, beside the field it is about. */
export interface Problem<Form> {
  field: keyof Form & string
  fault: Fault
}

export type Reading<Content, Form> = { ok: true; content: Content } | { ok: false; problems: Problem<Form>[] }

/** Clocks differ and typing takes a moment: this much ahead still counts as now. */
const leeway = 2 * 60_000

/** Reads the form. `now` in milliseconds: nothing can have happened later. Only what was answered is in the result. */
export function readIncidentForm(form: IncidentForm, now: number): Reading<Incident, IncidentForm> {
  const problems: Problem<IncidentForm>[] = []
  const fault = (field: keyof IncidentForm, fault: Fault) => problems.push({ field, fault })

  if (form.kinds.length === 0) fault('kinds', 'noKind')
  if (form.kinds.includes('other') && !form.otherKind.trim()) fault('otherKind', 'noOtherKind')

  const happened = readHappened(form, now, fault)
  const span = readSpan(form, happened, now, fault)

  const longest = { otherKind: longestLine, place: longestLine }
  for (const [field, value] of Object.entries(form) as [keyof IncidentForm, unknown][]) {
    const limit = longest[field as keyof typeof longest] ?? longestField
    if (typeof value === 'string' && value.length > limit) fault(field, 'tooLong')
  }
  if (problems.length > 0 || !happened) return { ok: false, problems }

  const smell = isSmell(form)
  const text = (value: string) => value.trim() || undefined
  const source = text(form.source)
  const content: Incident = {
    kinds: inOrder(kinds, form.kinds),
    otherKind: form.kinds.includes('other') ? text(form.otherKind) : undefined,
    happened,
    span,
    strength: smell ? strengths.find(strength => String(strength) === form.strength) : undefined,
    loudness: isNoise(form) ? form.loudness || undefined : undefined,
    unpleasant: smell ? form.unpleasant || undefined : undefined,
    frequency: form.frequency || undefined,
    impacts: some(inOrder(impacts, form.impacts)),
    impactWords: text(form.impactWords),
    whatHappened: text(form.whatHappened),
    peopleThere: text(form.peopleThere),
    whoElseNoticed: text(form.whoElseNoticed),
    place: text(form.place),
    actions: some(inOrder(actions, form.actions)),
    actionWords: text(form.actionWords),
    source: source ? { is: 'thought', words: source } : form.sourceNotSure ? { is: 'notSure' } : undefined,
    howKnown: some(inOrder(waysKnown, form.howKnown)),
    howKnownWords: text(form.howKnownWords),
  }
  return { ok: true, content: v.parse(Incident, withoutEmpty(content)) }
}

type Tell = (field: keyof IncidentForm, fault: Fault) => void

function readHappened(form: IncidentForm, now: number, fault: Tell): ZonedTime | undefined {
  const happened = momentOf(form, form.stored?.happened)
  if (!form.date) fault('date', 'noDate')
  if (!form.time) fault('time', 'noTime')
  else if (form.date && !happened) fault('time', 'noSuchTime')
  if (happened && readZoned(happened).at > now + leeway)
    fault(form.date > wallAt(now, form.zone).date ? 'date' : 'time', 'future')
  return happened
}

function readSpan(
  form: IncidentForm,
  happened: ZonedTime | undefined,
  now: number,
  fault: Tell,
): Span | undefined {
  if (!form.span) return undefined
  if (form.span === 'ongoing') return { is: form.span }
  if (form.span !== 'until')
    return { is: 'about', minutes: Number(form.span) as (Span & { is: 'about' })['minutes'] }
  if (!form.endTime) fault('endTime', 'noEnd')
  if (!form.endTime || !happened) return undefined

  const was = form.stored?.ended
  const end = {
    zone: form.zone,
    second: false,
    ...(was && fieldsOf(was)),
    date: form.endDate || form.date,
    time: form.endTime,
  }
  const moments = whenWallShows(end, end.zone)
  const start = readZoned(happened).at
  // Of two moments with the same clock face, where nobody says which, the first that is not before the start.
  const ended = [momentOf(end, was), ...moments].find(one => one && readZoned(one).at >= start)
  if (!ended) fault('endTime', moments[0] ? 'endBeforeStart' : 'noSuchEnd')
  else if (readZoned(ended).at > now + leeway) fault('endTime', 'endInFuture')
  return ended && { is: 'until', ended }
}

/** A moment as a form shows it. */
export function fieldsOf(moment: ZonedTime) {
  const { at: _, offset: __, ...shown } = readZoned(moment)
  return { ...shown, second: whenWallShows(shown, shown.zone).indexOf(moment) === 1 }
}

/** The moment that a form shows: `was`, as long as nobody touches its date and time, or else what they mean by now. */
export function momentOf(form: ReturnType<typeof fieldsOf>, was?: ZonedTime): ZonedTime | undefined {
  const moments = whenWallShows(form, form.zone)
  if (form.second) return moments.at(-1)
  return was?.startsWith(`${form.date}T${form.time}:`) ? was : moments[0]
}

/** "I am worried about somebody" is an entry of its own: choosing it leaves the nuisances, choosing one of those leaves it. */
export function chooseKinds(before: readonly Kind[], chosen: readonly Kind[]): Kind[] {
  const worriedNow = chosen.includes('worried') && !before.includes('worried')
  return inOrder(
    kinds,
    worriedNow ? ['worried'] : chosen.filter(kind => kind !== 'worried' || chosen.length === 1),
  )
}

/** Whether this night's clock showed the time twice, so that the form must ask which. */
export const happensTwice = (form: Pick<IncidentForm, 'date' | 'time' | 'zone'>): boolean =>
  whenWallShows(form, form.zone).length > 1

const some = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined)

/** Fields without an answer are not part of the record at all. */
export function withoutEmpty<T extends object>(content: T): T {
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined)) as T
}
