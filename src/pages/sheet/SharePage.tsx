import { useState } from 'preact/hooks'
import { now, zone } from '../../browser/clock.ts'
import { zonedAt } from '../../core/time.ts'
import { exactly } from '../../text/days.ts'
import { counted } from '../../text/numbers.ts'
import { sheetPage as words } from '../../text/sheet-page.ts'
import { Facts } from '../../ui/facts.tsx'
import { Words } from '../../ui/field.tsx'
import { useShared } from '../../ui/use-shared.ts'
import { useDiary, useEntry } from '../live.ts'
import { tried } from '../saving.ts'
import { MakingNote } from './MakingNote.tsx'
import { makeAgain, making } from './making.ts'
import { SheetReady } from './SheetReady.tsx'

/** One document that was made: where it went, what came back, and the same file again. */
export function SharePage({ id }: { id: string }) {
  const diary = useDiary()
  const found = useEntry('share', id)
  const state = useShared(making)
  const [reply, setReply] = useState('')
  if (!found) return null
  if (!found.entry) return <h1>{words.missing}</h1>
  const { entry } = found
  const { content: share } = entry
  const facts = [
    { label: words.forWhom, words: share.choices.for === 'landlord' ? words.landlord : words.record },
    {
      label: words.fileLabel,
      words: words.fileSaid(share.file, words.page(share.pages, counted(share.pages))),
    },
    { label: words.codeLabel, words: share.code },
    ...(share.sent
      ? [{ label: words.sentLabel, words: words.sentOn(share.sent.to, exactly(share.sent.on)) }]
      : []),
    ...(share.reply
      ? [{ label: words.replyLabel, words: `${exactly(share.reply.came)}\n${share.reply.words}` }]
      : []),
  ]
  const noteReply = async () => {
    const noted = { came: zonedAt(now(), zone()), words: reply.trim() }
    if (await tried(diary.amendShare(id, { ...share, reply: noted }))) setReply('')
  }
  const ready = state.is === 'ready' && state.made.share === id ? state.made : undefined
  return (
    <div class="stack-wide">
      <h1>{words.made(exactly(zonedAt(Date.parse(share.made), share.zone)))}</h1>
      <Facts facts={facts} />
      <div>
        <button
          type="button"
          class="button main"
          disabled={state.is === 'making'}
          onClick={() => void makeAgain(diary, entry)}
        >
          {words.again}
        </button>
      </div>
      <MakingNote state={state} />
      {ready && (
        <>
          {ready.differs.length === 0 ? (
            <p class="note">{words.againSame}</p>
          ) : (
            <p class="note warn">
              {[words.againDiffers, ...ready.differs.map(why => words.whyDifferent[why])].join(' ')}
            </p>
          )}
          <SheetReady made={ready} profile={share.profile} />
        </>
      )}
      <div class="stack">
        <Words name="reply" label={words.reply} question value={reply} onInput={setReply} />
        <div>
          <button type="button" class="button" disabled={!reply.trim()} onClick={() => void noteReply()}>
            {words.replySave}
          </button>
        </div>
      </div>
    </div>
  )
}
