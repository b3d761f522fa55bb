import { useEffect, useRef } from 'preact/hooks'
import { formOfIncident } from '../../core/incident-again.ts'
import { form as words } from '../../text/form.ts'
import { incident } from '../../text/incident-page.ts'
import { say } from '../../ui/say.tsx'
import { useEntry } from '../live.ts'
import NotFound from '../NotFound.tsx'
import { IncidentPage } from './Log.tsx'

/** The same form over a saved incident, to complete or correct it. */
export default function Change({ rest: id }: { rest: string }) {
  const found = useEntry('incident', id)
  const removed = JSON.stringify(found?.entry?.removed ?? [])
  const before = useRef<string>()
  useEffect(() => {
    if (!found) return
    if (before.current !== undefined && before.current !== removed) say(incident.wordsRemoved)
    before.current = removed
  }, [found, removed])
  if (!found) return null
  if (!found.entry) return <NotFound />
  return (
    // Begun anew where words were removed in another window: they must not be saved again from here.
    <IncidentPage
      key={removed}
      slot={`change/${id}`}
      title={words.changeTitle}
      start={formOfIncident(found.entry.content)}
      entry={found.entry}
    />
  )
}
