/** "What this app does with your data": a page of Help. docs/threat-model.md says the same for those who build it. */
import type { Topic } from './help-topic.ts'

export const privacyTopics: readonly Topic[] = [
  {
    id: 'your-data',
    title: 'What this app does with your data',
    intro: 'It keeps your diary on this phone, and nowhere else.',
    sections: [
      {
        title: 'What it keeps',
        blocks: [
          {
            is: 'list',
            items: [
              'what you write: your diary, whom you told, and drafts',
              'your name and your landlord, if you filled them in',
              'a note of each sheet you made: what was on it, and when',
            ],
          },
          {
            is: 'words',
            words:
              'All this is in the storage of your browser, on this phone. Your words are kept in a secret code.',
          },
        ],
      },
      {
        title: 'What it sends',
        blocks: [
          { is: 'note', words: 'Nothing. There is no account. Nobody counts your visits.' },
          {
            is: 'words',
            words:
              'The app has a built-in rule that stops it from sending. Sheets, mails and backups leave only when you send them.',
          },
          {
            is: 'words',
            words:
              'It does load its own parts, and looks for a newer version, at the web address you opened. Whoever runs that address can see that a phone asked. They cannot see what you write.',
          },
        ],
      },
      {
        title: 'Who can read it',
        blocks: [
          {
            is: 'words',
            words:
              'Whoever can open your phone can open the diary, if it has no passcode. The key to the secret code is then kept next to your words. So lock your phone, or set a passcode in Settings.',
          },
          {
            is: 'words',
            words:
              'A passcode cannot help if somebody watches you type it, or has put a spy app on your phone. If you fear that, write on a phone they cannot reach.',
          },
        ],
      },
      {
        title: 'What can give you away',
        blocks: [
          {
            is: 'list',
            items: [
              'Files that you saved. Look in Downloads.',
              'What you sent. Look in your sent mail and chats.',
              'Your browser’s history. It shows that you opened the app.',
              'Your keyboard. It may learn the words you type.',
              'A copy of your whole phone, made before you set a passcode.',
            ],
          },
        ],
      },
      {
        title: 'How to be rid of it',
        blocks: [
          {
            is: 'words',
            words:
              'In Settings, choose ‘Erase everything’. It cannot take back what you saved or sent. The phone may need some time until the last traces are gone.',
          },
        ],
      },
    ],
    sources: [{ name: 'The source code of this app', address: 'docs/threat-model.md' }],
  },
]
