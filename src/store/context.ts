/** What every verb of an open diary needs. */

import type { Ring } from '../seal/ring.ts'
import type { DiaryChange } from './changes.ts'
import type { Tables } from './tables.ts'

export interface Context {
  db: Tables
  /** Milliseconds since 1970. */
  clock: () => number
  /** IANA zone of this phone. */
  zone: () => string
  diary: string
  chain: string
  ring: Ring
  /** Tells this window and the others that something changed. */
  announce: (change: DiaryChange) => void
}
