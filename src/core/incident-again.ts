/** The way back: from what was saved to the form it can be completed or corrected on. */
import type { Incident } from './incident.ts'
import { fieldsOf, type IncidentForm } from './incident-form.ts'
import { readZoned } from './time.ts'

/** The form of an incident that was saved before, to complete or correct it. */
export function formOfIncident(incident: Incident): IncidentForm {
  const { happened, span, source } = incident
  const fields = fieldsOf(happened)
  const ended = span?.is === 'until' ? span.ended : undefined
  const end = ended && readZoned(ended)
  return {
    kinds: [...incident.kinds],
    otherKind: incident.otherKind ?? '',
    ...fields,
    // That it is the second of two is told by `second`, which the person may change.
    stored: { happened: fields.second ? undefined : happened, ended },
    span: span?.is === 'about' ? (String(span.minutes) as IncidentForm['span']) : (span?.is ?? ''),
    endDate: end?.date ?? '',
    endTime: end?.time ?? '',
    strength: incident.strength === undefined ? '' : (String(incident.strength) as IncidentForm['strength']),
    loudness: incident.loudness ?? '',
    unpleasant: incident.unpleasant ?? '',
    frequency: incident.frequency ?? '',
    impacts: [...(incident.impacts ?? [])],
    impactWords: incident.impactWords ?? '',
    whatHappened: incident.whatHappened ?? '',
    peopleThere: incident.peopleThere ?? '',
    whoElseNoticed: incident.whoElseNoticed ?? '',
    place: incident.place ?? '',
    actions: [...(incident.actions ?? [])],
    actionWords: incident.actionWords ?? '',
    source: source?.is === 'thought' ? source.words : '',
    sourceNotSure: source?.is === 'notSure',
    howKnown: [...(incident.howKnown ?? [])],
    howKnownWords: incident.howKnownWords ?? '',
  }
}
