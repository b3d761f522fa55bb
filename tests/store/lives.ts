/** Lives that diaries may have, for properties: what is written, amended, withdrawn and removed, in any order. */
import fc from 'fast-check'
import { type Incident, impacts, kinds } from '../../src/core/incident.ts'
import { whenWallShows } from '../../src/core/time.ts'
import type { Diary } from '../../src/store/diary.ts'

export const anyWords = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
const inOrder = <T extends string>(list: readonly T[], options: object) => fc.subarray([...list], options)

export const anyIncident: fc.Arbitrary<Incident> = fc.record(
  {
    kinds: inOrder(kinds, { minLength: 1 }),
    happened: fc
      .tuple(fc.integer({ min: 0, max: 27 }), fc.integer({ min: 0, max: 23 }))
      .map(([day, hour]) => {
        const two = (n: number) => String(n).padStart(2, '0')
        const [first] = whenWallShows(
          { date: `2026-10-${two(day + 1)}`, time: `${two(hour)}:30` },
          'Europe/London',
        )
        if (!first) throw new Error('October skips no hour')
        return first
      }),
    span: fc.constantFrom({ is: 'ongoing' as const }, { is: 'about' as const, minutes: 30 as const }),
    strength: fc.constantFrom(0, 1, 2, 3, 4, 5, 6),
    impacts: inOrder(impacts, {}),
    whatHappened: anyWords,
    peopleThere: fc.constantFrom('A name', 'Another name', 'A name, I think'),
    place: anyWords,
    source: fc.oneof(
      fc.constant({ is: 'notSure' as const }),
      anyWords.map(text => ({ is: 'thought' as const, words: text })),
    ),
  },
  { requiredKeys: ['kinds', 'happened'] },
)

export type Deed =
  | { do: 'save'; content: Incident }
  | { do: 'report'; person: string }
  | { do: 'amend'; which: number; content: Incident }
  | { do: 'withdraw'; which: number; why: string }
  | { do: 'putBack'; which: number }
  | { do: 'remove'; which: number; why: string }

const which = fc.nat(9)
export const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('save' as const), content: anyIncident }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('report' as const), person: anyWords }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('amend' as const), which, content: anyIncident }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw' as const), which, why: anyWords }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('putBack' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), which, why: anyWords }) },
)

/** Does a deed; one that the diary refuses (amending what is withdrawn, removing what is not there) leaves no trace. */
export async function act(diary: Diary, deed: Deed): Promise<void> {
  if (deed.do === 'save') return void (await diary.saveIncident(deed.content))
  if (deed.do === 'report') {
    const [told] = whenWallShows({ date: '2026-11-02', time: '10:00' }, 'Europe/London')
    if (told) await diary.saveReport({ to: 'police', told, person: deed.person })
    return
  }
  const { entries } = await diary.listIncidents({ limit: 100, includeWithdrawn: true })
  const entry = entries[deed.which % entries.length]
  if (!entry) return
  const done =
    deed.do === 'amend'
      ? diary.amendIncident(entry.id, deed.content)
      : deed.do === 'withdraw'
        ? diary.withdraw(entry.id, deed.why)
        : deed.do === 'putBack'
          ? diary.restore(entry.id)
          : diary.removeWords(entry.id, { fields: ['peopleThere'], why: deed.why })
  await done.catch(error => {
    if (!(error instanceof Error) || error.name !== 'Refused') throw error
  })
}
