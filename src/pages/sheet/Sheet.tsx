import { useState } from 'preact/hooks'
import { now, zone } from '../../browser/clock.ts'
import { go, to } from '../../browser/route.ts'
import { numbersOf } from '../../core/report.ts'
import { shared } from '../../core/shared.ts'
import type { Choices } from '../../core/sheet/choices.ts'
import { usualChoices } from '../../core/sheet/choosing.ts'
import type { TextsUnder } from '../../core/sheet/masks.ts'
import { sourcesIn } from '../../core/sheet/select.ts'
import { wallAt, zonedAt } from '../../core/time.ts'
import { inExample } from '../../store/example/here.ts'
import { whenSaid } from '../../text/days.ts'
import { emptySheet, sheetPage as words } from '../../text/sheet-page.ts'
import { lazy } from '../../ui/lazy.tsx'
import { SheetChoices } from '../../ui/sheet-choices.tsx'
import { useShared } from '../../ui/use-shared.ts'
import { useDiary, useLive } from '../live.ts'
import { EmptySheet } from './EmptySheet.tsx'
import { MakingNote } from './MakingNote.tsx'
import { everything, make, making } from './making.ts'
import { SharePage } from './SharePage.tsx'
import { SheetReady } from './SheetReady.tsx'

/** Comes when somebody wants to look. */
const SheetPreview = lazy(() => import('./SheetPreview.tsx'))
const EmailDraft = lazy(() => import('./EmailDraft.tsx'))

/** Make the sheet, look at it, hand it over, note where it went. `sheet/<id>` is one that was made, `sheet/empty` one to print. */
export default function Sheet({ rest: id }: { rest: string }) {
  if (id === 'empty') return <EmptySheet />
  return id ? <SharePage id={id} /> : <MakeSheet />
}

/** Kept while the app is open: whoever goes to mend an entry comes back to the same words masked. */
const chosen = shared<{ choices: Choices; putOn: TextsUnder }>({
  choices: usualChoices('landlord'),
  putOn: new Map(),
})

function MakeSheet() {
  const diary = useDiary()
  const { choices, putOn } = useShared(chosen)
  const [more, setMore] = useState(false)
  const [preview, setPreview] = useState(false)
  const state = useShared(making)
  const found = useLive(async open => {
    const [profile, reports, shares] = await Promise.all([
      open.profile(),
      open.listReports({ limit: 1000 }),
      open.listShares({ limit: 50 }),
    ])
    return { profile, reports: reports.entries, shares: shares.entries }
  }, [])
  // Read only where somebody may want to choose among them: it means opening every entry.
  const sources = useLive(
    async open => (more ? sourcesIn((await everything(open, 'incident')).entries) : []),
    [more],
  )
  if (!found) return null
  const { profile, reports, shares } = found
  const made = state.is === 'ready' ? state.made : undefined
  // A file that still shows what was left out since must not be the one that is handed over.
  const asChosen = JSON.stringify(made?.choices) === JSON.stringify(choices)
  const referenced = reports.some(({ content }) => content.to === 'police' && numbersOf(content).length > 0)
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void make(diary, choices, putOn)
      }}
    >
      <div class="stack">
        <h1>{words.title}</h1>
        <p class="quiet">{words.intro}</p>
      </div>
      <SheetChoices
        choices={choices}
        sources={sources ?? []}
        today={wallAt(now(), zone()).date}
        record={!inExample}
        onChange={anew => chosen.set({ choices: anew, putOn })}
        onMore={() => setMore(true)}
      />
      {!profile.name && (
        <div class="note stack">
          <p>{words.noName}</p>
          <div>
            <a class="button" href={to('settings/me')}>
              {words.fillIn}
            </a>
          </div>
        </div>
      )}
      {!referenced && (
        <div class="note warn stack">
          <p>{words.noReference}</p>
          <div>
            <button type="button" class="button" onClick={() => go('tell')}>
              {words.noReferenceAdd}
            </button>
          </div>
        </div>
      )}
      <div class="stack">
        <p class="quiet">{words.mayBeSeen}</p>
        <p class="quiet">{words.notLocked}</p>
      </div>
      <MakingNote state={state} />
      {made && !asChosen && <p class="note warn">{words.chosenAnew}</p>}
      {made && asChosen && (
        <>
          {made.request.choices !== made.choices && <p class="note warn">{words.maskedAnew}</p>}
          <SheetReady key={made.share} made={made} profile={profile} />
          {made.request.choices.for === 'landlord' && (
            <EmailDraft key={`email-${made.share}`} request={made.request} fileName={made.name} />
          )}
        </>
      )}
      <div class="stack">
        <div>
          <button type="button" class="button" aria-expanded={preview} onClick={() => setPreview(!preview)}>
            {preview ? words.previewHide : words.preview}
          </button>
        </div>
        {preview && (
          <SheetPreview
            choices={choices}
            putOn={putOn}
            onMask={(masks, under) => chosen.set({ choices: { ...choices, masks }, putOn: under })}
          />
        )}
      </div>
      <div class="dock">
        <button
          type="submit"
          class={made && asChosen ? 'button big' : 'button main big'}
          disabled={state.is === 'making'}
        >
          {words.make}
        </button>
      </div>
      <ul class="plain-list">
        <li>
          <a class="entry" href={to('sheet/empty')}>
            <span class="entry-what">{emptySheet.link}</span>
            <span class="entry-more">{emptySheet.linkWhy}</span>
          </a>
        </li>
      </ul>
      <section class="stack" aria-labelledby="earlier">
        <h2 id="earlier">{words.earlier}</h2>
        {shares.length === 0 && <p class="quiet">{words.earlierNone}</p>}
        {shares.length > 0 && (
          <ul class="plain-list">
            {shares.map(({ id, content: { made, file, sent } }) => (
              <li key={id}>
                <a class="entry" href={to(`sheet/${id}`)}>
                  <span class="entry-what">
                    {words.made(whenSaid(zonedAt(Date.parse(made), zone()), now(), zone()))}
                  </span>
                  <span class="entry-more">{file}</span>
                  <span class="entry-more">
                    {sent ? words.sentOn(sent.to, whenSaid(sent.on, now(), zone())) : words.notSent}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
    </form>
  )
}
