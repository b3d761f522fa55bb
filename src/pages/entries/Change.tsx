import { formOfIncident } from '../../core/incident-again.ts'
import { form as words } from '../../text/form.ts'
import { useEntry } from '../live.ts'
import NotFound from '../NotFound.tsx'
import { IncidentPage } from './Log.tsx'

/** The same form over a saved incident, to complete or correct it. */
export default function Change({ rest: id }: { rest: string }) {
  const found = useEntry('incident', id)
  if (!found) return null
  if (!found.entry) return <NotFound />
  return (
    <IncidentPage
      slot={`change/${id}`}
      title={words.changeTitle}
      start={formOfIncident(found.entry.content)}
      entry={found.entry}
    />
  )
}
