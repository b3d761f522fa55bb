import type { Incident } from '../core/incident.ts'
import { type Entry, shownNumber } from '../core/record.ts'
import { fromTo } from '../text/days.ts'
import { diary as words } from '../text/diary.ts'
import { kindLabel, loudnessLabel, strengthLabel } from '../text/labels.ts'

/** What an incident was, in a few words: its kinds, the person's own word for "something else". */
export function kindsSaid({ kinds, otherKind }: Pick<Incident, 'kinds' | 'otherKind'>): string {
  return kinds.map(kind => (kind === 'other' && otherKind ? otherKind : kindLabel[kind])).join(', ')
}

/** One incident as a line of the diary: time, what, how strong and where, the first words. */
export function EntryLine({ entry, href }: { entry: Entry<'incident'>; href: string }) {
  const { content, withdrawn } = entry
  const { strength, loudness, place, whatHappened, impactWords } = content
  const details = [
    strength !== undefined && strengthLabel[strength],
    loudness && loudnessLabel[loudness],
    place,
  ].filter(Boolean)
  return (
    <a class={withdrawn ? 'entry withdrawn' : 'entry'} href={href}>
      <span class="entry-time">
        {fromTo(content.happened, content.span)}{' '}
        <span class="entry-number">{words.number(shownNumber(entry))}</span>
      </span>
      <span class="entry-what">{kindsSaid(content)}</span>
      {withdrawn && <span class="entry-more">{words.withdrawn}</span>}
      {details.length > 0 && <span class="entry-more">{details.join(' · ')}</span>}
      {(whatHappened || impactWords) && <span class="entry-words">{whatHappened || impactWords}</span>}
    </a>
  )
}
