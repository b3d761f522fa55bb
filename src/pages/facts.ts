/** What the next steps are found from, read from the diary without opening all of it. */
import { now } from '../browser/clock.ts'
import type { Facts } from '../core/next-steps.ts'
import type { Entry } from '../core/record.ts'
import { instant } from '../core/shapes.ts'
import type { Diary } from '../store/diary.ts'

/** The name of the setting that says when the diary was last backed up. */
export const lastBackupSetting = 'lastBackup'

/** A case review looks back six months, and a month more at what was told. */
const monthsBack = 8 * 31 * 86_400_000
/** So that a huge diary does not hold home up: whoever writes more than this has long had every card. */
const mostIncidents = 2_000
const mostReports = 300

/** Incidents of the last eight months, newest first, the withdrawn too. */
export async function recentIncidents(diary: Diary): Promise<Entry<'incident'>[]> {
  const incidents: Entry<'incident'>[] = []
  const since = now() - monthsBack
  let before: Awaited<ReturnType<Diary['listIncidents']>>['next']
  // Small pages: each is opened in one go, and home has to answer a tap in between.
  do {
    const page = await diary.listIncidents({ limit: 50, includeWithdrawn: true, ...(before && { before }) })
    incidents.push(...page.entries)
    before = page.next
  } while (before && before.happened > since && incidents.length < mostIncidents)
  return incidents
}

export async function readFacts(diary: Diary): Promise<Facts> {
  const incidents = await recentIncidents(diary)
  const [{ entries: reports }, { entries: shares }, lastBackup, profile, counts] = await Promise.all([
    diary.listReports({ limit: mostReports, includeWithdrawn: true }),
    diary.listShares({ limit: 50 }),
    diary.setting(lastBackupSetting, instant),
    diary.profile(),
    diary.counts(),
  ])
  const sheet = shares.find(({ content }) => content.choices.for === 'landlord')
  const notBackedUp = lastBackup
    ? [...incidents, ...reports].filter(entry => entry.lastWritten > lastBackup).length
    : counts.incident + counts.report
  return {
    incidents,
    reports,
    lastSheet: sheet?.content.made,
    lastBackup,
    notBackedUp,
    locked: diary.locked,
    sourceLandlord: profile.sourceLandlord,
  }
}
