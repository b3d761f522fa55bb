/** The form a report is written on, and how it becomes a {@link Report}. */
import * as v from 'valibot'
import type { Fault, Problem, Reading } from './incident-form.ts'
import { fieldsOf, momentOf, withoutEmpty } from './incident-form.ts'
import { type Recipient, type Reference, Report, recipients, referenceKinds, waysTold } from './report.ts'
import { longestField, longestLine, zoned } from './shapes.ts'
import { readZoned, wallAt, type ZonedTime, zonedAt } from './time.ts'

const Number_ = v.strictObject({ kind: v.picklist(['', ...referenceKinds]), number: v.string() })

export const ReportForm = v.strictObject({
  to: v.picklist(recipients),
  toName: v.string(),
  how: v.picklist(['', ...waysTold]),
  date: v.string(),
  time: v.string(),
  /** Which of two, where the clock showed this time twice that night; drafts kept before it was asked do not say. */
  second: v.optional(v.boolean(), false),
  zone: v.string(),
  /** When it was told as the saved report says it, offset and all. */
  stored: v.optional(zoned),
  /** `given` where there are numbers; '' where the person did not say. */
  answer: v.picklist(['', 'given', 'waiting', 'none']),
  numbers: v.array(Number_),
  force: v.string(),
  person: v.string(),
  said: v.string(),
  replies: v.array(
    v.strictObject({ date: v.string(), time: v.string(), stored: v.optional(zoned), words: v.string() }),
  ),
  incidents: v.array(v.string()),
})
export type ReportForm = v.InferOutput<typeof ReportForm>

/** Answers that stand in the group "What kind of number is it?": a kind, or that there is none or none yet. */
export const numberAnswers = [...referenceKinds, 'waiting', 'none'] as const
export type NumberAnswer = (typeof numberAnswers)[number]

export function newReportForm(now: number, zone: string, to: Recipient, incidents: string[]): ReportForm {
  return {
    to,
    toName: '',
    how: '',
    ...fieldsOf(zonedAt(now, zone)),
    answer: '',
    numbers: [{ kind: '', number: '' }],
    force: '',
    person: '',
    said: '',
    replies: [],
    incidents,
  }
}

export function formOfReport(report: Report): ReportForm {
  const { reference, told } = report
  const fields = fieldsOf(told)
  return {
    to: report.to,
    toName: report.toName ?? '',
    how: report.how ?? '',
    ...fields,
    // That it is the second of two is told by `second`, which the person may change.
    stored: fields.second ? undefined : told,
    answer: reference?.is ?? '',
    numbers:
      reference?.is === 'given' ? reference.numbers.map(one => ({ ...one })) : [{ kind: '', number: '' }],
    force: report.force ?? '',
    person: report.person ?? '',
    said: report.said ?? '',
    replies: (report.replies ?? []).map(reply => {
      const { date, time } = readZoned(reply.came)
      return { date, time, stored: reply.came, words: reply.words }
    }),
    incidents: [...(report.incidents ?? [])],
  }
}

/** When it was told, by what stands in the form. */
export const toldIn = (form: ReportForm): ZonedTime | undefined => momentOf(form, form.stored)

const leeway = 2 * 60_000

/** Reads the form. `now` in milliseconds. A number typed in counts as given, whatever was ticked before it. */
export function readReportForm(form: ReportForm, now: number): Reading<Report, ReportForm> {
  const problems: Problem<ReportForm>[] = []
  const fault = (field: keyof ReportForm, fault: Fault) => problems.push({ field, fault })
  const possible = (found: ZonedTime | undefined, field: keyof ReportForm) => {
    if (!found) fault(field, 'noSuchTime')
    else if (readZoned(found).at > now + leeway) fault(field, 'future')
    return found
  }

  if (!form.date) fault('date', 'noDate')
  if (!form.time) fault('time', 'noTime')
  const told = form.date && form.time ? possible(toldIn(form), 'time') : undefined
  const numbers: Reference[] = form.numbers
    .filter(({ number }) => number.trim() !== '')
    .map(({ kind, number }) => ({ kind: kind || 'unsure', number: number.trim() }))
  const replies = form.replies
    .filter(reply => reply.words.trim() !== '')
    .flatMap(reply => {
      const date = reply.date || form.date
      // Its time is not asked for: noon, which has not always come yet on the day itself.
      const time = reply.time || '12:00'
      const isNow = !reply.time && date === wallAt(now, form.zone).date
      const came = possible(
        isNow
          ? zonedAt(now, form.zone)
          : momentOf({ date, time, second: false, zone: form.zone }, reply.stored),
        'replies',
      )
      return came ? [{ came, words: reply.words.trim() }] : []
    })
  const limits = { toName: longestLine, force: longestLine, person: longestLine, said: longestField }
  for (const [field, limit] of Object.entries(limits) as [keyof typeof limits, number][]) {
    if (form[field].length > limit) fault(field, 'tooLong')
  }
  if (problems.length > 0 || !told) return { ok: false, problems }

  const text = (value: string) => (value.trim() ? value.trim() : undefined)
  const content: Report = {
    to: form.to,
    toName: text(form.toName),
    how: form.how || undefined,
    told,
    reference:
      numbers.length > 0
        ? { is: 'given', numbers }
        : form.answer === 'none' || form.answer === 'waiting'
          ? { is: form.answer }
          : undefined,
    force: form.to === 'police' ? text(form.force) : undefined,
    person: text(form.person),
    said: text(form.said),
    replies: replies.length > 0 ? replies : undefined,
    incidents: form.incidents.length > 0 ? form.incidents : undefined,
  }
  return { ok: true, content: v.parse(Report, withoutEmpty(content)) }
}
