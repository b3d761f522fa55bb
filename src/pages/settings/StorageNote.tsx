import { useEffect, useState } from 'preact/hooks'
import { askToKeep, isKept, type Kept } from '../../browser/storage.ts'
import { settings as words } from '../../text/settings.ts'

const said: Record<Kept, string> = {
  yes: words.persisted,
  no: words.notPersisted,
  unknown: words.unknownPersisted,
}

/** Says honestly whether the phone may clear the diary by itself. */
export function StorageNote() {
  const [kept, setKept] = useState<Kept>()
  useEffect(() => {
    void isKept().then(setKept)
  }, [])
  return (
    <section class="stack" aria-labelledby="settings-storage">
      <h2 id="settings-storage">{words.storage}</h2>
      {kept && <p role="status">{said[kept]}</p>}
      {kept !== 'yes' && (
        <div>
          <button type="button" class="button" onClick={async () => setKept(await askToKeep())}>
            {words.askPersist}
          </button>
        </div>
      )}
    </section>
  )
}
