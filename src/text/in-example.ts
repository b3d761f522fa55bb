/** The example diary: how to go in and out, and what is said where somebody may have forgotten where they are. */
export const inExample = {
  look: 'Look at an example',
  lookWords: 'Three months of a made-up diary. Nothing of it gets into your own.',
  missing: 'The example is not on this phone yet. Connect to the internet once, then try again.',
  name: 'Example',
  strip: 'Example. None of this is real.',
  leave: 'Leave the example',

  askTitle: 'This is only the example',
  askWords: 'Nothing that is saved here stays. Did this really happen?',
  real: 'Yes, put it in my own diary',
  trying: 'No, I am trying it out',
  goOn: 'Go on writing',
  notKept: 'This phone has no room to take your words along. Copy them, then leave the example.',

  notHere: 'Not part of the example',
  notHereWords: 'Settings and backups belong to your own diary. Leave the example to get there.',

  left: 'Words from the example',
  leftWords: (when: string) =>
    `You wrote this in the example and did not save it (${when}). It is not in your diary.`,
  take: 'Put it in my own form',
  drop: 'Throw it away',
  dropped: 'Thrown away.',
  dropUndo: 'Bring it back',
  busy: 'Your own form holds other words. Save those first. These wait here.',
} as const
