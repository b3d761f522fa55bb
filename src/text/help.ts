/**
 * Help: short pages that work offline, in our own words. Each claim's source stands at the foot of its page;
 * `tests/text/help.test.ts` lists which sentence stands on which words of the landlord's page.
 */
import { caseTopics } from './help-case.ts'
import { diaryTopics } from './help-diary.ts'
import { drugTopics } from './help-drugs.ts'
import { safetyTopics } from './help-safety.ts'
import type { Block, Topic } from './help-topic.ts'
import { phones } from './phones.ts'
import { privacyTopics } from './privacy.ts'

/** When the sources were last read. Some were stored copies of which only the beginning could be read. */
export const lastChecked = '2026-11-23'

export const helpTopics: readonly Topic[] = [
  ...safetyTopics,
  ...diaryTopics,
  ...privacyTopics,
  ...drugTopics,
  ...caseTopics,
]

/** How the first page of Help is grouped. */
export const helpGroups: readonly { title: string; topics: readonly Topic[] }[] = [
  { title: 'Safety first', topics: safetyTopics },
  { title: 'Your diary', topics: [...diaryTopics, ...privacyTopics] },
  { title: 'What you may notice', topics: drugTopics },
  { title: 'Landlord and case', topics: caseTopics },
]

export const help = {
  title: 'Help',
  intro: 'Short pages that work with no internet.',
  urgent: 'In danger now? Call 999.',
  back: 'All of Help',
  print: 'Print this page',
  sources: 'Where this comes from',
  checked: (date: string) => `Last checked: ${date}. Numbers and rules can change.`,
  noLawyer: 'This is help from people, not legal advice.',
  missing: 'There is no such page in Help',
  search: 'Search Help',
  found: (count: string) => `Pages found: ${count}`,
} as const

/** All of a page in words, to be searched. */
export const topicInWords = ({ title, intro, sections }: Topic): string =>
  [title, intro, ...sections.flatMap(section => [section.title, ...section.blocks.flatMap(wordsOf)])].join(
    '\n',
  )

const wordsOf = (block: Block): readonly string[] => {
  if (block.is === 'list') return block.items
  if (block.is === 'call') return [phones[block.phone].name, phones[block.phone].number, block.words]
  return [block.words]
}
