/** What the full record says beyond the sheet: changes, how it is kept, and the data it carries. */
import type { Report } from '../core/report.ts'
import type { Wording } from '../core/sheet/wording.ts'
import { exactly } from './days.ts'
import { saidOf } from './incident.ts'
import { referenceSaid, report } from './report.ts'
import { recipientLabel, wayToldLabel } from './report-labels.ts'

/** What a report says, field by field, whichever of them are there. */
function reportFields(content: Partial<Report>): { field: string; label: string; words: string }[] {
  const { to, toName, how, told, reference, force, person, said, replies } = content
  const rows: [field: keyof Report, label: string, words: string | undefined][] = [
    ['to', report.who, to && recipientLabel[to]],
    ['toName', report.toName, toName],
    ['how', report.how, how && wayToldLabel[how]],
    ['told', report.when, told && exactly(told)],
    ['reference', report.reference, reference && referenceSaid({ reference })],
    ['force', report.force, force],
    ['person', report.person, person],
    ['said', report.said, said],
    ['replies', report.replies, replies?.map(({ came, words }) => `${exactly(came)}\n${words}`).join('\n')],
  ]
  return rows.flatMap(([field, label, words]) => (words ? [{ field, label, words }] : []))
}

export const recordWording: Pick<Wording, 'codesNote' | 'said' | 'log' | 'kept' | 'attached' | 'csv'> = {
  codesNote: '“[U+…]” stands for a character that paper cannot show. The number tells which one it is.',
  said: (type, content) => (type === 'report' ? reportFields(content) : saidOf(content)),
  log: {
    heading: 'Changes',
    none: 'No entry was changed after it was first written.',
    explained:
      'Every time an entry was added to or changed. Where words were replaced, the earlier ones stand here.',
    columns: {
      entry: 'Entry',
      when: 'Written',
      what: 'What was done',
      before: 'Earlier words, or the reason',
    },
    entry: (type, number) => `${type === 'report' ? 'Report' : 'Incident'} ${number}`,
    changes: {
      first: 'First written',
      added: 'Details added',
      changed: 'Changed',
      withdrawn: 'Withdrawn by the writer',
      restored: 'Withdrawal taken back',
      wordsRemoved: 'Words removed for good',
    },
    aside: 'Kept from another phone, not counted',
  },
  kept: {
    heading: 'How this record is kept',
    sentences: [
      'The diary is kept on the writer’s phone and nowhere else.',
      'The phone notes when each entry is written, and keeps every earlier version.',
      'Codes show whether saved entries were changed since an earlier sheet.',
      'They do not show that an entry is true, or that the phone’s clock was right.',
    ],
    code: 'Code of the whole record:',
  },
  attached: {
    heading: 'Data in this file',
    explained:
      'This file carries its entries as data: diary.json, incidents.csv and reports.csv. What was left out of the pages is left out of the data.',
    json: 'The entries of this document as data',
    backup: 'The whole diary, to restore it from',
    incidents: 'The incidents of this document as a table',
    reports: 'The reports of this document as a table',
  },
  csv: {
    incidents: [
      'Number',
      'Date',
      'Time',
      'Happened',
      'Until, or how long',
      'What',
      'Something else',
      'How strong',
      'How loud',
      'How unpleasant',
      'How often',
      'Where noticed',
      'What happened',
      'Effect',
      'Effect, own words',
      'What I did',
      'What I did, own words',
      'Who was there',
      'Who else noticed',
      'Thought to come from',
      'How I know',
      'How I know, own words',
      'Police reference',
      'First written',
      'Last written',
      'Versions',
      'Code',
      'Withdrawn, reason',
    ],
    reports: [
      'Number',
      'Date',
      'Time',
      'Told',
      'Who was told',
      'Name',
      'How',
      'Reference',
      'Police force',
      'Spoke to',
      'What they said',
      'Replies',
      'About incidents',
      'Written',
      'Code',
      'Withdrawn, reason',
    ],
  },
}
