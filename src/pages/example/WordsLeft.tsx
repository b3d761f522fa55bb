import { useState } from 'preact/hooks'
import { now, zone } from '../../browser/clock.ts'
import { go } from '../../browser/route.ts'
import { zonedAt } from '../../core/time.ts'
import { dropWords, emptyExample, type Left, wordsLeft } from '../../store/example/left.ts'
import { whenSaid } from '../../text/days.ts'
import { inExample as words } from '../../text/in-example.ts'
import { say } from '../../ui/say.tsx'
import { taken } from './leaving.ts'

/** On home: words that somebody typed in the example and did not save. They decide; nothing of it is thrown away unasked. */
export default function WordsLeft() {
  const [left, setLeft] = useState(wordsLeft)
  const look = () => setLeft(wordsLeft())
  const take = (one: Left) => {
    if (!taken(one)) return say(words.busy)
    void emptyExample()
    go(one.form)
  }
  const drop = (one: Left) => {
    const bringBack = dropWords(one)
    look()
    say(words.dropped, {
      label: words.dropUndo,
      run: () => {
        bringBack()
        look()
      },
    })
  }
  return (
    <>
      {left.map(one => (
        <section key={one.name} class="note stack" aria-label={words.left}>
          <p>{words.leftWords(whenSaid(zonedAt(Date.parse(one.kept), zone()), now(), zone()))}</p>
          {saidIn(one).map(text => (
            <blockquote key={text}>{text}</blockquote>
          ))}
          <div class="row">
            <button type="button" class="button" onClick={() => take(one)}>
              {words.take}
            </button>
            <button type="button" class="button plain" onClick={() => drop(one)}>
              {words.drop}
            </button>
          </div>
        </section>
      ))}
    </>
  )
}

/** What a person knows their words by. */
const saidIn = ({ value: { form } }: Left): string[] =>
  [form.whatHappened, form.impactWords, form.said, form.place].filter(
    (text): text is string => typeof text === 'string' && text !== '',
  )
