import { useState } from 'preact/hooks'
import { canShareFile, downloadFile, isHomeScreenApp, shareFile } from '../browser/files.ts'
import { handOver as words } from '../text/backup.ts'

interface Props {
  bytes: Uint8Array<ArrayBuffer>
  name: string
  type: string
  /** What the file is, as the buttons name it: "the backup". */
  what: string
  /** What is said of each outcome, where it is not what is said of a backup. */
  says?: Record<'shared' | 'closed' | 'cannot' | 'saved', string>
  /** Called once the file has left the app, as far as the app can know. */
  onGone?: () => void
}

/** A file that is ready: the phone's share sheet where there is one, a download elsewhere. */
export function HandOver({ bytes, name, type, what, says = words, onGone }: Props) {
  const [outcome, setOutcome] = useState<string>()
  const shares = canShareFile(type)
  // On an iPhone's home screen a download opens a view with no way back (coder/coder#27853).
  const saves = !shares || !isHomeScreenApp()
  const share = async () => {
    const how = await shareFile(bytes, name, type)
    setOutcome(how === 'tapAgain' ? words.tapAgain(what) : says[how])
    if (how === 'shared') onGone?.()
  }
  const save = () => {
    downloadFile(bytes, name, type)
    setOutcome(says.saved)
    onGone?.()
  }
  return (
    <div class="stack">
      <p class="small quiet">{name}</p>
      <div class="row">
        {shares && (
          <button type="button" class="button main" onClick={() => void share()}>
            {words.share(what)}
          </button>
        )}
        {saves && (
          <button type="button" class={shares ? 'button' : 'button main'} onClick={save}>
            {words.save(what)}
          </button>
        )}
      </div>
      <p role="status">{outcome}</p>
    </div>
  )
}
