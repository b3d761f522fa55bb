import { now, zone } from '../../browser/clock.ts'
import { instant } from '../../core/shapes.ts'
import { zonedAt } from '../../core/time.ts'
import { backup as words } from '../../text/backup.ts'
import { whenSaid } from '../../text/days.ts'
import { lastBackupSetting } from '../facts.ts'
import { useLive } from '../live.ts'

/** When the last backup arrived somewhere, as the person said; always to be seen where backups are made. */
export function LastBackup() {
  const found = useLive(async diary => ({ at: await diary.setting(lastBackupSetting, instant) }), [])
  return found ? <p class={found.at ? 'note' : 'note warn'}>{lastBackupSaid(found.at)}</p> : null
}

export const lastBackupSaid = (at: string | undefined): string =>
  at ? words.last(whenSaid(zonedAt(Date.parse(at), zone()), now(), zone())) : words.never
