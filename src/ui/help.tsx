/** The parts of Help: a list of pages, and one page as a leaflet. */
import type { ComponentChildren } from 'preact'
import { plainDate } from '../text/days.ts'
import { lastChecked, help as words } from '../text/help.ts'
import type { Block, Topic } from '../text/help-topic.ts'
import { dial, type PhoneId, phones } from '../text/phones.ts'

interface Linked {
  /** The address of a page of Help. */
  linkOf: (topic: string) => string
}

export function TopicList({ topics, linkOf }: Linked & { topics: readonly Topic[] }) {
  return (
    <ul class="plain-list">
      {topics.map(({ id, title, intro }) => (
        <li key={id}>
          <a class="entry" href={linkOf(id)}>
            <span class="entry-what">{title}</span>
            <span class="entry-more">{intro}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** One page. `children` stand before the sources: what only this diary can say. */
export function Leaflet({
  topic,
  linkOf,
  children,
}: Linked & { topic: Topic; children?: ComponentChildren }) {
  return (
    <article class="leaflet">
      <h1>{topic.title}</h1>
      <p class="lead">{topic.intro}</p>
      {topic.sections.map(({ title, blocks }) => (
        <section key={title}>
          <h2>{title}</h2>
          {blocks.map((block, i) => (
            <Part key={i} block={block} linkOf={linkOf} />
          ))}
        </section>
      ))}
      {children}
      <footer class="sources">
        <h2>{words.sources}</h2>
        <ul>
          {topic.sources.map(({ name, address }) => (
            <li key={name}>
              {name} ({address})
            </li>
          ))}
        </ul>
        <p>
          {words.checked(plainDate(lastChecked))} {words.noLawyer}
        </p>
      </footer>
    </article>
  )
}

function Part({ block, linkOf }: Linked & { block: Block }) {
  switch (block.is) {
    case 'words':
      return <p>{block.words}</p>
    case 'note':
      return <p class="note">{block.words}</p>
    case 'list':
      return (
        <ul>
          {block.items.map(item => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'call':
      return <Call phone={block.phone} says={block.words} />
    case 'mail':
      return (
        <p>
          {block.words} <a href={`mailto:${block.address}`}>{block.address}</a>
        </p>
      )
    case 'more':
      return (
        <a class="more" href={linkOf(block.topic)}>
          {block.words}
        </a>
      )
  }
}

export function Call({ phone, says }: { phone: PhoneId; says: string }) {
  const { name, number } = phones[phone]
  return (
    <a class="call" href={dial(number)}>
      <span>
        {name}: <strong>{number}</strong>
      </span>
      <span class="quiet">{says}</span>
    </a>
  )
}
