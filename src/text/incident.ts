/** An incident put into labelled words: for its page, its history, and for copying when nothing else works. */

import type { Incident } from '../core/incident.ts'
import { exactly, lastedSaid } from './days.ts'
import { form } from './form.ts'
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

type Say = {
  [Name in keyof Required<Incident>]: { label: string; say: (value: NonNullable<Incident[Name]>) => string }
}

const list = <Code extends string>(labels: Record<Code, string>) => ({
  say: (codes: readonly Code[]) => codes.map(code => labels[code]).join('\n'),
})
const plain = { say: (value: string) => value }

/** One label and one way of saying it for every field, in the order in which people read them. */
const fields: Say = {
  kinds: { label: form.what, ...list(kindLabel) },
  otherKind: { label: form.otherKind, ...plain },
  happened: { label: form.when, say: exactly },
  span: {
    label: form.span,
    say: span => (span.is === 'until' ? `Until ${exactly(span.ended)}` : capital(lastedSaid(span))),
  },
  place: { label: form.where, ...plain },
  strength: { label: form.strength, say: value => strengthLabel[value] },
  loudness: { label: form.loudness, say: value => loudnessLabel[value] },
  unpleasant: { label: form.unpleasant, say: value => unpleasantLabel[value] },
  frequency: { label: form.frequency, say: value => frequencyLabel[value] },
  impacts: { label: form.impact, ...list(impactLabel) },
  impactWords: { label: form.impactWords, ...plain },
  whatHappened: { label: form.happened, ...plain },
  peopleThere: { label: form.peopleThere, ...plain },
  whoElseNoticed: { label: form.whoElse, ...plain },
  actions: { label: form.actions, ...list(actionLabel) },
  actionWords: { label: form.actionWords, ...plain },
  source: { label: form.source, say: source => (source.is === 'thought' ? source.words : 'Not sure') },
  howKnown: { label: form.howKnown, ...list(wayKnownLabel) },
  howKnownWords: { label: form.howKnownWords, ...plain },
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

export interface Said {
  field: keyof Incident
  label: string
  words: string
}

/** Every field that was answered, with its label, in reading order. */
export function saidOf(incident: Partial<Incident>): Said[] {
  return (Object.keys(fields) as (keyof Incident)[]).flatMap(field => {
    const value = incident[field]
    if (value === undefined) return []
    const { label, say } = fields[field] as { label: string; say: (value: unknown) => string }
    return [{ field, label, words: say(value) }]
  })
}
