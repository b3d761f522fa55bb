import type { Topic } from './help-topic.ts'

export const diaryTopics: readonly Topic[] = [
  {
    id: 'what-to-write',
    title: 'What to write',
    intro: 'A few plain facts, soon after, are worth the most.',
    sections: [
      {
        title: 'Do',
        blocks: [
          {
            is: 'list',
            items: [
              'Write what you smelt, heard or saw yourself. Others can keep their own diary.',
              'Write on the same day if you can. Later is fine too. The diary shows both dates.',
              'Say when it began, when it stopped, and where in your home.',
              'Say what it did to you. Of all you write, this can count the most.',
              'Did somebody say something? Write their very words, swear words too.',
              'Go on writing after you have sent a sheet.',
            ],
          },
        ],
      },
      {
        title: 'Do not',
        blocks: [
          {
            is: 'list',
            items: [
              'Do not guess at an address or a name. ‘Not sure’ is a good answer.',
              'Do not make it bigger than it was. You may be asked about it in court.',
              'Do not write what others told you as if you saw it.',
              'Do not write about the health of others.',
              'Keep your own words polite. Rude ones can harm your case.',
            ],
          },
        ],
      },
      {
        title: 'A good entry',
        blocks: [
          {
            is: 'words',
            words:
              '“23:40, for about an hour. A strong smell like cannabis in the bedroom. The window was shut. My child woke up and coughed. I do not know which flat.”',
          },
        ],
      },
    ],
    sources: [
      { name: 'Reading Council: filling in diary sheets', address: 'www.reading.gov.uk' },
      { name: 'East Herts Council: nuisance diary', address: 'www.eastherts.gov.uk' },
      { name: 'Bradford Council: nuisance diary', address: 'www.bradford.gov.uk' },
      { name: 'Cherwell Council: keeping a log', address: 'www.cherwell.gov.uk' },
      {
        name: 'Westmorland and Furness Council: private action',
        address: 'www.westmorlandandfurness.gov.uk',
      },
    ],
  },
  {
    id: 'writing',
    title: 'If writing is hard',
    intro: 'Spelling does not matter. There are other ways.',
    sections: [
      {
        title: 'In this diary',
        blocks: [
          {
            is: 'list',
            items: [
              'Two taps are enough: what it was, and save. The time is filled in.',
              'Tap the answers that fit. You do not have to write a word.',
              'Tap the microphone on your keyboard and speak.',
              'Write in the language you think in. Your words stay as they are.',
            ],
          },
        ],
      },
      {
        title: 'With help',
        blocks: [
          {
            is: 'list',
            items: [
              'Somebody can type for you. The words should be yours. Say who typed them.',
              'Ask your landlord for another way. Many take reports by phone or in person.',
              'Ask for somebody who speaks your language.',
            ],
          },
        ],
      },
    ],
    sources: [
      { name: 'Welwyn Hatfield Council: report form', address: 'www.welhat.gov.uk/report-asb' },
      { name: 'Maldon Council: nuisance', address: 'www.maldon.gov.uk' },
      { name: 'LFHA: incident diaries', address: 'www.lfha.co.uk' },
    ],
  },
  {
    id: 'sharing',
    title: 'Who should see it',
    intro: 'Where to share your diary, and where not.',
    sections: [
      {
        title: 'Safe to share with',
        blocks: [
          {
            is: 'list',
            items: [
              'your landlord',
              'the police and the council',
              'a solicitor, or somebody who helps you with your case',
            ],
          },
        ],
      },
      {
        title: 'Please do not share in',
        blocks: [
          {
            is: 'list',
            items: [
              'a group chat of the house or street',
              'Facebook, or any place where others read along',
              'a note on a door or in a hallway',
            ],
          },
          {
            is: 'words',
            words:
              'You may be wrong about who it is. A wrong name can hurt somebody who did nothing. It can bring you trouble too.',
          },
        ],
      },
      {
        title: 'Good to know',
        blocks: [
          {
            is: 'list',
            items: [
              'The person you write about may one day read your sheet. This can happen in court.',
              'Names in your own words stay on the sheet. You can hide them before you share it.',
              'Did you name the wrong person? Open the entry and remove the words for good.',
              'A sheet you saved or sent is not behind your passcode. Look in Downloads too.',
            ],
          },
        ],
      },
    ],
    sources: [
      { name: 'Housing Solutions: diary', address: 'www.housingsolutions.co.uk' },
      { name: 'Cherwell Council: keeping a log', address: 'www.cherwell.gov.uk' },
      { name: 'Supreme Court: Hayes v Willoughby [2013] UKSC 17', address: 'www.supremecourt.uk' },
    ],
  },
]
