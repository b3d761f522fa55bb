import { useEffect, useRef, useState } from 'preact/hooks'
import { now, zone } from '../../browser/clock.ts'
import type { Profile } from '../../core/profile.ts'
import { isOf } from '../../core/record.ts'
import { zonedAt } from '../../core/time.ts'
import { counted } from '../../text/numbers.ts'
import { sheetPage as words } from '../../text/sheet-page.ts'
import { Field } from '../../ui/field.tsx'
import { say } from '../../ui/say.tsx'
import { HandOver } from '../HandOver.tsx'
import { useDiary } from '../live.ts'
import { tried } from '../saving.ts'
import type { Made } from './making.ts'

/** A file that was made: to be handed over, and noted where it went. */
export function SheetReady({ made, profile }: { made: Made; profile: Profile }) {
  const diary = useDiary()
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
      <p>{words.page(pages, counted(pages))}</p>
      <HandOver bytes={bytes} name={name} type="application/pdf" what={words.file} says={words} />
      <Field name="sentTo" label={words.sentTo} value={sentTo} onInput={setSentTo} />
      <div>
        <button type="button" class="button" disabled={!sentTo.trim()} onClick={() => void noteSent()}>
          {words.sentSave}
        </button>
      </div>
    </section>
  )
}
