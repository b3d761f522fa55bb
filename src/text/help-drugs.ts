import type { Topic } from './help-topic.ts'

const alliance = {
  name: 'Alliance Homes: drugs',
  address: 'www.alliancehomes.org.uk/your-home/community-safety/anti-social-behaviour/drugs',
}

export const drugTopics: readonly Topic[] = [
  {
    id: 'cannabis',
    title: 'Cannabis',
    intro: 'What the police and your landlord can do, and what helps them.',
    sections: [
      {
        title: 'Who can do what',
        blocks: [
          {
            is: 'list',
            items: [
              'To use cannabis for fun is against the law. Only the police can deal with the crime.',
              'The police have many calls. They may not come for a smell alone.',
              'Your landlord can look at the nuisance: how often it comes, and what it does to you.',
              'Your landlord may be able to do more once the police have looked into it.',
            ],
          },
          {
            is: 'words',
            words: 'So you need not show that it is cannabis. Show how you live with the smell.',
          },
        ],
      },
      {
        title: 'What often goes wrong, and what helps',
        blocks: [
          {
            is: 'list',
            items: [
              'Nobody smelt it when an officer came. Your times show when to come.',
              'Nobody knows which home it comes from. Say so. Say where it is strongest.',
              'Too little was written, or too much. Short entries with a time and an effect are best.',
              'The sheet came late. Some landlords then close the case. Send it when you said you would.',
            ],
          },
        ],
      },
      {
        title: 'Cannabis from a doctor',
        blocks: [
          {
            is: 'words',
            words:
              'Some people get cannabis from a specialist doctor. They may use it in a vaporiser. To smoke it, or to grow it at home, is still against the law.',
          },
          {
            is: 'words',
            words:
              'Please do not ask a neighbour about their health. Write what you smell. Your landlord can find out the rest.',
          },
        ],
      },
    ],
    sources: [
      alliance,
      {
        name: 'ASB Help: prescribed cannabis',
        address: 'asbhelp.co.uk/balancing-rights-prescribed-cannabis-in-anti-social-behaviour-cases',
      },
      {
        name: 'Sovereign: cannabis guidance',
        address: 'www.sovereign.org.uk/advice-and-guides/concerns/anti-social-behaviour/drug-use-or-dealing',
      },
      { name: 'Local Government Ombudsman 23 011 670', address: 'www.lgo.org.uk' },
    ],
  },
  {
    id: 'dealing',
    title: 'If it looks like dealing',
    intro: 'Tell the police right away. Keep your distance.',
    sections: [
      {
        title: 'What to write',
        blocks: [
          {
            is: 'words',
            words:
              'Many short visits can look like dealing. There can be other reasons. So write what you saw, and not what you think it was.',
          },
          {
            is: 'list',
            items: [
              'the time, and how long people stayed',
              'how many came and went',
              'what passed from hand to hand, if you saw it',
              'what it did to you',
            ],
          },
        ],
      },
      {
        title: 'Whom to tell',
        blocks: [
          { is: 'call', phone: 'police', words: 'Right away. In danger, call 999.' },
          {
            is: 'words',
            words: 'Then give your landlord the log number, and the name of the officer you spoke to.',
          },
          { is: 'more', topic: 'cuckooing', words: 'The person who lives there may need help' },
          { is: 'more', topic: 'keep-safe', words: 'Keep yourself safe' },
        ],
      },
    ],
    sources: [alliance],
  },
  {
    id: 'growing',
    title: 'If it looks like growing',
    intro: 'It can be a fire risk, and the grower may not be there freely.',
    sections: [
      {
        title: 'What people notice',
        blocks: [
          {
            is: 'list',
            items: [
              'a strong smell at all hours',
              'windows that are always covered',
              'windows wet on the inside, even in warm weather',
              'the hum of fans, day and night',
              'bright light at odd hours',
            ],
          },
          { is: 'words', words: 'One of these alone means little. Write what you noticed, and when.' },
        ],
      },
      {
        title: 'Whom to tell',
        blocks: [
          { is: 'call', phone: 'police', words: 'If you smell burning or see smoke, call 999.' },
          {
            is: 'words',
            words:
              'Please do not go and look. Some growers are made to do it by others. Say so if you think so.',
          },
        ],
      },
    ],
    sources: [
      { name: 'Staffordshire Police alert: cannabis farms', address: 'www.staffordshiresmartalert.co.uk' },
      { name: 'Cheshire Neighbourhood Watch', address: 'www.cnwa.org.uk' },
    ],
  },
  {
    id: 'cuckooing',
    title: 'When a neighbour may need help',
    intro: 'Others may have taken over their home. This is called cuckooing.',
    sections: [
      {
        title: 'What it is',
        blocks: [
          {
            is: 'words',
            words:
              'Some people who sell drugs take over the home of somebody who cannot stop them. The person who lives there can be in great danger.',
          },
        ],
      },
      {
        title: 'What you may notice',
        blocks: [
          {
            is: 'list',
            items: [
              'people you do not know, who come and go day and night',
              'more visitors than before',
              'your neighbour looks or acts in a new way',
              'your neighbour seems anxious or afraid',
              'the home is damaged or not looked after',
            ],
          },
        ],
      },
      {
        title: 'What you can do',
        blocks: [
          {
            is: 'words',
            words: 'You do not have to be sure. Choose ‘I am worried about somebody’ in the diary.',
          },
          { is: 'call', phone: 'emergency', words: 'If they are in danger now.' },
          { is: 'call', phone: 'police', words: 'If not. Say that you are worried about your neighbour.' },
          {
            is: 'words',
            words:
              'You can also tell your landlord. Or call your council and ask for adult safeguarding. In North Somerset, look for it at n-somerset.gov.uk.',
          },
          { is: 'words', words: 'Please do not speak to the visitors.' },
        ],
      },
    ],
    sources: [
      alliance,
      { name: 'North Somerset Council: safeguarding adults', address: 'n-somerset.gov.uk' },
    ],
  },
  {
    id: 'young-people',
    title: 'Children and young people',
    intro: 'When drugs come between a child and a safe life.',
    sections: [
      {
        title: 'If you are young and worried',
        blocks: [
          { is: 'words', words: 'It is not your fault. Talk to an adult you trust. Or call:' },
          { is: 'call', phone: 'childline', words: 'Free. It mostly does not show on the phone bill.' },
          { is: 'call', phone: 'safeCall', words: 'Every day from 9 in the morning to 11 at night.' },
        ],
      },
      {
        title: 'If you are worried about a child',
        blocks: [
          { is: 'call', phone: 'emergency', words: 'If the child is in danger now.' },
          { is: 'call', phone: 'police', words: 'If not.' },
          { is: 'call', phone: 'nspcc', words: 'For any adult who is worried about a child.' },
          { is: 'call', phone: 'children', words: 'If you live in North Somerset.' },
          { is: 'call', phone: 'childrenAtNight', words: 'At night and at weekends.' },
          {
            is: 'words',
            words: 'You can call Crimestoppers if you want to keep your name to yourself.',
          },
          { is: 'call', phone: 'crimestoppers', words: 'Free to call.' },
        ],
      },
      {
        title: 'What county lines are',
        blocks: [
          {
            is: 'words',
            words:
              'Drugs are carried from one area to another. Often children, or people who find it hard to say no, are made to carry them.',
          },
        ],
      },
    ],
    sources: [
      alliance,
      { name: 'NSPCC: county lines', address: 'learning.nspcc.org.uk/child-abuse-and-neglect/county-lines' },
      { name: 'Missing People: SafeCall', address: 'www.missingpeople.org.uk' },
      { name: 'NSCP: safeguarding', address: 'www.nscphealth.co.uk/about-us/safeguarding' },
    ],
  },
]
