import { describe, expect, it } from 'vitest'
import { everyWord, sentencesOf, wordCount } from './sentences.ts'

const all = everyWord()

/**
 * Words never to use: what accuses, promises what nobody can promise, or says more than is known. An allegation is
 * never a fact; no entry is no proof of quiet; a phone's clock proves nothing to a stranger.
 */
const never: [RegExp, string][] = [
  [/cannabis smell/i, 'smell like cannabis'],
  [/\b(he|she|they) smokes?\b|smok\w+ cannabis/i, 'smell like cannabis'],
  [/drug[- ]deal(ing|er|ers)\b/i, 'looked like dealing'],
  [/where does it come from/i, 'where do you think it comes from?'],
  [/quiet spell/i, 'longest time without an entry'],
  [/(getting|got|become|becoming) worse/i, 'recorded more often'],
  [/offender|perpetrator|culprit|wrongdoer/i, 'the person or home written about'],
  [/tamper.?proof|certified|court.?ready|\bproves\b/i, 'shows whether saved entries were changed'],
  [/police confirmed/i, 'police reference'],
  [/must act|will act|guarantee/i, 'may, can, ask'],
  [/anonym/i, 'without your name'],
  [/!/, 'a full stop'],
]

/** Wordings that belong to somebody else and are exact. */
const official = [
  /^I believe that the facts stated in this witness statement are true\./,
  /^I understand that proceedings for contempt/,
]
const isOfficial = (words: string) => official.some(wording => wording.test(words))

it('reads the files of src/text, this one too', () => {
  expect(all.find(one => one.words === 'Log an incident')?.file).toBe('diary.ts')
  expect(
    all.some(one => one.file === 'help-drugs.ts' && one.words.includes('windows that are always covered')),
  ).toBe(true)
  expect(all.some(one => one.words.includes('of …'))).toBe(true) // a template with its gap
})

describe('no sentence holds a word never to use', () => {
  it.each(never)('%s (say: %s)', pattern => {
    const found = all.filter(({ words }) => pattern.test(words) && !isOfficial(words))
    expect(found).toEqual([])
  })
  it.each([
    'The cannabis smell was strong',
    'He smokes',
    'drug dealing',
    'The offender',
    'This proves it',
    'It is getting worse',
    'They will act',
    'Stay anonymous',
    'Saved!',
  ])('would find "%s"', words => expect(never.some(([pattern]) => pattern.test(words))).toBe(true))
})

it('no sentence is longer than 25 words', () => {
  const long = all
    .filter(({ words }) => !isOfficial(words))
    .flatMap(({ file, words }) =>
      sentencesOf(words).map(sentence => ({ file, sentence, count: wordCount(sentence) })),
    )
    .filter(({ count }) => count > 25)
  expect(long).toEqual([])
})
