/** The sheet that is printed empty, for somebody who writes by hand. */
import type { Wording } from '../core/sheet/wording.ts'

export const emptyWording: Wording['empty'] = {
  title: 'Diary sheet to write by hand',
  subject: 'An empty diary sheet, to be printed and written in by hand',
  fileName: 'empty-diary-sheet',
  running: 'Diary sheet to write by hand',
  howTo: 'How to fill it in',
  rules: [
    'Each person keeps their own sheet. Write what you smelt, heard or saw yourself.',
    'Write on the same day if you can. If it was later, add the day you wrote it.',
    'Past midnight? Put both dates. Still going on when you write? Say so.',
    'Where: the room or place where you noticed it.',
    'What: say what it was like. For a smell say how strong: very weak, weak, distinct, strong, very strong or extremely strong.',
    'Effect: what it did to you and your home. This can count the most.',
  ],
  more: 'Please note',
  moreRules: [
    'Did somebody say something? Write the exact words, swear words too.',
    'Do not guess at a name or a flat. “Not sure” is a good answer.',
    'A mistake? Cross it out with one line and sign beside it.',
    'Police reference: the number the police gave, if you told them.',
    'This sheet may be shown to the person you write about, also in court.',
  ],
  name: 'Your name',
  address: 'Your address',
  summary: 'Empty rows, one for each incident',
  declared: 'I wrote this myself. It says what I noticed.',
}
