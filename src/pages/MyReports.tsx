import { useState } from 'preact/hooks'
import { copyText } from '../browser/clipboard.ts'
import { now, zone } from '../browser/clock.ts'
import { caseReview } from '../core/case-review.ts'
import { wallAt } from '../core/time.ts'
import { plainDate } from '../text/days.ts'
import { caseReviewInWords, complaintSaid, reviewWords as words } from '../text/next-steps.ts'
import { recentIncidents } from './facts.ts'
import { useLive } from './live.ts'

/** What the diary holds for a case review: dates, recipients and numbers, ready to copy. */
export function MyReports() {
  const found = useLive(async diary => {
    const { entries: reports } = await diary.listReports({ limit: 1000 })
    return { reports, incidents: await recentIncidents(diary) }
  }, [])
  const [copied, setCopied] = useState<boolean>()
  if (!found) return null
  const review = caseReview(found.reports, found.incidents, wallAt(now(), zone()).date)
  return (
    <section aria-labelledby="my-reports">
      <h2 id="my-reports">{words.mine}</h2>
      <p>{review ? words.ready : words.notYet}</p>
      {review && (
        <>
          <ul>
            {review.complaints.map(complaint => (
              <li key={`${complaint.date} ${complaint.to}`}>{complaintSaid(complaint)}</li>
            ))}
          </ul>
          <p>{words.ask(plainDate(review.before))}</p>
          <div class="no-print">
            <button
              type="button"
              class="button"
              onClick={async () => setCopied(await copyText(caseReviewInWords(review)))}
            >
              {words.copy}
            </button>
          </div>
          <p role="status">{copied === undefined ? '' : copied ? words.copied : words.copyFailed}</p>
        </>
      )}
    </section>
  )
}
