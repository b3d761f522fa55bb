/** What a person types into every part of the app, each with a marker word of its own that can be looked for afterwards. */
import type { Hand } from '../engines/hand.ts'
import { stem } from './search.ts'

export const passcode = `${stem}passcode kettle`

/** Gives out marker words and remembers where each was typed. */
export class Markers {
  /** By word. */
  readonly typed = new Map<string, { where: string; kept: boolean }>()
  #next = 0

  /** A sentence with a marker that the diary keeps. */
  kept = (where: string): string => this.#mark(where, true)
  /** One that it does not keep: looked for, looked at, thrown away. */
  passing = (where: string): string => this.#mark(where, false)

  #mark(where: string, kept: boolean): string {
    const number = this.#next++
    const word = stem + String.fromCharCode(97 + Math.floor(number / 26), 97 + (number % 26)).repeat(4)
    this.typed.set(word, { where, kept })
    return `Somebody ${word} there`
  }
}

const oneWord = (text: string) => text.split(' ')[1] ?? ''

/** A diary in use: incidents, reports, details, a sheet; two forms stay unsaved. */
export async function useTheDiary(hand: Hand, { kept, passing }: Markers): Promise<void> {
  await hand.go('log')
  await hand.type('Where do you notice it?', kept('place'))
  const masked = kept('impact, then masked in the sheet')
  await hand.type('In your own words', masked)
  await hand.type('What happened?', kept('what happened'))
  await hand.type('Who was there?', kept('who was there'))
  await hand.type('Who else noticed it?', kept('who else'))
  await hand.type('Anything else you did', kept('what was done'))
  await hand.type('Where do you think it comes from?', kept('source'))
  await hand.type('More about how you know', kept('how known'))
  await hand.tap('button', 'Save')
  await hand.see('Saved at')

  await hand.tap('link', /Somebody/)
  await hand.tap('button', 'Add or correct details')
  await hand.type('What happened?', kept('what happened, changed'))
  await hand.tap('button', 'Save')
  await hand.see('What you wrote before is kept too.')

  const second = kept('second incident')
  await hand.go('log')
  await hand.type('What happened?', second)
  await hand.type('Where do you notice it?', kept('second place'))
  await hand.type('In your own words', kept('second impact'))
  await hand.tap('button', 'Save')
  await hand.see('Saved at')
  await hand.tap('link', new RegExp(oneWord(second)))
  await hand.tap('button', 'Take this back')
  await hand.type('Why do you take it back?', kept('reason for taking back'))
  await hand.tap('button', 'Take it back')
  await hand.see('Taken back')

  const third = passing('words removed')
  await hand.go('log')
  await hand.tap('checkbox', 'Something else')
  await hand.type('What else is it?', kept('another kind'))
  await hand.type('What happened?', third)
  await hand.tap('button', 'Save')
  await hand.see('Saved at')
  await hand.tap('link', new RegExp(oneWord(third)))
  await hand.tap('button', 'Remove words for good')
  await hand.tap('checkbox', new RegExp(oneWord(third)))
  await hand.type('Why are they removed?', kept('reason for removing'))
  await hand.tap('button', 'Remove these words')
  await hand.see('Words removed for good')

  await hand.go('tell')
  await hand.type('Reference number', kept('reference'))
  await hand.tap('button', 'Add another number')
  await hand.type('Reference number 2', kept('second reference'))
  await hand.type('Police force', kept('force'))
  await hand.type('Name of the person you spoke to', kept('officer'))
  await hand.type('What did they say?', kept('what they said'))
  await hand.tap('button', 'Add a reply')
  await hand.type('What did they reply later?', kept('their reply'))
  await hand.tap('button', 'Save')
  await hand.see('Saved at')

  await hand.go('settings/me')
  await hand.tap('radio', 'Another landlord')
  await hand.type('Name of your landlord', kept('landlord'))
  await hand.type('E-mail of your landlord', `${oneWord(kept('landlord’s e-mail'))}@example.org`)
  await hand.type('Address of its web form', kept('landlord’s form'))
  await hand.type('Case or tenancy number', kept('case number'))
  await hand.type('Your name', kept('own name'))
  await hand.type('Your address', kept('own address'))
  await hand.type('Your phone number', kept('own phone number'))
  await hand.type('How and when is it safe to reach you?', kept('safe contact'))
  await hand.type('Who in your home is affected?', kept('who is affected'))
  await hand.type('What do you ask for?', kept('what is asked'))
  await hand.tap('button', 'Save')
  await hand.see('Saved at')

  await hand.go('help')
  await hand.type('Search Help', passing('search in Help'))
  await hand.go('find')
  await hand.type('Words or numbers', passing('search in the diary'))
  await hand.see('Nothing found')
  await hand.go('backup')
  const passphrase = kept('passphrase')
  await hand.tap('checkbox', 'Show what I type')
  await hand.type('Passphrase', passphrase)
  await hand.type('Passphrase again', passphrase)
  await hand.tap('checkbox', 'Keep the passphrase on this phone')
  await hand.tap('button', 'Back up')
  await hand.see('Your backup is ready')
  await hand.go('sheet')
  await hand.tap('button', 'Look at it first')
  await hand.see('Hide the preview')
  await hand.tap('button', oneWord(masked))
  await hand.see('[masked]')
  await hand.tap('button', 'Make the sheet')
  await hand.see('Your sheet is ready')
  await hand.tap('button', 'Save the sheet')
  await hand.saved('.pdf')
  await hand.type(/@example.org$/, passing('e-mail to the landlord'))
  await hand.type('Whom did you send it to?', kept('to whom it was sent'))
  await hand.tap('button', 'Note that I sent it')
  await hand.see('Noted: sent to')
  await hand.tap('link', /Made|Sent/)
  await hand.type('What did they reply?', kept('reply to the sheet'))
  await hand.tap('button', 'Note the reply')
  await hand.see('Reply')
}

/** Words that are typed and not saved. */
export async function leaveDrafts(hand: Hand, { kept, passing }: Markers): Promise<void> {
  await hand.go('settings/me')
  await hand.type('What do you ask for?', kept('draft: what is asked'))
  await hand.type('Case or tenancy number', kept('draft: case number'))
  await hand.go('settings')
  await hand.tap('button', 'Erase everything')
  await hand.type(/^Type /, passing('erasing'))
  await hand.tap('button', 'Keep my diary')
  await hand.go('tell')
  await hand.tap('radio', 'Somebody else')
  await hand.type('Which one, or who?', kept('draft: who was told'))
  await hand.type('Name of the person you spoke to', kept('draft: officer'))
  await hand.type('What did they say?', kept('draft: what they said'))
  await hand.type('Reference number', kept('draft: reference'))
  await hand.go('log')
  await hand.type('Where do you notice it?', kept('draft: place'))
  await hand.type('In your own words', kept('draft: impact'))
  await hand.type('Anything else you did', kept('draft: what was done'))
  await hand.type('More about how you know', kept('draft: how known'))
  await hand.type('Who was there?', kept('draft: who was there'))
  await hand.type('Who else noticed it?', kept('draft: who else'))
  await hand.type('Where do you think it comes from?', kept('draft: source'))
  await hand.type('What happened?', kept('draft: what happened'))
}

/** What is typed in front of the lock: a wrong passcode, a quick note, another one that stays unsaved. */
export async function writeWhileLocked(hand: Hand, { kept, passing }: Markers): Promise<void> {
  await hand.tap('button', 'Lock now')
  await hand.type('Passcode', passing('wrong passcode'))
  await hand.tap('button', 'Unlock')
  await hand.see('That did not open it.')
  await hand.tap('button', 'Write a quick note')
  await hand.type('What happened?', kept('quick note'))
  await hand.type('Where do you notice it?', kept('quick note: place'))
  await hand.tap('button', 'Save')
  await hand.see('It joins your diary')
  await hand.tap('button', /note/)
  await hand.type('What happened?', kept('draft of a quick note'))
  await new Promise(done => setTimeout(done, 1000))
  await hand.tap('button', 'Back to the lock')
}

export async function unlock(hand: Hand): Promise<void> {
  await hand.type('Passcode', passcode)
  await hand.tap('button', 'Unlock')
  await hand.see('Log an incident')
}

/** Sets the lock in Settings. The recovery code as it was shown. */
export async function setLock(hand: Hand): Promise<string> {
  await hand.go('settings')
  await hand.tap('link', 'Lock')
  await hand.tap('button', 'Set a passcode')
  await hand.type('Passcode', passcode)
  await hand.type('The same passcode again', passcode)
  await hand.tap('button', 'Next')
  await hand.see('I have written it down')
  const groups = (await hand.run(
    "return [...document.querySelectorAll('.code-groups li')].map(one => one.lastChild.textContent)",
  )) as string[]
  await hand.tap('button', 'I have written it down')
  await hand.see('Type these two groups')
  const asked = (await hand.run(
    "return [...document.querySelectorAll('main label')].map(one => one.textContent)",
  )) as string[]
  for (const [i, group] of groups.entries())
    if (asked.some(label => label.includes(`Group ${i + 1}`))) await hand.type(`Group ${i + 1}`, group)
  await hand.tap('button', 'Set a passcode')
  await hand.see('Your diary now has a lock.')
  return groups.join('')
}
