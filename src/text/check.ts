/** What "Check my diary" found, in words that accuse nobody. */
import type { CheckResult, Finding } from '../core/checking.ts'
import { counted } from './numbers.ts'

const faultSaid: Record<Finding['is'], string> = {
  unreadable: 'It does not open.',
  altered: 'It is not what was first saved.',
  link: 'It does not follow from the version before it.',
  missing: 'A saved version is not there.',
  state: 'What is shown is not what its versions say.',
  settings: 'A setting does not open.',
}

export const checkFailed = 'The phone’s storage did not answer. Nothing is known, good or bad. Try again.'

const typeSaid = { incident: 'Incident', report: 'Report', share: 'Sheet' } as const

export interface CheckSaid {
  ok: boolean
  headline: string
  lines: string[]
}

export function checkSaid({ revisions, findings }: CheckResult): CheckSaid {
  if (findings.length === 0) {
    const headline =
      revisions === 0
        ? 'Nothing is saved yet, so there is nothing to check.'
        : revisions === 1
          ? 'The 1 saved version is in order.'
          : `All ${counted(revisions)} saved versions are in order.`
    return { ok: true, headline, lines: [] }
  }
  return {
    ok: false,
    headline: 'Some of what is stored is not as it was saved.',
    lines: [
      ...findings.map(({ is, type, number }) =>
        type && number ? `${typeSaid[type]} ${counted(number)}: ${faultSaid[is]}` : faultSaid[is],
      ),
      'Phones and browsers can do this by themselves. Everything else in your diary is as you saved it.',
    ],
  }
}
