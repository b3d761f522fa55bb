/** The numbers Help names, written as they are dialled in the United Kingdom. */
export const phones = {
  emergency: { name: 'Emergency', number: '999' },
  emergencyTextphone: { name: 'Emergency, by textphone', number: '18000' },
  police: { name: 'Police, no emergency', number: '101' },
  policeTextphone: { name: 'Police, by textphone', number: '18001 101' },
  crimestoppers: { name: 'Crimestoppers', number: '0800 555 111' },
  childline: { name: 'Childline', number: '0800 1111' },
  nspcc: { name: 'NSPCC', number: '0808 800 5000' },
  safeCall: { name: 'SafeCall', number: '116 000' },
  gas: { name: 'Gas emergency', number: '0800 111 999' },
  domesticAbuse: { name: 'Domestic Abuse Helpline', number: '0808 2000 247' },
  ombudsman: { name: 'Housing Ombudsman', number: '0300 111 3000' },
  children: { name: 'North Somerset children’s social care', number: '01275 888808' },
  childrenAtNight: { name: 'The same, out of hours', number: '01454 615165' },
} as const
export type PhoneId = keyof typeof phones

/** `tel:` address of a number. */
export const dial = (number: string) => `tel:${number.replaceAll(' ', '')}`
