/** What a backup holds or brings, in a few words. */
import type { Brought } from '../core/backup/merge.ts'
import { restore as words } from './backup.ts'

const count = new Intl.NumberFormat('en-GB')

/** "3 incidents, one report"; empty where there is nothing. */
export function entriesSaid({ incident, report, share }: Brought['entries']): string {
  return [
    incident > 0 && words.incidents(incident, count.format(incident)),
    report > 0 && words.reports(report, count.format(report)),
    share > 0 && words.shares(share, count.format(share)),
  ]
    .filter(Boolean)
    .join(', ')
}

/** What is new, entries first; where only versions are, how many of those. */
export const broughtSaid = ({ entries, versions }: Brought): string =>
  entriesSaid(entries) || (versions > 0 ? words.versions(versions, count.format(versions)) : '')

/** What else the person should know before it is brought in. */
export function alsoSaid({ lettered, twice, removed, mended }: Brought): string[] {
  return [
    lettered > 0 && words.lettered(lettered, count.format(lettered)),
    twice > 0 && words.twice(twice, count.format(twice)),
    removed > 0 && words.removed,
    mended > 0 && words.mended,
  ].filter(one => one !== false)
}
