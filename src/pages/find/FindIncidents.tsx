import { now, zone } from '../../browser/clock.ts'
import { to } from '../../browser/route.ts'
import { kinds } from '../../core/incident.ts'
import { wallAt } from '../../core/time.ts'
import { find as words } from '../../text/find.ts'
import { kindLabel } from '../../text/labels.ts'
import { IncidentDays } from '../../ui/incident-days.tsx'
import { Find } from './Find.tsx'

export default function FindIncidents() {
  return (
    <Find
      type="incident"
      title={words.incidents}
      more={words.more}
      back={{ href: to(''), say: words.back }}
      pick={{
        name: 'kind',
        label: words.kind,
        all: words.everyKind,
        choices: kinds.map(kind => [kind, kindLabel[kind]]),
      }}
      missing={{ label: words.missing, choices: words.missings }}
      read={(diary, ids) => diary.getIncidents(ids)}
      draw={entries => (
        <IncidentDays
          entries={entries}
          today={wallAt(now(), zone()).date}
          hrefOf={({ id }) => to(`incident/${id}`)}
        />
      )}
    />
  )
}
