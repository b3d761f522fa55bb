/** What the codes of a report say, on screen and on the sheet. */
import type { Recipient, referenceKinds, waysTold } from '../core/report.ts'

type Labels<List extends readonly string[]> = Record<List[number], string>

export const recipientLabel: Record<Recipient, string> = {
  police: 'Police',
  landlord: 'Landlord',
  council: 'Council',
  crimestoppers: 'Crimestoppers',
  other: 'Somebody else',
}

export const wayToldLabel: Labels<typeof waysTold> = {
  '101': 'Called 101',
  '999': 'Called 999',
  online: 'Online',
  email: 'E-mail',
  webForm: 'Web form',
  inPerson: 'In person',
  phone: 'By phone',
  post: 'By letter',
}

export const referenceKindLabel: Labels<typeof referenceKinds> = {
  log: 'Log or incident number',
  crime: 'Crime number',
  receipt: 'Online receipt',
  case: 'Case number',
  unsure: 'Not sure which kind',
}
