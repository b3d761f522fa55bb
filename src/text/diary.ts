/** Home. */
export const diary = {
  title: 'Diary',
  log: 'Log an incident',
  emptyTitle: 'Nothing written yet',
  empty: 'When you smell, see or hear something, log it here. It takes two taps. You can add the rest later.',
  onlyHere: 'What you write stays on this phone. Nobody else can see it unless you share it.',
  ongoing: 'Still going on',
  stopped: 'It has stopped',
  stoppedAt: (time: string) => `Marked as stopped at ${time}.`,
  number: (number: string) => `No. ${number}`,
  withdrawn: 'Taken back',
  unsaved: (when: string) => `Words that are not saved yet: ${when}. Go on writing`,
  older: 'Show older entries',
  all: (count: string) => `${count} in all`,
  open: 'Open',
} as const
