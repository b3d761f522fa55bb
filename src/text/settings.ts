/** Settings and "My landlord and me". */
import type { Profile, sameLandlord } from '../core/profile.ts'

export const settings = {
  title: 'Settings',
  me: 'My landlord and me',
  meWords: 'Your name, your landlord and how to reach you. This goes on the sheet.',
  diary: 'Your diary',
  check: 'Check my diary',
  checkWords: 'Looks at every saved version and tells you if one was changed.',
  checking: (done: string, all: string) => `${done} of ${all} looked at`,
  erase: 'Erase everything',
  eraseWords: 'Deletes the whole diary from this phone. This cannot be undone.',
  eraseTitle: 'Erase the whole diary?',
  eraseType: (word: string) => `Type ${word} to go on`,
  eraseWord: 'ERASE',
  eraseDo: 'Erase everything on this phone',
  erased: 'Everything is erased from this phone.',
  keep: 'Keep my diary',
  storage: 'How safe is it on this phone?',
  persisted: 'Your phone has promised not to clear the diary by itself.',
  notPersisted:
    'Your phone may clear the diary if it runs out of room. Back up often, and put the app on your home screen.',
  unknownPersisted: 'Your phone does not say if it may clear the diary. Back up often.',
  askPersist: 'Ask the phone to keep it',
  data: 'What this app does with your data',
  dataWords: 'It keeps your diary on this phone, and sends it nowhere.',
  readOn: 'Read what it does',
} as const

export const me = {
  title: 'My landlord and me',
  intro: 'All of this is up to you. It stays on this phone, and goes on a sheet when you make one.',
  name: 'Your name',
  address: 'Your address',
  phone: 'Your phone number',
  email: 'Your e-mail',
  safeContact: 'How and when is it safe to reach you?',
  safeContactHint: 'Like: text only, on weekday mornings.',
  speakToMeFirst: 'Please speak to me before you speak to the other person',
  whoIsAffected: 'Who in your home is affected?',
  whoIsAffectedHint: 'Only if you want to say: a child, somebody with asthma, a pregnancy.',
  whatIAsk: 'What do you ask for?',
  whatIAskHint: 'Like: a call back, a visit in the evening, a letter to the whole block.',
  landlord: 'Your landlord',
  alliance: 'Alliance Homes',
  otherLandlord: 'Another landlord',
  landlordName: 'Name of your landlord',
  landlordEmail: 'E-mail of your landlord',
  landlordForm: 'Address of its web form',
  landlordFormHint: 'Shown for you to copy. The app never opens it.',
  caseNumber: 'Case or tenancy number',
  caseNumberHint: 'If they gave you one.',
  source: 'The home you think it comes from',
  sameLandlord: 'Does it have the same landlord?',
  ownHome: 'Then the app will not ask you to report or share. Help has a page for you.',
} as const

export const sameLandlordLabel: Record<(typeof sameLandlord)[number], string> = {
  yes: 'Yes',
  no: 'No',
  notSure: 'Not sure',
  myOwnHome: 'It is my own home',
}

/** The profile as lines of text, for copying when the phone will not save. */
export const profileInWords = (profile: Profile): string =>
  Object.values(profile)
    .filter(value => typeof value === 'string')
    .join('\n')
