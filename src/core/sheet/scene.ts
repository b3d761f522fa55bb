/** What every part of a document is written from: the chosen entries, the words, what is left out or masked. */
import { type Scene, wallOf } from './incident-words.ts'
import type { SheetRequest } from './request.ts'
import { choose } from './select.ts'
import type { Wording } from './wording.ts'
import { quoting } from './written.ts'

export function sceneOf(request: SheetRequest, wording: Wording): Scene {
  const { choices, zone, amended } = request
  return {
    chosen: choose(request),
    wording,
    zone,
    quote: quoting(choices, wording.masked),
    leaves: what => choices.leaveOut.includes(what),
    amended({ id, revisions, lastWritten }) {
      if (amended) return amended[id]
      return revisions > 1 ? { times: revisions - 1, last: lastWritten } : undefined
    },
    moment(instant) {
      const { date, time } = wallOf(instant, zone)
      return `${wording.longDate(date)}, ${time}`
    },
  }
}
