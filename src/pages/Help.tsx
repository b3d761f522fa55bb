import { useContext, useState } from 'preact/hooks'
import { to } from '../browser/route.ts'
import { fold, hasWords } from '../core/search.ts'
import { inExample } from '../store/example/here.ts'
import { helpGroups, helpTopics, topicInWords, help as words } from '../text/help.ts'
import { emptySheet } from '../text/sheet-page.ts'
import { Call, Leaflet, TopicList } from '../ui/help.tsx'
import { LookAtExample } from './example/LookAtExample.tsx'
import { DiaryContext } from './live.ts'
import { MyReports } from './MyReports.tsx'
import '../styles/help.css'

const linkOf = (topic: string) => to(`help/${topic}`)

/** All of Help, or one page of it: `cannabis`. Stands without the diary too: locked, or not opened. */
export default function Help({ rest: id }: { rest: string }) {
  const diary = useContext(DiaryContext)
  if (!id) return <AllOfHelp open={diary !== undefined} />
  const topic = helpTopics.find(one => one.id === id)
  return (
    <div class="stack">
      <p class="no-print">
        <a class="more" href={to('help')}>
          {words.back}
        </a>
      </p>
      {topic ? (
        <Leaflet topic={topic} linkOf={linkOf}>
          {topic.id === 'case-review' && diary && <MyReports />}
          {topic.id === 'what-to-write' && (
            <a class="more" href={to('sheet/empty')}>
              {emptySheet.link}
            </a>
          )}
        </Leaflet>
      ) : (
        <h1>{words.missing}</h1>
      )}
      {topic && (
        <div class="no-print">
          <button type="button" class="button" onClick={() => print()}>
            {words.print}
          </button>
        </div>
      )}
    </div>
  )
}

function AllOfHelp({ open }: { open: boolean }) {
  const [looked, setLooked] = useState('')
  const found = topicsWith(looked)
  return (
    <div class="stack-wide">
      <header class="stack">
        <h1>{words.title}</h1>
        <p class="lead">{words.intro}</p>
        <Call phone="emergency" says={words.urgent} />
      </header>
      <div class="field">
        <label for="search-help">{words.search}</label>
        <input
          id="search-help"
          type="search"
          autocomplete="off"
          value={looked}
          onInput={event => setLooked(event.currentTarget.value)}
        />
        <p class="hint" role="status">
          {looked.trim() && words.found(String(found.length))}
        </p>
      </div>
      {looked.trim() ? (
        <TopicList topics={found} linkOf={linkOf} />
      ) : (
        helpGroups.map(({ title, topics }) => (
          <section key={title}>
            <h2>{title}</h2>
            <TopicList topics={topics} linkOf={linkOf} />
          </section>
        ))
      )}
      {/* In front of a locked diary only what everybody may see. */}
      {open && !inExample && !looked.trim() && <LookAtExample />}
    </div>
  )
}

function topicsWith(looked: string) {
  const fits = hasWords(looked)
  return helpTopics.filter(topic => fits(fold(topicInWords(topic))))
}
