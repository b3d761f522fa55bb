import { useEffect, useRef, useState } from 'preact/hooks'
import { now, zone } from '../browser/clock.ts'
import { canShareFile, downloadFile, type Shared, shareFile } from '../browser/files.ts'
import type { Profile } from '../core/profile.ts'
import { isOf } from '../core/record.ts'
import { zonedAt } from '../core/time.ts'
import { sheetPage as words } from '../text/sheet-page.ts'
import { Field } from '../ui/field.tsx'
import { say } from '../ui/say.tsx'
import { useDiary } from './live.ts'
import type { Made } from './making.ts'
import { tried } from './saving.ts'

const pdf = 'application/pdf'
const count = new Intl.NumberFormat('en-GB')

const said: Record<Shared, string> = {
  shared: words.shared,
  closed: words.closed,
  tapAgain: words.tapAgain,
  cannot: words.cannot,
}

/** The file is there before the tap that shares it: a share gesture expires while a file is still being made. */
export function SheetReady({ made, profile }: { made: Made; profile: Profile }) {
  const diary = useDiary()
  const [outcome, setOutcome] = useState<string>()
  const [sentTo, setSentTo] = useState(profile.landlord?.name ?? '')
  const { bytes, name, pages } = made
  const heading = useRef<HTMLHeadingElement>(null)
  // It may have come while the person looked elsewhere on a long page.
  useEffect(() => heading.current?.focus(), [])
  const noteSent = async () => {
    const entry = await diary.getEntry(made.share)
    if (!isOf(entry, 'share')) return
    const sent = { to: sentTo.trim(), on: zonedAt(now(), zone()) }
    if (await tried(diary.amendShare(made.share, { ...entry.content, sent })))
      say(words.sentNoted(sentTo.trim()))
  }
  return (
    <section class="card arrive" aria-labelledby="ready">
      <h2 id="ready" ref={heading} tabIndex={-1}>
        {words.ready}
      </h2>
      <p>{words.file(name, words.page(pages, count.format(pages)))}</p>
      <div class="row">
        {canShareFile(pdf) && (
          <button
            type="button"
            class="button main"
            onClick={async () => setOutcome(said[await shareFile(bytes, name, pdf)])}
          >
            {words.share}
          </button>
        )}
        <button
          type="button"
          class={canShareFile(pdf) ? 'button' : 'button main'}
          onClick={() => {
            downloadFile(bytes, name, pdf)
            setOutcome(words.saved)
          }}
        >
          {words.save}
        </button>
      </div>
      <p role="status">{outcome}</p>
      <Field name="sentTo" label={words.sentTo} value={sentTo} onInput={setSentTo} />
      <div>
        <button type="button" class="button" disabled={!sentTo.trim()} onClick={() => void noteSent()}>
          {words.sentSave}
        </button>
      </div>
    </section>
  )
}
