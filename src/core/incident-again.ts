/** The way back: from what was saved to the form it can be completed or corrected on. */
import type { Incident } from './incident.ts'
import type { IncidentForm } from './incident-form.ts'
import { readZoned, whenWallShows } from './time.ts'

/** The form of an incident that was saved before, to complete or correct it. */
export function formOfIncident(incident: Incident): IncidentForm {
  const { date, time, zone } = readZoned(incident.happened)
  const { span, source } = incident
  const ended = span?.is === 'until' ? readZoned(span.ended) : undefined
  return {
    kinds: [...incident.kinds],
    otherKind: incident.otherKind ?? '',
    date,
    time,
    second: whenWallShows({ date, time }, zone).indexOf(incident.happened) === 1,
    zone,
    span: span?.is === 'about' ? (String(span.minutes) as IncidentForm['span']) : (span?.is ?? ''),
    endDate: ended?.date ?? '',
    endTime: ended?.time ?? '',
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
