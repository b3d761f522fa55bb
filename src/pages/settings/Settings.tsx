import { go, to } from '../../browser/route.ts'
import { backup } from '../../text/backup.ts'
import { lockSettings } from '../../text/lock.ts'
import { settings as words } from '../../text/settings.ts'
import { LastBackup } from '../backup/LastBackup.tsx'
import { LockSettings } from '../lock/LockSettings.tsx'
import { CheckDiary } from './CheckDiary.tsx'
import { Erase } from './Erase.tsx'
import { Install } from './Install.tsx'
import { Me } from './Me.tsx'
import { StorageNote } from './StorageNote.tsx'
import { ThisApp } from './ThisApp.tsx'

/** Settings: who I am, how safe the diary is, checking and erasing it. `settings/me` is the form about me. */
export default function Settings({ rest }: { rest: string }) {
  if (rest === 'me') return <Me />
  if (rest === 'lock') return <LockSettings />
  if (rest === 'install') return <Install />
  return (
    <div class="stack-wide">
      <h1>{words.title}</h1>
      <section class="stack" aria-labelledby="settings-me">
        <h2 id="settings-me">{words.me}</h2>
        <p>{words.meWords}</p>
        <div>
          <a class="button" href={to('settings/me')}>
            {words.me}
          </a>
        </div>
      </section>
      <section class="stack" aria-labelledby="settings-backup">
        <h2 id="settings-backup">{backup.section}</h2>
        <p>{backup.sectionWords}</p>
        <LastBackup />
        <div class="row">
          <button type="button" class="button" onClick={() => go('backup')}>
            {backup.make}
          </button>
          <button type="button" class="button" onClick={() => go('backup/restore')}>
            {backup.restore}
          </button>
        </div>
      </section>
      <section class="stack" aria-labelledby="settings-lock">
        <h2 id="settings-lock">{lockSettings.title}</h2>
        <p>{lockSettings.aboutSet}</p>
        <div>
          <a class="button" href={to('settings/lock')}>
            {lockSettings.title}
          </a>
        </div>
      </section>
      <StorageNote />
      <section class="stack" aria-labelledby="settings-data">
        <h2 id="settings-data">{words.data}</h2>
        <p>{words.dataWords}</p>
        <div>
          <a class="button" href={to('help/your-data')}>
            {words.readOn}
          </a>
        </div>
      </section>
      <ThisApp />
      <CheckDiary />
      <Erase />
    </div>
  )
}
