/** The sheet as it will read, drawn from the same model as the file. Sizes and page breaks are the file's affair. */
import type { ComponentChildren } from 'preact'
import type { Block, Fact, Figure, Heading, Many, Row, Sheet, Table, Words } from '../core/sheet/model.ts'
import { paper as say } from '../text/paper.ts'
import { type Masking, PaperWords } from './paper-words.tsx'
import { Picture } from './picture.tsx'

interface Props {
  sheet: Sheet
  /** Where given, each word that a person wrote can be tapped to mask it and tapped again to show it. */
  masking?: Masking
  /** How many entries, and rows of a table, are drawn at most. */
  most: number
}

/** How long the longest list of a document is: where more than `most`, offer to show more. */
export const lengthOf = (sheet: Sheet): number =>
  Math.max(
    ...sheet.rest.map(block =>
      block.is === 'table' ? block.rows.length : block.is === 'series' ? block.blocks.length : 1,
    ),
  )

export function Paper({ sheet, masking, most }: Props) {
  const draw = (block: Block, key: number) => <Piece key={key} block={block} masking={masking} most={most} />
  return (
    <article class="paper" lang={sheet.lang} aria-label={say.preview(sheet.title)}>
      <section class="paper-first">{sheet.first.map(draw)}</section>
      {sheet.rest.map(draw)}
    </article>
  )
}

const firstOf = <T,>(many: Many<T>, most: number): T[] =>
  Array.from({ length: Math.min(most, many.length) }, (_, i) => many.at(i)).filter(one => one !== undefined)

function Piece({ block, masking, most }: { block: Block; masking: Masking | undefined; most: number }) {
  const inner = (blocks: readonly Block[]) =>
    // A document is drawn anew as a whole, so places in it are keys enough.
    blocks.map((one, key) => <Piece key={key} block={one} masking={masking} most={most} />)
  const words = (text: Words) => <PaperWords words={text} masking={masking} />
  switch (block.is) {
    case 'heading':
      return <PaperHeading heading={block}>{words(block.words)}</PaperHeading>
    case 'paragraph':
      return <p class={block.look && `paper-${block.look}`}>{words(block.words)}</p>
    case 'facts':
      return <PaperFacts rows={block.rows} words={words} />
    case 'table':
      return <PaperTable table={block} words={words} most={most} />
    case 'list':
      return (
        <ul>
          {block.items.map((item, key) => (
            <li key={key}>{words(item)}</li>
          ))}
        </ul>
      )
    case 'sides':
      return (
        <div class="paper-sides">
          {block.sides.map((side, key) => (
            <div key={key}>{inner(side)}</div>
          ))}
        </div>
      )
    case 'rooms':
      return (
        <div class="paper-rooms">
          {block.rooms.map(({ label, share }) => (
            <p key={label} style={{ flexGrow: share }}>
              {label}
            </p>
          ))}
        </div>
      )
    case 'figure':
      return <PaperFigure figure={block} />
    case 'together':
      return <section class="paper-entry">{inner(block.blocks)}</section>
    case 'series':
      return <>{inner(firstOf(block.blocks, most))}</>
    case 'newPage':
      return <hr />
    case 'whereCut':
      // Paper may be short; a screen is not.
      return null
  }
}

/** One level below the page's own heading. */
function PaperHeading({ heading, children }: { heading: Heading; children: ComponentChildren }) {
  const Level = ({ 1: 'h2', 2: 'h3', 3: 'h4' } as const)[heading.level]
  return <Level>{children}</Level>
}

function PaperFacts({ rows, words }: { rows: readonly Fact[]; words(text: Words): ComponentChildren }) {
  return (
    <dl>
      {rows.map((fact, key) => (
        <div key={key}>
          <dt>{fact.label}</dt>
          <dd>{words(fact.words)}</dd>
        </div>
      ))}
    </dl>
  )
}

function PaperTable({
  table,
  words,
  most,
}: {
  table: Table
  words(text: Words): ComponentChildren
  most: number
}) {
  const rowOf = ({ cells }: Row, key: number) => (
    <tr key={key}>
      {cells.map((cell, place) =>
        place === 0 ? (
          <th key={place} scope="row">
            {words(cell)}
          </th>
        ) : (
          <td key={place} data-head={table.columns[place]?.head}>
            {words(cell)}
          </td>
        ),
      )}
    </tr>
  )
  return (
    <table>
      <caption class="unseen">{table.summary}</caption>
      <thead>
        <tr>
          {table.columns.map(({ head }) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{firstOf(table.rows, most).map(rowOf)}</tbody>
    </table>
  )
}

function PaperFigure({ figure }: { figure: Figure }) {
  return (
    <figure>
      <figcaption>{figure.title}</figcaption>
      <Picture of={figure.picture} says={figure.alt} />
    </figure>
  )
}
