import { useEffect, useState } from 'preact/hooks'
import { formOfIncident } from '../../core/incident-again.ts'
import { dropSlot } from '../../store/outside/drafts.ts'
import { form as words } from '../../text/form.ts'
import { incident } from '../../text/incident-page.ts'
import { say } from '../../ui/say.tsx'
import { useEntry } from '../live.ts'
import NotFound from '../NotFound.tsx'
import { IncidentPage } from './Log.tsx'

/** The same form over a saved incident, to complete or correct it. */
export default function Change({ rest: id }: { rest: string }) {
  const slot = `change/${id}`
  const found = useEntry('incident', id)
  // Where words were removed in another window the form is begun anew: they must not be saved again from here. What the
  // one before still held is written as it goes, and dropped after that.
  const removed = found && JSON.stringify(found.entry?.removed ?? [])
  const [begun, setBegun] = useState<string>()
  useEffect(() => {
    if (begun === removed) return
    if (begun !== undefined) {
      dropSlot(slot)
      say(incident.wordsRemoved)
    }
    setBegun(removed)
  }, [begun, removed, slot])
  if (!found || begun !== removed) return null
  if (!found.entry) return <NotFound />
  return (
    <IncidentPage
      slot={slot}
      title={words.changeTitle}
      start={formOfIncident(found.entry.content)}
      entry={found.entry}
    />
  )
}
