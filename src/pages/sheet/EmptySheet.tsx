import { useEffect, useRef, useState } from 'preact/hooks'
import { now } from '../../browser/clock.ts'
import { to } from '../../browser/route.ts'
import { startWorker } from '../../browser/trusted.ts'
import { type EmptyPages, emptyPages } from '../../core/sheet/request.ts'
import { instantAt } from '../../core/time.ts'
import { sheetPage, emptySheet as words } from '../../text/sheet-page.ts'
import { OneOf } from '../../ui/choices.tsx'
import { HandOver } from '../HandOver.tsx'

type Made = { bytes: Uint8Array<ArrayBuffer>; name: string }

/** A sheet to print for somebody who writes by hand. Nothing of the diary goes into it, so no share is recorded. */
export function EmptySheet() {
  const [pages, setPages] = useState<EmptyPages>(2)
  const [made, setMade] = useState<Made | 'making' | 'failed'>()
  const make = async () => {
    setMade('making')
    try {
      const { makeSheet } = await import('../../sheet/make.ts')
      setMade(await makeSheet({ emptyPages: pages, madeAt: instantAt(now()) }, { startWorker }))
    } catch (error) {
      setMade('failed')
      reportError(error)
    }
  }
  return (
    <form
      class="stack-wide"
      onSubmit={event => {
        event.preventDefault()
        void make()
      }}
    >
      <div class="stack">
        <p>
          <a class="more" href={to('sheet')}>
            {words.back}
          </a>
        </p>
        <h1>{words.title}</h1>
        <p class="lead">{words.intro}</p>
        <p>{words.nothingIn}</p>
      </div>
      <OneOf
        name="pages"
        legend={words.pages}
        hint={words.pagesHint}
        codes={['1', '2', '3', '4']}
        labels={{ 1: '1', 2: '2', 3: '3', 4: '4' }}
        chosen={`${pages}`}
        onChoose={chosen => {
          setPages(emptyPages.find(one => String(one) === chosen) ?? 1)
          setMade(undefined)
        }}
      />
      <div>
        <button type="submit" class="button main big" disabled={made === 'making'}>
          {words.make}
        </button>
      </div>
      <div role="status">{made === 'failed' && <p class="note bad">{words.failed}</p>}</div>
      {typeof made === 'object' && <Ready made={made} />}
    </form>
  )
}

function Ready({ made }: { made: Made }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="card arrive" aria-labelledby="ready">
      <h2 id="ready" ref={heading} tabIndex={-1}>
        {words.ready}
      </h2>
      <p>{words.print}</p>
      <HandOver
        bytes={made.bytes}
        name={made.name}
        type="application/pdf"
        what={sheetPage.file}
        says={words}
      />
    </section>
  )
}
