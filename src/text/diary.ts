/** Home. */
export const diary = {
  title: 'Diary',
  log: 'Log an incident',
  ongoing: 'Still going on',
  stopped: 'It has stopped',
  stoppedAt: (time: string) => `Marked as stopped at ${time}.`,
  number: (number: string) => `No. ${number}`,
  withdrawn: 'Taken back',
  unsaved: (when: string) => `Words that are not saved yet: ${when}. Go on writing`,
  find: 'Search',
  all: (count: string) => `${count} in all`,
  open: 'Open',
  printedPart: 'This is a part of the list. Scroll to its end before you print, or make a sheet.',
} as const
