import type { Topic } from './help-topic.ts'

const alliance = {
  name: 'Alliance Homes: drugs',
  address: 'www.alliancehomes.org.uk/your-home/community-safety/anti-social-behaviour/drugs',
}

export const caseTopics: readonly Topic[] = [
  {
    id: 'landlord',
    title: 'What the landlord does',
    intro: 'What happens after you tell them, so that nothing takes you by surprise.',
    sections: [
      {
        title: 'After your report',
        blocks: [
          { is: 'words', words: 'This is what Alliance Homes says. Other landlords do much the same.' },
          {
            is: 'list',
            items: [
              'They contact you. They also contact the person you wrote about.',
              'In a block where nobody knows the source, they write to all who live there.',
              'They work with the police. For the crime itself, only the police can step in.',
              'They may be able to do more, depending on what the police find.',
            ],
          },
          {
            is: 'note',
            words:
              'The other person may guess who wrote. Are you afraid of that? Ask your landlord to speak to you first.',
          },
        ],
      },
      {
        title: 'What they need from you',
        blocks: [
          {
            is: 'list',
            items: [
              'a diary that shows how often it happens and what it does to you',
              'the log number from the police',
              'for dealing, the name of the officer too',
            ],
          },
          {
            is: 'words',
            words:
              'Landlords and councils ask for a new sheet every one to four weeks. Some close a case when they hear nothing.',
          },
        ],
      },
      {
        title: 'Who may read your sheet',
        blocks: [
          {
            is: 'words',
            words:
              'Your landlord may share it with the police. If it goes to court, the person you wrote about may read it.',
          },
          { is: 'more', topic: 'complaint', words: 'If the landlord does nothing' },
        ],
      },
    ],
    sources: [
      alliance,
      { name: 'Housing Solutions: diary', address: 'www.housingsolutions.co.uk' },
      { name: 'Maldon, Harrow and Newport Councils: diary sheets', address: 'www.maldon.gov.uk' },
    ],
  },
  {
    id: 'case-review',
    title: 'ASB Case Review',
    intro: 'When you have told them again and again, and it goes on.',
    sections: [
      {
        title: 'What it is',
        blocks: [
          {
            is: 'words',
            words:
              'The police, the council and landlords look at your case together. They check what was done and what else could be. It used to be called the Community Trigger.',
          },
          {
            is: 'words',
            words: 'It is not a complaint about anybody’s work. That is another way, and you can do both.',
          },
        ],
      },
      {
        title: 'When you may be able to ask',
        blocks: [
          {
            is: 'list',
            items: [
              'You told the police, the council or a landlord three times in six months.',
              'Each time, you told them within a month of what had happened.',
            ],
          },
          {
            is: 'words',
            words:
              'The rule is not the same everywhere. Some places ask that each report is about something new. The law may have changed in 2026. So ask what holds where you live.',
          },
          {
            is: 'words',
            words: 'It is for what causes harassment, alarm or distress. So say what it does to you.',
          },
          {
            is: 'note',
            words: 'There is a time limit, often six months from a report. It is best to ask soon.',
          },
        ],
      },
      {
        title: 'How to ask',
        blocks: [
          {
            is: 'list',
            items: [
              'Look up ‘ASB Case Review’ and the name of your council. Some areas let the police do it.',
              'Give the dates you told somebody, whom you told, and the numbers you got.',
              'Somebody else can ask for you, if you say yes.',
            ],
          },
        ],
      },
    ],
    sources: [
      {
        name: 'Anti-social Behaviour, Crime and Policing Act 2014, section 104',
        address: 'www.legislation.gov.uk/ukpga/2014/12/section/104',
      },
      {
        name: 'Somerset Council: ASB Case Review',
        address: 'somerset.gov.uk/health-safety-and-wellbeing/community-trigger',
      },
      { name: 'ASB Help: ASB Case Review', address: 'asbhelp.co.uk/victims-hub/asbcasereview' },
      { name: 'Mole Valley Council: ASB Case Review', address: 'www.molevalley.gov.uk' },
    ],
  },
  {
    id: 'complaint',
    title: 'If the landlord does nothing',
    intro: 'Two steps with the landlord, then the Housing Ombudsman.',
    sections: [
      {
        title: 'Step 1',
        blocks: [
          {
            is: 'words',
            words:
              'Tell your landlord: ‘I want to make a complaint.’ Say what went wrong and what you ask for. Keep a copy.',
          },
          {
            is: 'words',
            words:
              'They should say within 5 working days that they have it. They should answer within 10 working days after that.',
          },
        ],
      },
      {
        title: 'Step 2',
        blocks: [
          {
            is: 'words',
            words:
              'Not happy with the answer? Ask for stage 2. Somebody new should look at it. They should answer within 20 working days.',
          },
          { is: 'words', words: 'A landlord may take longer at each step. They should tell you why.' },
        ],
      },
      {
        title: 'The Housing Ombudsman',
        blocks: [
          {
            is: 'words',
            words: 'It is free and on nobody’s side. It can help when no answer comes, and after stage 2.',
          },
          { is: 'call', phone: 'ombudsman', words: 'Or see housing-ombudsman.org.uk.' },
          {
            is: 'words',
            words:
              'You have 12 months from the last answer of your landlord. Your sheets and reports will help.',
          },
        ],
      },
    ],
    sources: [
      {
        name: 'Housing Ombudsman: waiting for a response',
        address: 'housing-ombudsman.org.uk/residents/make-a-complaint/waiting-for-a-final-response',
      },
      { name: 'Four Million Homes: complaints', address: 'www.fourmillionhomes.org' },
      { name: 'Manchester City Council: housing complaints', address: 'www.manchester.gov.uk' },
    ],
  },
  {
    id: 'own-home',
    title: 'If it is in my own home',
    intro: 'When it may come from somebody you live with. You come first.',
    sections: [
      {
        title: 'You do not have to report',
        blocks: [
          {
            is: 'words',
            words:
              'This diary will not ask you to. You can keep it for yourself. Tell it in Settings that this is your own home.',
          },
          {
            is: 'words',
            words:
              'A report can touch your tenancy too. Citizens Advice or Shelter can tell you more before you decide.',
          },
        ],
      },
      {
        title: 'If you are not safe',
        blocks: [
          { is: 'call', phone: 'emergency', words: 'In danger now. You can call without speaking.' },
          { is: 'call', phone: 'domesticAbuse', words: 'Free, day and night.' },
          {
            is: 'words',
            words: 'Calls can show on the phone and on the bill. Use another phone if you need to.',
          },
          { is: 'more', topic: 'emergency', words: 'How to call and not speak' },
        ],
      },
      {
        title: 'Somebody to talk to',
        blocks: [
          {
            is: 'words',
            words:
              'Adfam helps the families of people who use drugs. See adfam.org.uk. Your doctor can help too.',
          },
          { is: 'call', phone: 'childline', words: 'For a child or young person in the home.' },
        ],
      },
      {
        title: 'Keep this diary to yourself',
        blocks: [
          {
            is: 'words',
            words:
              'Set a passcode in Settings. Do not save sheets where others look. A family cloud may show them.',
          },
        ],
      },
    ],
    sources: [
      { name: 'Adfam: for families', address: 'adfam.org.uk/for-families' },
      { name: 'Refuge: National Domestic Abuse Helpline', address: 'www.refuge.org.uk' },
    ],
  },
]
