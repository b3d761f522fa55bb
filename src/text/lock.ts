/** The lock: setting it, opening it, what it does and what it does not. Plain words, and no promise it cannot keep. */
import type { PasscodeFault } from '../core/passcode.ts'

export const lock = {
  title: 'Lock',
  passcode: 'Passcode',
  again: 'The same passcode again',
  show: 'Show what I type',
  recoveryCode: 'Recovery code',
  recoveryHint: '24 letters and numbers in six groups. Dashes and capitals do not matter.',
  useRecovery: 'Use the recovery code',
  usePasscode: 'Use the passcode',
  working: 'One moment …',
  lockNow: 'Lock now',
} as const

export const unlock = {
  title: 'Locked',
  open: 'Unlock',
  words: 'Your diary is closed. All that you wrote is still there.',
  wrong: 'That did not open it. Check capitals and spaces.',
  notWhole: 'That is not a whole code. It has 24 letters and numbers.',
  wait: (time: string) => `You can try again in ${time}. Keep this page open while you wait.`,
  help: 'Help and phone numbers',
  device: 'Use my finger or face',
  deviceFailed: 'The phone did not open it. Use the passcode.',
  note: 'Write a quick note',
  noteMore: 'Write another note',
  forgotten: 'I have forgotten both',
  forgottenWords: [
    'Without the passcode or the recovery code nobody can read this diary. The people who made this app cannot either.',
    'Nothing is deleted when you guess wrong. You can come back and try again.',
    'If you have a backup file, you can start again with it. First delete the app, or clear its data in your browser. Then restore the backup.',
  ],
  failed: 'The phone’s storage did not answer. Nothing was deleted. Try again.',
} as const

export const note = {
  title: 'Quick note',
  intro:
    'You can write this while the diary stays locked. You cannot read it here again. It joins your diary when you next unlock.',
  saved: 'Saved. It joins your diary when you next unlock.',
  back: 'Back to the lock',
  notAllowed: 'Quick notes are turned off. Unlock to write.',
  takenIn: (count: number, shown: string) =>
    count === 1 ? 'Your quick note is in the diary now.' : `Your ${shown} quick notes are in the diary now.`,
  waiting: 'A quick note could not be saved yet. It is kept, and tried again when you next unlock.',
  damaged: 'A quick note does not open. It is kept as it is.',
} as const

export const passcodeFault: Record<PasscodeFault | 'differ', string> = {
  short: 'Too short. Use at least six letters, numbers or words.',
  pin: 'Too short. A computer can try every four-number code in minutes. Use at least six.',
  easy: 'Too easy to guess. Choose something others would not try first.',
  differ: 'The two are not the same. Type it again.',
}

export const lockSettings = {
  title: 'Lock',
  off: 'No lock is set. Anyone who can open this phone can open the diary.',
  on: 'A lock is set.',
  about: 'A passcode locks all that you write here. Without it, nobody can read it on this phone.',
  aboutSet: 'Set, change or take away a passcode.',
  set: 'Set a passcode',
  change: 'Change the passcode',
  changeWords: 'This also makes a new recovery code. The old ones stop working.',
  takeAway: 'Take the lock away',
  takeAwayWords: 'Anyone who can open this phone can then read the diary.',
  takenAway: 'The lock is gone.',
  prove: 'Type the passcode you have now',
  proveOpen: 'Go on',
  cancel: 'Cancel',
  next: 'Next',
  done: 'Your diary now has a lock.',
  stop: 'Stop',

  choose: 'Choose a passcode',
  chooseHint: 'At least six letters or numbers. Four words you can remember are best.',
  chooseWords: [
    'Choose one that nobody at home would guess. Do not use the one that opens the phone.',
    'Your browser may offer to save it. Say no if others use your phone or your account.',
  ],
  notes: 'Let me write a quick note without unlocking',
  notesWords:
    'You can then log something at night without typing the passcode. Nobody can read your diary that way.',

  code: 'Your recovery code',
  codeWords: [
    'This opens the diary if you forget the passcode. It is shown only this once.',
    'Write it on paper. Keep it where nobody looks, away from the phone. A photo or screenshot can end up in a shared cloud.',
  ],
  step: (at: string, of: string) => `Step ${at} of ${of}`,
  print: 'Print it',
  written: 'I have written it down',
  check: 'Check what you wrote',
  checkWords: 'Type these two groups from your paper.',
  group: (n: number) => `Group ${n}`,
  groupWrong: 'This is not the same. Look at your paper again.',
  showAgain: 'Show the code again',
  setting: 'Setting the lock …',
  notSet: 'The lock is NOT set. The phone’s storage did not take it. Nothing was changed.',
  resealing: 'What you wrote before is being locked too.',
  resealed: (done: string, all: string) => `${done} of ${all}`,
  resealGoesOn: 'You can go on using the diary. If you close it, this goes on next time.',

  idle: 'Lock when I do nothing for',
  idleFor: { '1': '1 minute', '5': '5 minutes', '15': '15 minutes' },
  hidden: 'Lock when I look at something else',
  hiddenFor: { '0': 'At once', '1': 'After 1 minute', '5': 'After 5 minutes' },
  hiddenHint:
    '“At once” also locks when the screen turns off. It waits two minutes while you choose or share a file.',

  device: 'Open with my finger or face',
  deviceWords:
    'Anyone who can unlock this phone with their own finger, face or phone code can then open the diary too.',
  deviceOn: 'Turn on finger or face',
  deviceOff: 'Turn off finger or face',
  deviceCannot: 'This browser cannot do this.',
  deviceFailed: 'The phone did not do it. Nothing was changed.',

  not: 'What the lock does not do',
  notWords: [
    'It does not help while the diary is open and somebody else has the phone.',
    'Files that you saved or sent, like a sheet or a backup, are not behind it. Look in Downloads too.',
    'What you wrote before you set it may still be in the browser’s own files for a while. Only an expert with a copy of them could find it.',
    'It does not stop spy software on the phone. That can read what you type and see.',
    'It does not hide that this app is on the phone.',
  ],
  forget: 'If you lose the passcode and the recovery code, nobody can open the diary. Keep a backup.',
} as const

export const leaving = {
  title: 'Leave quickly',
  name: 'Leave quickly',
  words:
    'Tap a small button at the top, or press Esc three times. A soup recipe takes the place of the diary at once.',
  keeps: 'What you typed is kept as a draft. If a lock is set, the diary locks too.',
  back: 'To come back, tap the title of the recipe three times, or press Esc three times.',
  not: 'It does not hide that you used the diary. The browser’s history and the app’s icon still show it.',
  on: 'Turn on Leave quickly',
  off: 'Turn off Leave quickly',
} as const
