import { to } from '../../browser/route.ts'
import { recipients } from '../../core/report.ts'
import { find as words } from '../../text/find.ts'
import { recipientLabel } from '../../text/report-labels.ts'
import { ReportLines } from '../entries/Reports.tsx'
import { Find } from './Find.tsx'

export default function FindReports() {
  return (
    <Find
      type="report"
      title={words.reports}
      more={words.moreReports}
      back={{ href: to('reports'), say: words.backReports }}
      pick={{
        name: 'to',
        label: words.who,
        all: words.everybody,
        choices: recipients.map(one => [one, recipientLabel[one]]),
      }}
      missing={{ label: words.number, choices: words.numbers }}
      read={(diary, ids) => diary.getReports(ids)}
      draw={entries => <ReportLines entries={entries} />}
    />
  )
}
