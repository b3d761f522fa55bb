/** The app on this phone, and new versions of it. */
export const thisApp = {
  title: 'This app',
  offline: 'It is on this phone and opens with no internet.',
  notOffline: 'It still needs the internet to open. Keep it open for a moment, then look again.',
  version: (version: string) => `Version ${version}`,
} as const

export const install = {
  title: 'Put it on your home screen',
  installed: 'It is there already: you opened it from its icon.',
  why: 'It then opens from an icon, like other apps. The phone takes better care of what you write.',
  ask: 'Install the app',
  outcome: {
    accepted: 'Thank you. Open it from its icon from now on.',
    dismissed: 'Fine. You can do it later from the browser’s menu.',
  },
  menu: 'Open the browser’s menu. Choose “Install” or “Add to home screen”.',
  first: 'First, put it on your home screen',
  iosWhy:
    'In a browser tab, the phone may empty the diary after seven days without a visit. On the home screen it stays.',
  iosSteps: [
    'Tap Share, the square with the arrow. It may be behind the three dots.',
    'Choose “Add to Home Screen”, then “Add”.',
    'Open the diary from its icon, and write there.',
  ],
  iosMissing: 'Is “Add to Home Screen” not in the list? Open this page in Safari.',
  iosApart: 'The app on the home screen starts empty. What you write in the tab does not go there by itself.',
  move: 'Take along what is here',
  skip: 'Not now, log it here',
  fromTab: 'Did you write in the browser before? That diary is still there. You can bring it here.',
  bring: 'Bring it here',
} as const

export const update = {
  line: 'A new version is ready',
  title: 'A new version is ready',
  intro: 'It takes a moment. Every open window of the diary changes to it. Your diary stays as it is.',
  drafts: 'These words are not saved yet',
  draft: (what: string, when: string) => `${what}: ${when}`,
  elsewhere: (draft: string) => `${draft}, in another window`,
  draftsKept: 'They are kept as a draft and will be there afterwards.',
  unkept: 'The words on this page are not kept as a draft. Save them first, or copy them.',
  busy: 'Something is not finished here: a backup, a restore or a sheet. Finish it first, or cancel it.',
  tables: 'This version keeps the diary in a new way. It is good to have a backup first.',
  lastBackup: (when: string) => `Your last backup: ${when}.`,
  noBackup: 'You have no backup yet.',
  backup: 'Back up',
  now: 'Use it now',
  changing: 'One moment …',
  later: 'Later',
  slots: {
    incident: 'An incident',
    report: 'A report',
    me: 'My landlord and me',
    other: 'A form',
  },
} as const
