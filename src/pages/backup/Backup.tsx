import * as v from 'valibot'
import '../../styles/backup.css'
import { go, to } from '../../browser/route.ts'
import { backup as words } from '../../text/backup.ts'
import { say } from '../../ui/say.tsx'
import { NotMade, UnderWay } from '../../ui/under-way.tsx'
import { useShared } from '../../ui/use-shared.ts'
import { useDiary, useLive } from '../live.ts'
import { tried } from '../saving.ts'
import { BackupReady } from './BackupReady.tsx'
import { backingUp, backUp, passphraseSetting } from './backing-up.ts'
import { LastBackup } from './LastBackup.tsx'
import { Moving } from './Moving.tsx'
import { PassphraseForm } from './PassphraseForm.tsx'
import { Restore } from './Restore.tsx'
import { Tables } from './Tables.tsx'
import { WithoutLock } from './WithoutLock.tsx'

/** All that keeps the diary safe: `backup`, `backup/restore`, `backup/moving`. */
export default function Backup({ rest }: { rest: string }) {
  if (rest === 'restore') return <Restore />
  if (rest === 'moving') return <Moving />
  return <BackUp />
}

function BackUp() {
  const diary = useDiary()
  const state = useShared(backingUp)
  const found = useLive(async open => ({ passphrase: await open.setting(passphraseSetting, v.string()) }), [])
  if (!found) return null
  const start = async (passphrase: string, keep: boolean) => {
    if (keep && !(await tried(diary.saveSetting(passphraseSetting, passphrase)))) return
    await backUp(diary, passphrase)
  }
  const idle = state.is !== 'making' && state.is !== 'ready'
  return (
    <div class="stack-wide">
      <div class="stack">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <LastBackup />
        <div role="status" class="stack">
          {state.is === 'making' && (
            <UnderWay
              says={state.done === undefined ? words.locking : words.reading}
              done={state.done}
              cancel={words.cancel}
              onCancel={state.cancel}
            />
          )}
          <NotMade is={state.is} words={words} />
        </div>
      </div>
      {state.is === 'ready' && <BackupReady key={state.backup.made} backup={state.backup} />}
      {idle &&
        (found.passphrase === undefined ? (
          <PassphraseForm onStart={start} />
        ) : (
          <WithKept passphrase={found.passphrase} />
        ))}
      <section class="stack" aria-labelledby="backup-back">
        <h2 id="backup-back">{words.back}</h2>
        <p>{words.backWords}</p>
        <div class="row">
          <button type="button" class="button" onClick={() => go('backup/restore')}>
            {words.restore}
          </button>
          <a class="button" href={to('backup/moving')}>
            {words.move}
          </a>
        </div>
      </section>
      {idle && <WithoutLock />}
      <Tables />
    </div>
  )
}

/** One tap, with the passphrase that is kept here. */
function WithKept({ passphrase }: { passphrase: string }) {
  const diary = useDiary()
  const forget = async () => {
    if (await tried(diary.saveSetting(passphraseSetting, undefined))) say(words.forgot)
  }
  return (
    <div class="stack">
      <div>
        <button type="button" class="button main big" onClick={() => void backUp(diary, passphrase)}>
          {words.make}
        </button>
      </div>
      <p class="quiet">{words.kept}</p>
      <div>
        <button type="button" class="button plain" onClick={() => void forget()}>
          {words.forget}
        </button>
      </div>
    </div>
  )
}
