/** What the codes of a record say, on screen and on the sheet. What was noticed, never what somebody is (README, "Words"). */
import type {
  actions,
  frequencies,
  impacts,
  Kind,
  loudnesses,
  Strength,
  unpleasantnesses,
  waysKnown,
} from '../core/incident.ts'

type Labels<List extends readonly string[]> = Record<List[number], string>

export const kindLabel: Record<Kind, string> = {
  cannabis: 'Smell like cannabis',
  otherSmell: 'Other smell',
  dealing: 'Looked like dealing',
  drugUse: 'Drug use seen',
  growing: 'Looked like growing',
  noise: 'Noise',
  shouting: 'Shouting or threats',
  people: 'People coming and going',
  damage: 'Rubbish or damage',
  other: 'Something else',
  worried: 'I am worried about somebody',
}

/** VDI 3882 part 1, its own words. */
export const strengthLabel: Record<Strength, string> = {
  0: 'Not perceptible',
  1: 'Very weak',
  2: 'Weak',
  3: 'Distinct',
  4: 'Strong',
  5: 'Very strong',
  6: 'Extremely strong',
}

export const loudnessLabel: Labels<typeof loudnesses> = {
  justHeard: 'Could just hear it',
  clear: 'Clear, with my windows shut',
  loud: 'Loud',
  veryLoud: 'Had to raise my voice',
  throughWalls: 'Felt it through walls or floor',
}

export const unpleasantLabel: Labels<typeof unpleasantnesses> = {
  notReally: 'Not unpleasant',
  slightly: 'A little unpleasant',
  unpleasant: 'Unpleasant',
  veryUnpleasant: 'Very unpleasant',
  unbearable: 'Unbearable',
}

export const frequencyLabel: Labels<typeof frequencies> = {
  first: 'This was the first time',
  nowAndThen: 'Now and then',
  weekly: 'About weekly',
  severalWeekly: 'Several times a week',
  daily: 'Every day',
  severalDaily: 'Several times a day',
  always: 'All the time',
}

export const impactLabel: Labels<typeof impacts> = {
  windows: 'Could not open windows',
  outdoors: 'Could not use balcony or garden',
  sleep: 'Woken or could not sleep',
  leftRoom: 'Had to leave the room',
  leftHome: 'Had to leave my home',
  child: 'A child was affected',
  breathing: 'Hard to breathe, or coughing',
  headache: 'Headache',
  sick: 'Felt sick',
  anxious: 'Anxious or afraid',
  work: 'Could not work or study',
  visitors: 'Could not have visitors',
  laundry: 'Smell in clothes or washing',
  hallway: 'Did not want to use the hallway or stairs',
}

export const actionLabel: Labels<typeof actions> = {
  closedWindows: 'Closed windows',
  openedWindows: 'Opened windows',
  leftRoom: 'Left the room',
  wentOut: 'Went out',
  blockedGaps: 'Blocked gaps or vents',
  keptChildAway: 'Moved a child to another room',
  fan: 'Used a fan or air cleaner',
  nothing: 'Nothing I could do',
}

export const wayKnownLabel: Labels<typeof waysKnown> = {
  saw: 'Saw it',
  heard: 'Heard it',
  door: 'Strongest at my door',
  window: 'Strongest at my window',
  wall: 'Strongest at a wall, floor or vent',
  told: 'Was told by somebody',
  notSure: 'Not sure',
}
