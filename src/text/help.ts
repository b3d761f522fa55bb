/**
 * Help: short pages that work offline, in our own words. Each claim's source stands at the foot of its page;
 * `tests/text/help.test.ts` lists which sentence stands on which words of the landlord's page.
 */
import { caseTopics } from './help-case.ts'
import { diaryTopics } from './help-diary.ts'
import { drugTopics } from './help-drugs.ts'
import { safetyTopics } from './help-safety.ts'
import type { Topic } from './help-topic.ts'

/** When the sources were last read. Some were stored copies of which only the beginning could be read. */
export const lastChecked = '2026-11-23'

export const helpTopics: readonly Topic[] = [...safetyTopics, ...diaryTopics, ...drugTopics, ...caseTopics]

/** How the first page of Help is grouped. */
export const helpGroups: readonly { title: string; topics: readonly Topic[] }[] = [
  { title: 'Safety first', topics: safetyTopics },
  { title: 'Your diary', topics: diaryTopics },
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
} as const
