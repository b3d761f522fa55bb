/** What stands beside a field that needs another look. Says what to do, never whose fault it is. */
import type { Fault } from '../core/incident-form.ts'

export const faultText: Record<Fault, string> = {
  noKind: 'Choose what it is. One is enough.',
  noOtherKind: 'Write a word or two for what it is.',
  noDate: 'Fill in the date.',
  noTime: 'Fill in the time. About right is fine.',
  noSuchTime: 'The clocks went forward that night and skipped this time. Choose a time before or after.',
  future: 'This time has not come yet. Check the date and the time.',
  noEnd: 'Fill in the time it stopped, or choose about how long.',
  noSuchEnd: 'The clocks went forward that night and skipped this time. Choose a time before or after.',
  endBeforeStart: 'It stopped before it began. If it went on past midnight, choose the next day.',
  endInFuture: 'This time has not come yet. Choose “Still going on” if it has not stopped.',
  tooLong: 'This is too long for one field. Please make it shorter.',
}

export const faults = {
  summary: 'Please look at this again',
  kept: 'Nothing you typed is lost.',
} as const
