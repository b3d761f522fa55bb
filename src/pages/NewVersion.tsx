import { useEffect, useRef, useState } from 'preact/hooks'
import { now, zone } from '../browser/clock.ts'
import { held } from '../browser/held.ts'
import { newVersion, type NewVersion as Version } from '../browser/new-version.ts'
import { to } from '../browser/route.ts'
import { instant } from '../core/shapes.ts'
import { zonedAt } from '../core/time.ts'
import { databaseVersion } from '../store/database-version.ts'
import { type Draft, listDrafts } from '../store/outside/drafts.ts'
import { whenSaid } from '../text/days.ts'
import { update as words } from '../text/install.ts'
import { say } from '../ui/say.tsx'
import { useShared } from '../ui/use-shared.ts'
import { lastBackupSetting } from './facts.ts'
import { openHere } from './live.ts'
import '../styles/install.css'

/** The quiet line that a newer version is ready, and the question that it opens. */
export default function NewVersion() {
  const version = useShared(newVersion)
  const [open, setOpen] = useState(false)
  if (!version) return null
  return (
    <>
      <button type="button" class="button plain new-version" onClick={() => setOpen(true)}>
        {words.line}
      </button>
      {open && <Question version={version} onClose={() => setOpen(false)} />}
    </>
  )
}

/** Names every word that is not saved yet, in any window, before anything is loaded anew. */
function Question({ version, onClose }: { version: Version; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [drafts, setDrafts] = useState(listDrafts)
  const busy = useShared(held) > 0
  const [unkept] = useState(() => document.querySelector('[data-unkept]') !== null)
  useEffect(() => {
    dialog.current?.showModal()
    // Other windows may be typed in meanwhile.
    const timer = setInterval(() => setDrafts(listDrafts()), 1000)
    return () => clearInterval(timer)
  }, [])
  const takeOver = () => {
    dialog.current?.close()
    say(words.changing)
    version.takeOver()
  }
  return (
    <dialog ref={dialog} aria-labelledby="new-version" onClose={onClose}>
      <div class="stack">
        <h2 id="new-version">{words.title}</h2>
        <p>{words.intro}</p>
        {drafts.length > 0 && (
          <div class="note stack">
            <h3>{words.drafts}</h3>
            <ul class="plain-list">
              {drafts.map(draft => (
                <li key={draft.key}>{draftSaid(draft)}</li>
              ))}
            </ul>
            <p>{words.draftsKept}</p>
          </div>
        )}
        {unkept && <p class="note warn">{words.unkept}</p>}
        {busy && <p class="note warn">{words.busy}</p>}
        <BackupFirst version={version} onClose={() => dialog.current?.close()} />
        <div class="row">
          <button type="button" class="button main" disabled={unkept || busy} onClick={takeOver}>
            {words.now}
          </button>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {words.later}
          </button>
        </div>
      </div>
    </dialog>
  )
}

/** Offers a backup where the new version would change the tables. */
function BackupFirst({ version, onClose }: { version: Version; onClose: () => void }) {
  const diary = useShared(openHere)
  const [last, setLast] = useState<{ backup: string | undefined }>()
  useEffect(() => {
    void version.databaseVersion().then(async tables => {
      if (tables !== databaseVersion) setLast({ backup: await diary?.setting(lastBackupSetting, instant) })
    })
  }, [version, diary])
  if (!last) return null
  return (
    <div class="note stack">
      <p>{words.tables}</p>
      <p class="quiet">
        {last.backup
          ? words.lastBackup(whenSaid(zonedAt(Date.parse(last.backup), zone()), now(), zone()))
          : words.noBackup}
      </p>
      <div>
        <a class="button" href={to('backup')} onClick={onClose}>
          {words.backup}
        </a>
      </div>
    </div>
  )
}

/** "An incident: today, 02:10, in another window". */
function draftSaid({ slot, kept, here }: Draft): string {
  const said = words.draft(formOf(slot), whenSaid(zonedAt(Date.parse(kept), zone()), now(), zone()))
  return here ? said : words.elsewhere(said)
}

/** The slot of a draft is the address of its form. */
function formOf(slot: string): string {
  if (/^(log|change)\b/.test(slot)) return words.slots.incident
  if (/^tell\b/.test(slot)) return words.slots.report
  return slot === 'settings/me' ? words.slots.me : words.slots.other
}
