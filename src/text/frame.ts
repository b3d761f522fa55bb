/** The frame around every screen: names of screens, saving, starting, updating. */
export const frame = {
  skip: 'Skip to the page',
  nav: 'Screens',
  diary: 'Diary',
  reports: 'Reports',
  sheet: 'Sheet',
  patterns: 'Patterns',
  help: 'Help',
  settings: 'Settings',
  pageFailed: 'This page did not load',
  pageFailedWords: 'Your diary is safe. Try once more. If it stays like this, connect to the internet once.',
  tryAgain: 'Try again',
} as const

export const saving = {
  saved: (time: string) => `Saved at ${time}.`,
  changed: (time: string) => `Saved at ${time}. What you wrote before is kept too.`,
  nothingNew: 'Nothing was changed, so nothing was saved.',
  notSaved: 'This is NOT saved yet',
  wordsSafe: 'Your words are still here, and in a draft on this phone.',
  copy: 'Copy my words',
  copied: 'Copied. Paste them somewhere safe.',
  copyFailed: 'Copying did not work. Press and hold the words to copy them.',
  again: 'Try again',
  why: {
    full: 'The phone’s storage is full. Delete some pictures or apps, then try again.',
    connection: 'The phone closed the diary’s storage. Load the page again: your words will be here.',
    timeout: 'The phone’s storage did not answer in time. Try again.',
    unknown: 'The phone’s storage gave an error. Try again.',
    disk: 'The phone’s storage did not take it. It may be full. Delete some pictures or apps, then try again.',
    meanwhile:
      'This entry was changed in another window. Copy your words, open the entry again, and add them.',
    readBack: 'What came back from storage was not what you wrote. Copy your words, then try again.',
  },
} as const
