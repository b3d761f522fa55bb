import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { describe, expect, it } from 'vitest'
import { helpGroups, helpTopics, lastChecked } from '../../src/text/help.ts'
import type { Block } from '../../src/text/help-topic.ts'
import { dial, phones } from '../../src/text/phones.ts'
import { sentencesOf, wordCount } from './sentences.ts'

const blocks = helpTopics.flatMap(topic => topic.sections.flatMap(section => section.blocks))
const wordsOf = (block: Block): string[] => (block.is === 'list' ? [...block.items] : [block.words])
const topic = (id: string) => helpTopics.find(one => one.id === id)
const textOf = (id: string) =>
  topic(id)
    ?.sections.flatMap(section => [section.title, ...section.blocks.flatMap(wordsOf)])
    .join('\n') ?? ''

describe('what Help names', () => {
  it('is every topic people asked for, each once and in a group', () => {
    expect(helpTopics.map(one => one.id)).toEqual([
      'emergency',
      'who-to-tell',
      'keep-safe',
      'what-to-write',
      'writing',
      'sharing',
      'your-data',
      'cannabis',
      'dealing',
      'growing',
      'cuckooing',
      'young-people',
      'landlord',
      'case-review',
      'complaint',
      'own-home',
    ])
    expect(helpGroups.flatMap(group => group.topics)).toEqual(helpTopics)
  })
  it('leads only to pages that are there', () => {
    for (const block of blocks) if (block.is === 'more') expect(topic(block.topic), block.topic).toBeDefined()
  })
  it('says its sources and when they were read', () => {
    for (const one of helpTopics) expect(one.sources.length, one.id).toBeGreaterThan(0)
    expect(lastChecked).toMatch(/^2026-\d{2}-\d{2}$/)
  })
})

describe('phone numbers', () => {
  // Digit by digit, with where each was read: evidence.md 2.8 and 5.1, and for the Ombudsman Manchester and Peabody.
  const read: Record<keyof typeof phones, string> = {
    emergency: 'tel:999',
    emergencyTextphone: 'tel:18000',
    police: 'tel:101',
    policeTextphone: 'tel:18001101',
    crimestoppers: 'tel:0800555111',
    childline: 'tel:08001111',
    nspcc: 'tel:08088005000',
    safeCall: 'tel:116000',
    gas: 'tel:0800111999',
    domesticAbuse: 'tel:08082000247',
    ombudsman: 'tel:03001113000',
    children: 'tel:01275888808',
    childrenAtNight: 'tel:01454615165',
  }
  it('are the ones that were read', () => {
    expect(Object.fromEntries(Object.entries(phones).map(([id, { number }]) => [id, dial(number)]))).toEqual(
      read,
    )
  })
  it('are each offered to be called somewhere', () => {
    const called = new Set(blocks.flatMap(block => (block.is === 'call' ? [block.phone] : [])))
    expect([...called].sort()).toEqual(Object.keys(phones).sort())
  })
  it('stand nowhere in the words but the short ones people know', () => {
    const numbers = blocks.flatMap(wordsOf).flatMap(words => words.match(/\b\d{3,}[\d ]*\b/g) ?? [])
    expect(new Set(numbers.map(number => number.trim()))).toEqual(new Set(['101', '999', '2026']))
  })
})

/** Left: the landlord's page on drugs, in its words. Right: where Help says it, in ours. */
const claims: [theirs: string, id: string, ours: string][] = [
  [
    'If the police take any action, they will give you a log number.',
    'who-to-tell',
    'They may give you no number.',
  ],
  ['Please share this with us', 'who-to-tell', 'Tell your landlord too, and give them the log number.'],
  ['The recreational use of cannabis is illegal', 'cannabis', 'To use cannabis for fun is against the law.'],
  [
    'should be reported to the police',
    'who-to-tell',
    'Alliance Homes asks you to tell the police about cannabis each time',
  ],
  ['The smell is persistent', 'who-to-tell', 'the smell keeps coming back'],
  [
    'You suspect illegal activity, such as growing or dealing',
    'who-to-tell',
    'you think that somebody grows or deals',
  ],
  ['Other anti-social behaviour is occurring alongside it', 'who-to-tell', 'there is other trouble too'],
  [
    'keeping a diary with the frequency and impact',
    'landlord',
    'how often it happens and what it does to you',
  ],
  [
    'may be prescribed for specific medical conditions by specialist doctors',
    'cannabis',
    'Some people get cannabis from a specialist doctor.',
  ],
  [
    'we will contact you and the individual reported',
    'landlord',
    'They contact you. They also contact the person you wrote about.',
  ],
  ['we will send a letter to all residents', 'landlord', 'they write to all who live there'],
  [
    'only the police have the authority to take enforcement action',
    'landlord',
    'only the police can step in',
  ],
  [
    'depending on the outcome of a police investigation, we may be able to explore further action',
    'landlord',
    'They may be able to do more, depending on what the police find.',
  ],
  ['you should report it to the police right away', 'dealing', 'Right away.'],
  [
    'let us know the log number, and the name of the officer you spoke to',
    'dealing',
    'the log number, and the name of the officer you spoke to',
  ],
  [
    "when drug dealers take over someone's home",
    'cuckooing',
    'take over the home of somebody who cannot stop them',
  ],
  [
    'unfamiliar people coming and going at different times of the day and night',
    'cuckooing',
    'people you do not know, who come and go day and night',
  ],
  ['an increase of visitors', 'cuckooing', 'more visitors than before'],
  [
    'changes in the behaviour or appearance of the resident',
    'cuckooing',
    'your neighbour looks or acts in a new way',
  ],
  ['the resident seeming anxious or afraid', 'cuckooing', 'your neighbour seems anxious or afraid'],
  [
    'signs of neglect at the property, such as damage or poor upkeep',
    'cuckooing',
    'the home is damaged or not looked after',
  ],
  [
    'illegal drugs are transported from one area to another',
    'young-people',
    'Drugs are carried from one area to another.',
  ],
  ['calling 101, or in an emergency 999', 'young-people', 'If the child is in danger now.'],
  ['you can call Crimestoppers on 0800 555 111', 'young-people', 'You can call Crimestoppers'],
  ['speak to a trusted adult or call Childline', 'young-people', 'Talk to an adult you trust.'],
]
describe('the landlord’s page', () => {
  it.each(claims)('"%s" is said on the page %s', (_, id, ours) => expect(textOf(id)).toContain(ours))
  it('has its e-mail address here', () =>
    expect(blocks).toContainEqual(
      expect.objectContaining({ address: 'communitysafety@alliancehomes.org.uk' }),
    ))
})

describe('how hard it is to read', () => {
  const grade = (sentences: string[]) => {
    const words = sentences
      .flatMap(sentence => sentence.split(/\s+/))
      .filter(word => /[\p{L}\p{N}]/u.test(word))
    const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0)
    return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables })
  }
  const sentences = (list: Block[]) =>
    list
      .flatMap(wordsOf)
      .flatMap(sentencesOf)
      .filter(sentence => wordCount(sentence) > 1)

  it('is grade 6 or easier overall', () => {
    const overall = grade(sentences(blocks))
    expect(overall).toBeGreaterThan(0)
    expect(overall).toBeLessThanOrEqual(6)
  })
  it.each(helpTopics.map(one => [one.id, one] as const))('%s is grade 6 or easier on its own', (_, one) =>
    expect(grade(sentences(one.sections.flatMap(section => [...section.blocks])))).toBeLessThanOrEqual(6),
  )
})
