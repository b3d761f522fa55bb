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
  strengths,
  unpleasantnesses,
  waysKnown,
} from './incident.ts'
import { inOrder, longestField, longestLine } from './shapes.ts'
import { parseZoned, readZoned, wallAt, whenWallShows, type ZonedTime } from './time.ts'

export const spanAnswers = ['', 'ongoing', '5', '15', '30', '60', '120', '240', '480', 'until'] as const

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
  span: v.picklist(spanAnswers),
  endDate: v.string(),
  endTime: v.string(),
  strength: v.picklist(['', '0', '1', '2', '3', '4', '5', '6']),
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
  const { date, time } = wallAt(now, zone)
  return {
    kinds: last.kinds?.length ? [...last.kinds] : ['cannabis'],
    otherKind: '',
    date,
    time,
    // In the repeated hour of an October night, now may be the second time round.
    second: laterOf(whenWallShows({ date, time }, zone), now),
    zone,
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
  const text = (value: string) => (value.trim() ? value.trim() : undefined)
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
  if (!form.date) fault('date', 'noDate')
  if (!form.time) fault('time', 'noTime')
  if (!form.date || !form.time) return undefined
  const moments = whenWallShows(form, form.zone)
  const happened = moments[form.second ? moments.length - 1 : 0]
  if (!happened) fault('time', 'noSuchTime')
  else if (readZoned(happened).at > now + leeway)
    fault(form.date > wallAt(now, form.zone).date ? 'date' : 'time', 'future')
  return happened
}

function readSpan(
  form: IncidentForm,
  happened: ZonedTime | undefined,
  now: number,
  fault: Tell,
): Span | undefined {
  if (form.span === '') return undefined
  if (form.span === 'ongoing') return { is: 'ongoing' }
  if (form.span !== 'until') {
    const minutes = Number(form.span) as (Span & { is: 'about' })['minutes']
    return { is: 'about', minutes }
  }
  if (!form.endTime) {
    fault('endTime', 'noEnd')
    return undefined
  }
  if (!happened) return undefined
  const ended = endOf(form, happened)
  if (!ended) fault('endTime', 'noSuchEnd')
  else if (readZoned(ended).at < readZoned(happened).at) fault('endTime', 'endBeforeStart')
  else if (readZoned(ended).at > now + leeway) fault('endTime', 'endInFuture')
  return ended && { is: 'until', ended }
}

/** Of two moments with the same clock face, the first that is not before the start. */
function endOf(form: IncidentForm, happened: ZonedTime): ZonedTime | undefined {
  const moments = whenWallShows({ date: form.endDate || form.date, time: form.endTime }, form.zone)
  const start = readZoned(happened).at
  return moments.find(moment => readZoned(moment).at >= start) ?? moments[0]
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
  Boolean(form.date && form.time) && whenWallShows(form, form.zone).length > 1

function laterOf(moments: ZonedTime[], now: number): boolean {
  const second = moments[1] && parseZoned(moments[1])
  return second !== undefined && now >= second.at
}

const some = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined)

/** Fields without an answer are not part of the record at all. */
export function withoutEmpty<T extends object>(content: T): T {
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined)) as T
}
