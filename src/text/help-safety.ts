import type { Topic } from './help-topic.ts'

const devon = {
  name: 'Devon and Cornwall Police: contacting the police',
  address: 'youth.devon-cornwall.police.uk',
}
const alliance = {
  name: 'Alliance Homes: drugs',
  address: 'www.alliancehomes.org.uk/your-home/community-safety/anti-social-behaviour/drugs',
}

export const safetyTopics: readonly Topic[] = [
  {
    id: 'emergency',
    title: 'In an emergency',
    intro: 'When to call 999, and how, even if you cannot speak.',
    sections: [
      {
        title: 'Call 999 when',
        blocks: [
          {
            is: 'list',
            items: [
              'a life is at risk, or somebody is hurt',
              'somebody is violent, or says they will be',
              'a crime is going on right now',
              'the person who did it is still near',
            ],
          },
          { is: 'call', phone: 'emergency', words: 'Police, fire or ambulance.' },
          { is: 'note', words: 'The diary can wait. Get to a safe place first.' },
        ],
      },
      {
        title: 'If you cannot speak',
        blocks: [
          {
            is: 'list',
            items: [
              'On a mobile, call 999 and listen. Cough or tap the phone if you can.',
              'If you cannot make a sound, press 55 when you are asked to.',
              'Pressing 55 does not show where you are. Stay on the line and answer by taps.',
              'On a landline there is no 55. Stay on the line, so that they can hear the room.',
            ],
          },
        ],
      },
      {
        title: 'If you cannot hear well',
        blocks: [
          {
            is: 'list',
            items: [
              'You can sign with the 999 BSL app.',
              'You can text 999, if you have signed up at emergencysms.org.uk.',
            ],
          },
          { is: 'call', phone: 'emergencyTextphone', words: 'If you have a textphone.' },
        ],
      },
      {
        title: 'If it may be gas',
        blocks: [
          {
            is: 'words',
            words:
              'Put out flames. Leave light switches alone. Open the windows and go out. Then call from outside.',
          },
          { is: 'call', phone: 'gas', words: 'Free, day and night.' },
        ],
      },
    ],
    sources: [
      devon,
      { name: 'Isle of Wight Council: immediate danger', address: 'www.iow.gov.uk' },
      { name: 'Standing Together: calling 999', address: 'www.standingtogether.org.uk/get-support' },
      { name: 'South Gloucestershire Council: smells', address: 'www.southglos.gov.uk' },
    ],
  },
  {
    id: 'who-to-tell',
    title: 'Who to tell',
    intro: 'What each one is for. You can tell more than one.',
    sections: [
      {
        title: 'The police',
        blocks: [
          {
            is: 'words',
            words: 'Call 101 when nobody is in danger now. Or report online, on the website of your police.',
          },
          { is: 'call', phone: 'police', words: 'Free to call.' },
          { is: 'call', phone: 'policeTextphone', words: 'If you have a textphone.' },
          {
            is: 'words',
            words: 'Alliance Homes asks you to tell the police about cannabis each time, above all if:',
          },
          {
            is: 'list',
            items: [
              'the smell keeps coming back',
              'you think that somebody grows or deals',
              'there is other trouble too',
            ],
          },
          {
            is: 'words',
            words: 'Ask for the log number and for the name of the person. Write both down under Reports.',
          },
          { is: 'words', words: 'They may give you no number. That is fine. Write that none was given.' },
        ],
      },
      {
        title: 'Your landlord',
        blocks: [
          {
            is: 'words',
            words: 'Tell your landlord too, and give them the log number. You can tell them without one.',
          },
          {
            is: 'mail',
            address: 'communitysafety@alliancehomes.org.uk',
            words: 'Alliance Homes. They also have a form called ‘Contact us’ on their website.',
          },
          { is: 'more', topic: 'landlord', words: 'What the landlord does then' },
        ],
      },
      {
        title: 'The council',
        blocks: [
          {
            is: 'words',
            words: 'The council can help with noise, with rubbish, and when a child or an adult is at risk.',
          },
          {
            is: 'words',
            words:
              'In England, the law on nuisance smells leaves out smells from homes. Your landlord has other ways.',
          },
          { is: 'more', topic: 'young-people', words: 'Help for a child, and for you' },
        ],
      },
      {
        title: 'Crimestoppers',
        blocks: [
          { is: 'words', words: 'You can say what you know about a crime and keep your name to yourself.' },
          { is: 'call', phone: 'crimestoppers', words: 'Free to call.' },
          {
            is: 'list',
            items: [
              'They cannot take a report from a victim.',
              'They take few reports of anti-social behaviour.',
              'We know of no number they give that a landlord can use.',
              'If you write on a sheet that you called, your name is tied to it.',
            ],
          },
        ],
      },
    ],
    sources: [
      alliance,
      devon,
      { name: 'BBC News: 101 calls to be free', address: 'www.bbc.co.uk/news/uk-48423791' },
      {
        name: 'GOV.UK: nuisance smells',
        address: 'www.gov.uk/guidance/nuisance-smells-how-councils-deal-with-complaints',
      },
      { name: 'Crimestoppers: giving information', address: 'crimestoppers-uk.org' },
    ],
  },
  {
    id: 'keep-safe',
    title: 'Keep yourself safe',
    intro: 'You do not have to find anything out.',
    sections: [
      {
        title: 'Please do not',
        blocks: [
          {
            is: 'list',
            items: [
              'go to the door, or speak to anybody about the drugs',
              'follow somebody, or go and look',
              'film people, take their picture, or record them',
              'tell other neighbours who you think it is',
            ],
          },
          {
            is: 'words',
            words:
              'Your nose, ears and eyes at home are enough. To film a neighbour can break the law, and can put you at risk.',
          },
        ],
      },
      {
        title: 'If you are afraid',
        blocks: [
          {
            is: 'words',
            words: 'Say so to the police and to your landlord. Ask how they will keep you safe.',
          },
          {
            is: 'words',
            words:
              'Tell them when and how it is safe to reach you. You can write it once in Settings. It is then on each sheet.',
          },
          { is: 'words', words: 'A passcode in Settings locks this diary.' },
          { is: 'more', topic: 'emergency', words: 'In an emergency' },
        ],
      },
    ],
    sources: [
      {
        name: 'Farrer & Co: Fairhurst v Woodard (2021), cameras and neighbours',
        address: 'www.farrer.co.uk',
      },
      { name: 'Castle Point Council: reporting', address: 'www.castlepoint.gov.uk' },
    ],
  },
]
