/** What a backup holds or brings, in a few words. */
import type { Brought } from '../core/backup/merge-entries.ts'
import { restore as words } from './backup.ts'
import { counted } from './numbers.ts'

/** "3 incidents, one report"; empty where there is nothing. */
export function entriesSaid({ incident, report, share }: Brought['entries']): string {
  return [
    incident > 0 && words.incidents(incident, counted(incident)),
    report > 0 && words.reports(report, counted(report)),
    share > 0 && words.shares(share, counted(share)),
  ]
    .filter(Boolean)
    .join(', ')
}

/** What is new, entries first; where only versions are, how many of those. */
export const broughtSaid = ({ entries, versions }: Brought): string =>
  entriesSaid(entries) || (versions > 0 ? words.versions(versions, counted(versions)) : '')

/** What else the person should know before it is brought in. */
export function alsoSaid({ lettered, twice, removed, mended }: Brought): string[] {
  return [
    lettered > 0 && words.lettered(lettered, counted(lettered)),
    twice > 0 && words.twice(twice, counted(twice)),
    removed > 0 && words.removed,
    mended > 0 && words.mended,
  ].filter(one => one !== false)
}
