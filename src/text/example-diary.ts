/**
 * What the made-up resident of the example diary noticed in three months. Nobody's home and nobody's words; it says
 * what a nose and an ear notice and accuses nobody.
 */
import type { ExampleIncident, ExampleLater, ExampleTime } from '../core/example.ts'
import type { Incident, Span, Strength } from '../core/incident.ts'
import { effects, happenings, places } from './example.ts'

const [stairs, bedroom, kitchen, hallway, balcony, bathroom, door] = places
const [chest, awake, children, headache, daughter, shut, curtains, sister, sat, sick, desk, afraid] = effects
const [
  underDoor,
  vent,
  fromStreet,
  window,
  afterBed,
  washing,
  faint,
  pipes,
  voices,
  everywhere,
  visitor,
  cooking,
  people,
  music,
  waves,
  lift,
  morning,
  weaker,
] = happenings

type More = Partial<Omit<Incident, 'happened'>>

/** How long it lasted, in minutes, or when the clock showed its end. */
type Lasted = Extract<Span, { is: 'about' }>['minutes'] | `${number}:${number}` | undefined

function noticed(
  at: ExampleTime,
  lasted: Lasted,
  place: string,
  whatHappened: string | undefined,
  more: More,
  later?: ExampleLater<Incident>,
): ExampleIncident {
  const content = {
    kinds: ['cannabis' as const],
    ...(typeof lasted === 'number' ? { span: { is: 'about' as const, minutes: lasted } } : {}),
    place,
    ...(whatHappened ? { whatHappened } : {}),
    ...more,
  }
  return {
    at,
    content,
    ...(typeof lasted === 'string' ? { until: lasted } : {}),
    ...(later ? { later } : {}),
  }
}

const often = (strength: Strength, more: More): More => ({ strength, frequency: 'severalWeekly', ...more })

export const exampleIncidents: ExampleIncident[] = [
  noticed([12, 'Fri', '22:15'], '23:20', stairs, underDoor, {
    strength: 4,
    frequency: 'first',
    impacts: ['hallway'],
    actions: ['blockedGaps'],
    source: { is: 'notSure' },
  }),
  noticed([12, 'Sun', '00:40'], 30, bedroom, window, { strength: 3, impacts: ['windows', 'sleep'] }),
  noticed([11, 'Thu', '21:05'], 120, kitchen, vent, { strength: 3, actions: ['openedWindows', 'fan'] }),
  noticed(
    [11, 'Fri', '23:20'],
    '00:50',
    bedroom,
    afterBed,
    often(5, {
      unpleasant: 'veryUnpleasant',
      impacts: ['windows', 'sleep', 'breathing'],
      impactWords: chest,
      actions: ['closedWindows'],
    }),
  ),
  noticed([11, 'Sat', '22:30'], 5, hallway, faint, { strength: 2 }),
  noticed([10, 'Fri', '21:50'], '00:30', bedroom, music, {
    kinds: ['cannabis', 'noise'],
    strength: 4,
    loudness: 'loud',
    impacts: ['sleep', 'work'],
    impactWords: awake,
  }),
  noticed([10, 'Sun', '16:30'], 30, balcony, washing, {
    strength: 3,
    impacts: ['outdoors', 'child', 'laundry'],
    impactWords: children,
  }),
  noticed([9, 'Wed', '19:10'], 30, kitchen, cooking, { strength: 3, actions: ['openedWindows'] }),
  noticed(
    [9, 'Fri', '22:45'],
    '00:10',
    bedroom,
    waves,
    often(4, { impacts: ['windows', 'sleep'], impactWords: shut, actions: ['closedWindows'] }),
  ),
  noticed([9, 'Sat', '23:55'], 15, stairs, voices, {
    kinds: ['cannabis', 'people'],
    strength: 4,
    impacts: ['sleep', 'anxious'],
    impactWords: afraid,
    peopleThere: 'I did not see anybody.',
  }),
  // Then a week without an entry.
  noticed([7, 'Mon', '18:20'], undefined, stairs, fromStreet, { strength: 3, howKnown: ['notSure'] }),
  noticed(
    [7, 'Fri', '23:10'],
    '00:25',
    bedroom,
    everywhere,
    often(5, { impacts: ['sleep', 'child'] }),
    // The details came the next morning.
    { hours: 9, content: { impactWords: daughter, actions: ['closedWindows', 'keptChildAway'] } },
  ),
  noticed([7, 'Sat', '21:40'], 60, hallway, visitor, {
    strength: 3,
    impacts: ['visitors'],
    impactWords: sister,
    whoElseNoticed: 'A friend who came to see me.',
  }),
  noticed([7, 'Sun', '22:15'], 60, bathroom, pipes, { strength: 4, howKnown: ['wall'] }),
  noticed([6, 'Thu', '22:05'], 15, stairs, lift, { strength: 3 }),
  noticed([6, 'Sat', '22:50'], '00:05', bedroom, afterBed, {
    strength: 5,
    impacts: ['sleep', 'headache'],
    impactWords: headache,
  }),
  noticed(
    [6, 'Sat', '22:55'],
    undefined,
    bedroom,
    undefined,
    { strength: 5 },
    { hours: 11, withdrawn: 'I wrote it down twice.' },
  ),
  noticed([5, 'Fri', '20:30'], 60, door, people, { kinds: ['people'], impacts: ['anxious', 'hallway'] }),
  noticed(
    [5, 'Fri', '23:40'],
    '01:10',
    bedroom,
    everywhere,
    often(6, { impacts: ['windows', 'sleep', 'leftRoom'], impactWords: sat, actions: ['leftRoom'] }),
    // Put right the next morning.
    { hours: 10, content: { strength: 5 } },
  ),
  noticed([5, 'Sun', '17:45'], 15, kitchen, cooking, {
    kinds: ['otherSmell'],
    strength: 3,
  }),
  noticed([4, 'Sat', '22:10'], 30, stairs, weaker, { strength: 2 }),
  noticed([3, 'Tue', '21:30'], 60, hallway, underDoor, { strength: 3, actions: ['blockedGaps'] }),
  // What two taps leave: the rest was never added.
  noticed([3, 'Fri', '22:25'], undefined, stairs, undefined, {}),
  noticed(
    [3, 'Sun', '00:50'],
    60,
    bedroom,
    waves,
    often(4, { impacts: ['sleep', 'sick'], impactWords: sick }),
  ),
  noticed(
    [2, 'Wed', '23:00'],
    '01:15',
    bedroom,
    'Music with heavy bass. It stopped once, then began again.',
    { kinds: ['noise'], loudness: 'clear', impacts: ['sleep', 'work'], impactWords: awake },
  ),
  noticed(
    [2, 'Fri', '21:45'],
    '23:30',
    hallway,
    underDoor,
    often(5, {
      impacts: ['windows', 'sleep', 'breathing'],
      impactWords: chest,
      actions: ['blockedGaps', 'fan'],
    }),
  ),
  noticed([2, 'Sat', '23:30'], 120, bedroom, window, {
    strength: 4,
    impacts: ['sleep'],
    actions: ['closedWindows'],
  }),
  noticed([2, 'Sun', '09:20'], undefined, door, 'Rubbish bags and broken glass by the main door.', {
    kinds: ['damage'],
  }),
  noticed([1, 'Thu', '22:40'], 30, stairs, fromStreet, { strength: 3 }),
  noticed(
    [1, 'Fri', '22:55'],
    '00:40',
    stairs,
    people,
    often(5, {
      kinds: ['cannabis', 'people'],
      impacts: ['windows', 'sleep', 'hallway'],
      impactWords: afraid,
    }),
  ),
  noticed([1, 'Sat', '23:15'], '00:30', bedroom, everywhere, {
    strength: 4,
    impacts: ['sleep', 'child'],
    impactWords: daughter,
    actions: ['closedWindows', 'keptChildAway'],
  }),
  noticed([1, 'Sun', '10:05'], 15, bedroom, morning, {
    strength: 2,
    impacts: ['laundry'],
    impactWords: curtains,
  }),
  noticed([0, 'Mon', '21:50'], 60, kitchen, vent, { strength: 3 }),
  noticed([0, 'Wed', '19:30'], 30, stairs, lift, { strength: 3, impacts: ['work'], impactWords: desk }),
  noticed(
    [0, 'Fri', '22:35'],
    '23:50',
    bedroom,
    afterBed,
    often(4, { impacts: ['windows', 'sleep'], impactWords: shut }),
  ),
  noticed([0, 'Sat', '22:20'], 30, hallway, underDoor, { strength: 3 }),
]
