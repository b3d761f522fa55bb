/**
 * Whom the made-up resident of the example diary told, and who that resident is. Each number begins with EX, so that
 * no real one is among them, and the landlord's address is one that nobody can have (RFC 2606).
 */
import type { Example, ExampleReport } from '../core/example.ts'
import { answers } from './example.ts'
import { exampleIncidents } from './example-diary.ts'

const [noted, keepDiary, willWrite, howOften, notHeard] = answers

const reports: ExampleReport[] = [
  {
    at: [11, 'Mon', '10:20'],
    content: {
      to: 'police',
      how: '101',
      reference: { is: 'given', numbers: [{ kind: 'log', number: 'EX-0412' }] },
      said: noted,
    },
  },
  {
    at: [11, 'Tue', '09:05'],
    content: {
      to: 'landlord',
      how: 'email',
      reference: { is: 'given', numbers: [{ kind: 'case', number: 'EX-31' }] },
    },
    replies: [{ at: [10, 'Wed', '14:30'], words: keepDiary }],
  },
  {
    at: [9, 'Mon', '18:40'],
    content: { to: 'police', how: 'online', reference: { is: 'waiting' } },
    later: {
      hours: 47,
      content: { reference: { is: 'given', numbers: [{ kind: 'receipt', number: 'EX-7718' }] } },
    },
  },
  { at: [6, 'Mon', '12:15'], content: { to: 'crimestoppers', how: 'phone', reference: { is: 'none' } } },
  {
    at: [4, 'Mon', '11:00'],
    content: { to: 'landlord', how: 'phone', person: 'The housing officer', said: howOften },
    replies: [
      { at: [4, 'Thu', '15:10'], words: willWrite },
      { at: [3, 'Thu', '10:45'], words: notHeard },
    ],
  },
  {
    at: [1, 'Mon', '09:40'],
    content: {
      to: 'police',
      how: '101',
      reference: { is: 'given', numbers: [{ kind: 'log', number: 'EX-1187' }] },
      person: 'The call handler',
      said: noted,
    },
  },
]

export const exampleDiary: Example = {
  profile: {
    name: 'Example Resident',
    address: 'Flat 0, Example House\nExample Street',
    caseNumber: 'EX-31',
    safeContact: 'Text first, weekday mornings.',
    whoIsAffected: 'A child with asthma.',
    whatIAsk: 'A call back, and a letter to the whole block.',
    landlord: { name: 'Example Homes', email: 'homes@example.org' },
  },
  incidents: exampleIncidents,
  reports,
}
