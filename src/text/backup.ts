/** Backing up, restoring, moving to another phone. */
import type { BadBackup } from '../core/backup/bad-backup.ts'
import type { Strength } from '../core/backup/passphrase.ts'

export const backup = {
  title: 'Back up',
  intro: 'Phones get lost, and browsers clear their data. One file keeps your whole diary safe.',
  section: 'Keep your diary safe',
  sectionWords: 'If this phone is lost, a backup brings every entry back.',
  make: 'Back up',
  restore: 'Restore',
  file: 'the backup',
  never: 'You have no backup yet.',
  last: (when: string) => `Last backup: ${when}.`,
  passphrase: 'Passphrase',
  passphraseHint: 'It locks the file. Use four words or more, or let the app make one.',
  again: 'Passphrase again',
  show: 'Show what I type',
  makeOne: 'Make one for me',
  madeOne: 'Write this on paper now. Keep the paper in a safe place.',
  lose: 'Nobody can open the backup without the passphrase. If it is lost, no one can help.',
  keep: 'Keep the passphrase on this phone',
  keepHint: 'Then the next backup is one tap. But it is lost with the phone, so write it on paper too.',
  kept: 'The passphrase is kept on this phone.',
  forget: 'Use another passphrase',
  forgot: 'The passphrase is no longer kept on this phone.',
  reading: 'Reading the diary …',
  locking: 'Locking the file, then opening it again to check it …',
  cancel: 'Cancel',
  cancelled: 'Stopped. No file was made.',
  failed: 'No backup was made',
  failedWords: 'Your diary is as it was. Try again.',
  ready: 'Your backup is ready',
  readyWords:
    'It was opened again, and your whole diary is in it. Now put it somewhere else: your e-mail, your cloud, a computer.',
  tooBig:
    'It is very large. This app cannot bring back a file of this size. Somebody who knows computers can open it, so keep it all the same. And look after this phone.',
  arrived: 'Did it arrive?',
  arrivedHint: 'Look where you put it. It counts once you see it there.',
  arrivedYes: 'Yes, it is there',
  arrivedNo: 'No',
  noted: 'Good. Noted as your last backup.',
  notArrived: 'Then it does not count yet. Share or save it once more.',
  discard: 'Close without keeping this file',
  back: 'Bring a diary back',
  backWords: 'From a backup or a full record. Or take your diary to a new phone.',
  move: 'Move to a new phone',
  open: 'Without a passphrase',
  openWords: 'Anybody who finds such a file can read your whole diary, names too.',
  openDo: 'Make a file anybody can read',
  openTitle: 'Make a file without a lock?',
  openKeep: 'Use a passphrase',
  first: 'Back up first',
} as const

/** A file that leaves the app. */
export const handOver = {
  share: (what: string) => `Share ${what}`,
  save: (what: string) => `Save ${what}`,
  shared: 'Handed over. Check that it arrived.',
  closed: 'Nothing was shared.',
  tapAgain: (what: string) => `Your phone asks for one more tap on “Share ${what}”.`,
  cannot: 'This phone cannot share it. Save it instead.',
  saved: 'Saved to your downloads. Copy it to another place too.',
} as const

export const tables = {
  title: 'For a spreadsheet',
  intro: 'Tables for Excel or LibreOffice. Anybody can read them, and they cannot be restored.',
  make: 'Make the tables',
  incidents: 'the incidents',
  reports: 'the reports',
  failed: 'No tables were made. Your diary is as it was. Try again.',
} as const

export const strengthSaid: Record<Strength, string> = {
  short: 'Too short. Use 8 letters or more.',
  weak: 'Weak: somebody with time could guess it. Add a word or two.',
  fair: 'Fair: hard to guess. One more word makes it strong.',
  strong: 'Strong.',
}

export const passphraseFaults = {
  none: 'Fill in a passphrase.',
  short: 'This passphrase is too short. Use 8 letters or more.',
  different: 'The two are not the same. Type it again.',
} as const

export const restore = {
  title: 'Restore',
  intro:
    'Bring a diary back from a backup, or from a full record as PDF. Nothing on this phone is lost by it.',
  choose: 'Choose the file',
  chooseHint: 'A backup ends in .age.txt or .json.txt, a full record in .pdf.',
  chooseOther: 'Choose another file',
  opening: 'Opening the file …',
  cancel: 'Cancel',
  locked: (file: string) => `This backup is locked: ${file}`,
  show: 'Show what I type',
  passphrase: 'Passphrase',
  open: 'Open',
  inside: 'This is inside',
  made: 'Made',
  by: 'Written by',
  holds: 'It holds',
  fromTo: 'Incidents',
  fresh: 'New here',
  holdsNothing: 'No entries, only your details.',
  nothingNew: 'Nothing. All of it is on this phone already.',
  versions: (n: number, shown: string) => (n === 1 ? 'one more version' : `${shown} more versions`),
  incidents: (n: number, shown: string) => (n === 1 ? 'one incident' : `${shown} incidents`),
  reports: (n: number, shown: string) => (n === 1 ? 'one report' : `${shown} reports`),
  shares: (n: number, shown: string) => (n === 1 ? 'one sheet' : `${shown} sheets`),
  lettered: (n: number, shown: string) =>
    n === 1
      ? 'One entry has a number that is here already. It will show a letter, like 7·B.'
      : `${shown} entries have numbers that are here already. They will show a letter, like 7·B.`,
  twice: (n: number, shown: string) =>
    n === 1
      ? 'One entry was changed on both phones. Both versions are kept. Yours stays as it is.'
      : `${shown} entries were changed on both phones. Both versions are kept. Yours stay as they are.`,
  removed: 'Words that were removed for good are removed here too.',
  mended: 'It mends what did not open here.',
  faults: 'Some of it was damaged before the backup was made. The rest is as it was saved.',
  restore: 'Restore',
  taking: 'Bringing it in …',
  cancelled: 'Stopped. Nothing was changed.',
  done: 'Your diary is here',
  doneWords: (brought: string) => `Brought in: ${brought}.`,
  doneNothing: 'There was nothing new to bring in.',
  toDiary: 'Go to the diary',
  notRestored: 'Nothing was brought in',
  unchanged: 'Your diary is as it was.',
  failed: 'Something went wrong as the file was read. Try again.',
} as const

export const refused: Record<BadBackup['why'], string> = {
  notOurs: 'This file is not a backup of this app.',
  newer: 'This file was made by a newer version of the app. Update the app first, then try again.',
  tooBig: 'This file is too large for this app to bring back.',
  cutOff: 'This file is cut off or damaged. Fetch it again from where you kept it.',
  changed: 'This file was changed after it was made. Use another backup.',
  passphrase: 'The passphrase does not open it. Look for capital letters and spaces.',
  tooCostly: 'This file was not made by this app.',
  otherLock: 'This file is locked with a key and not with a passphrase. This app cannot open it.',
  noData: 'This PDF carries no diary. Only a full record does.',
  leftOut: 'Things were left out of this record, so it does not carry the whole diary.',
  pdf: 'This PDF cannot be read. It may be cut off.',
  heavy: 'The phone could not read this file. Close other apps, connect to the internet, and try again.',
}

export const moving = {
  title: 'Move the diary',
  intro:
    'To a new phone, or from a browser tab to your home screen. Your diary stays here until you erase it.',
  one: 'Here: make a backup',
  oneWords: 'Share it to where the other phone can reach it: your mail or your cloud.',
  two: 'There: restore it',
  twoWords:
    'Open this app on the other phone and put it on the home screen. Tap “I have a backup” and choose the file.',
  twoTab: 'From a tab to the home screen of the same phone: open the app from its icon, then do the same.',
  three: 'Back here: say where it lives',
  threeWords: 'Then this phone reminds you not to write in the old diary.',
  away: 'My diary lives there now',
  isAway: (when: string) => `Your diary lives elsewhere now. You said so: ${when}.`,
  awayWords: 'What you write here does not get there by itself.',
  back: 'It lives here again',
  backSaid: 'Good. Your diary lives here.',
  awaySaid: 'Noted. Before you erase anything here, check that all of it is there.',
} as const
