/** Words of a document; those that a person wrote can be masked one by one. */
import { Fragment } from 'preact'
import type { Piece, Words, Written } from '../core/sheet/model.ts'
import { wordsAndSpaces } from '../core/sheet/written.ts'
import { paper as say } from '../text/paper.ts'

export interface Masking {
  /** What stands for a masked word. */
  masked: string
  /** Masks the n-th word of a field, or shows it again. */
  toggle(place: Written & { word: number }): void
}

export function PaperWords({ words, masking }: { words: Words; masking: Masking | undefined }) {
  return (
    <>
      {words.map((piece, key) => (
        <Fragment key={key}>
          <PieceOf piece={piece} masking={masking} />
        </Fragment>
      ))}
    </>
  )
}

function PieceOf({ piece, masking }: { piece: Piece; masking: Masking | undefined }) {
  const { text, strong, quiet, written } = piece
  const shown =
    written && masking ? <Maskable text={text} written={written} masking={masking} /> : lines(text)
  if (strong) return <strong>{shown}</strong>
  return quiet ? <span class="quiet">{shown}</span> : shown
}

/** Line breaks as they were typed. */
const lines = (text: string) => <span class="paper-text">{text}</span>

/** Hebrew, Arabic and all others that run from right to left lie here. */
const fromRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

function Maskable({ text, written, masking }: { text: string; written: Written; masking: Masking }) {
  let word = 0
  return (
    <span class={fromRight.test(text) ? 'paper-text turned' : 'paper-text'}>
      {wordsAndSpaces(text).map((part, key) => {
        if (part === '' || /^\s/.test(part)) return part
        const place = { ...written, word: word++ }
        const hidden = part === masking.masked
        return (
          <Word key={key} hidden={hidden} onPress={() => masking.toggle(place)}>
            {part}
          </Word>
        )
      })}
    </span>
  )
}

function Word({ hidden, onPress, children }: { hidden: boolean; onPress: () => void; children: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a real one stands apart in its line, and words that run from right to left would change places
    <span
      role="button"
      tabIndex={0}
      class="word"
      aria-pressed={hidden}
      title={hidden ? say.show : say.mask}
      onClick={onPress}
      onKeyDown={event => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onPress()
      }}
    >
      {children}
    </span>
  )
}
